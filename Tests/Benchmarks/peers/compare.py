"""Builds an index with each program and asks all of them the same queries; see ../peers.sh."""

import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import time

corpus, work, programs, queries_file = map(pathlib.Path, sys.argv[1:5])
here = pathlib.Path(__file__).parent
mucluc = programs / "mucluc"
queries = queries_file.read_text("utf-8").splitlines()
files = [path for path in corpus.rglob("*.txt") if path.is_file()]
text_bytes = sum(path.stat().st_size for path in files)


def timed(*command, output=subprocess.DEVNULL):
    """Seconds by the clock and by the processor that a command takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([str(word) for word in command], stdout=output, stderr=subprocess.DEVNULL, check=True)
    after, end = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return end - start, used


def size(folder):
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


def own_times(*command):
    """Milliseconds a query inside one process, as its answers tell; the first round is not counted."""
    asked = "\n".join(queries * 2) + "\n"
    done = subprocess.run([str(word) for word in command], input=asked, capture_output=True, text=True, check=True)
    times = [json.loads(line)["took_ms"] for line in done.stdout.splitlines()]
    assert len(times) == 2 * len(queries), f"{command[0]} left queries out"
    return statistics.median(times[len(queries) :])


def script(name, text):
    path = work / name
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)
    return path


class Peer:
    def __init__(self, name, index=None, again=None, folder=None, process=None, inside=None):
        self.name, self.index, self.again, self.folder = name, index, again, folder
        self.process, self.inside = process, inside
        self.figures = {}


python = sys.executable
recoll_folder = work / "recoll"
shutil.rmtree(recoll_folder, ignore_errors=True)
recoll_folder.mkdir(parents=True)
# As it is installed, except that it also folds đ.
(recoll_folder / "recoll.conf").write_text(
    f"topdirs = {corpus}\nunac_except_trans = đd Đd\nlogfilename = {work}/recoll.log\nloglevel = 2\n"
)
fts5_query = script(
    "fts5-query",
    f"""match=
for word in $(printf %s "$1" | tr -cs '[:alnum:]\\200-\\377' ' '); do match="$match \\"$word\\""; done
exec sqlite3 {work}/fts5/db "SELECT path, snippet(article, 1, '[', ']', '…', 24) FROM article
  WHERE article MATCH '$match' ORDER BY rank LIMIT 10"
""",
)
peers = [
    Peer(
        "mucluc",
        index=[mucluc, "index", "--quiet", "--index", work / "mucluc", corpus],
        again=[mucluc, "index", "--quiet", "--index", work / "mucluc"],
        folder=work / "mucluc",
        process=f"{mucluc} search --index {work}/mucluc {{}}",
        inside=[mucluc, "search", "--batch", "--index", work / "mucluc"],
    ),
    Peer(
        "Recoll",
        index=["recollindex", "-c", recoll_folder],
        again=["recollindex", "-c", recoll_folder],
        folder=recoll_folder / "xapiandb",
        process=f"recollq -c {recoll_folder} -n 10 {{}}",
    ),
    Peer(
        "Omega",
        index=["omindex", "--stemmer=none", "--db", work / "omega", "--url", "/", corpus],
        again=["omindex", "--stemmer=none", "--db", work / "omega", "--url", "/", corpus],
        folder=work / "omega",
        process=f"quest --stemmer=none --db={work}/omega --msize=10 {{}}",
    ),
    Peer(
        "SQLite FTS5",
        index=[python, here / "fts5.py", "index", work / "fts5", corpus],
        folder=work / "fts5",
        process=f"{fts5_query} {{}}",
        inside=[python, here / "fts5.py", "search", work / "fts5"],
    ),
    Peer(
        "tantivy",
        index=[python, here / "tantivy_peer.py", "index", work / "tantivy", corpus],
        folder=work / "tantivy",
        inside=[python, here / "tantivy_peer.py", "search", work / "tantivy"],
    ),
    Peer("ripgrep", process=f"rg -i -l -F {{}} {corpus}"),
    Peer("find", again=["find", corpus, "-printf", "%p %s %T@\n"]),
]

# All read the files from memory.
for path in files:
    path.read_bytes()
for peer in peers:
    if peer.index:
        if peer.name != "Recoll":
            shutil.rmtree(peer.folder, ignore_errors=True)
        peer.figures["index s"], peer.figures["processor s"] = timed(*peer.index)
        peer.figures["articles/s"] = len(files) / peer.figures["index s"]
        peer.figures["MB"] = size(peer.folder) / 1e6
    if peer.again:
        peer.figures["again s"] = min(timed(*peer.again)[0] for _ in range(3))
    print(peer.name, peer.figures, file=sys.stderr, flush=True)
for peer in peers:
    if peer.inside:
        peer.figures["inside ms"] = own_times(*peer.inside)


def ask(peers, queries):
    """Asks by processes that take turns."""
    listed = work / "queries"
    listed.write_text("\n".join(queries) + "\n", "utf-8")
    command = [programs / "benchmarks", "process", "--tsv", "--queries", listed, *(peer.process for peer in peers)]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True)
    for peer, line in zip(peers, done.stdout.splitlines()):
        _, wall, worst, processor, _, failed = line.split("\t")
        peer.figures["process ms"], peer.figures["95% ms"] = float(wall), float(worst)
        peer.figures["its processor ms"] = float(processor)
        if failed != "0":
            print(f"{peer.name}: {failed} queries failed", file=sys.stderr)


ask([peer for peer in peers if peer.process and peer.name != "ripgrep"], queries)
# It reads all files for each query.
ask([peer for peer in peers if peer.name == "ripgrep"], queries[:10])

columns = [
    "index s", "processor s", "articles/s", "MB", "again s", "process ms", "95% ms", "its processor ms", "inside ms",
]
print(f"{time.strftime('%F')}, {os.cpu_count()} cores, {len(files)} files, {text_bytes / 1e6:.0f} MB of text\n")
print("| |", " | ".join(columns), "|")
print("|---" * (len(columns) + 1) + "|")
own = peers[0].figures
for peer in peers:
    cells = []
    for column in columns:
        value = peer.figures.get(column)
        text = "" if value is None else f"{value:.0f}" if value >= 100 else f"{value:.2f}"
        ratio = f" ({value / own[column]:.2f})" if value is not None and peer is not peers[0] else ""
        cells.append(text + ratio)
    print("|", " | ".join([peer.name] + cells), "|")
