"""Readers and a writer at once: 8 processes search in a loop while runs of `mucluc index` commit.

    python3 Tests/Benchmarks/readers.py FOLDER [PROGRAM]

FOLDER holds at least 21,000 .txt files. 20,000 are copied and indexed; then come 5 runs, each with 400
files changed and 100 new: without readers, and with them. Prints Markdown; exit status 1 if a query
failed. PROGRAM is mucluc, by default the release build.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

READERS, RUNS, CHANGED, NEW, INDEXED = 8, 5, 400, 100, 20_000
here = pathlib.Path(__file__).parent
program = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else here / "../../.build/release/mucluc").resolve()
queries = (here / "queries.txt").read_text("utf-8").splitlines()
place = pathlib.Path(tempfile.mkdtemp())
articles, index = place / "articles", place / "index"
articles.mkdir()
files = sorted(path for path in pathlib.Path(sys.argv[1]).rglob("*.txt") if path.is_file())
if len(files) < INDEXED + 2 * RUNS * NEW:
    sys.exit(f"{len(files)} files are too few")
supply = iter(files)


def add(count):
    for source in (next(supply) for _ in range(count)):
        shutil.copyfile(source, articles / f"{len(list_of_articles)}.txt")
        list_of_articles.append(articles / f"{len(list_of_articles)}.txt")


def update():
    """Indexes the articles; the run's report, and the seconds of processor time it took."""
    process = subprocess.Popen([program, "index", "--quiet", "--json", "--index", index, articles],
                               text=True, stdout=subprocess.PIPE)
    report = json.loads(process.stdout.read())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        sys.exit(f"mucluc index ended with {status}")
    return report, usage.ru_utime + usage.ru_stime


list_of_articles = []
add(INDEXED)
update()


class Reader(threading.Thread):
    """One process that is asked one query after another until it is told to stop."""

    def __init__(self, number):
        super().__init__()
        self.number, self.times, self.failures = number, [], []
        self.stopping = threading.Event()

    def run(self):
        process = subprocess.Popen([program, "search", "--batch", "--index", index], text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        at = self.number * len(queries) // READERS
        while not self.stopping.is_set():
            query = queries[at % len(queries)]
            at += 1
            start = time.perf_counter()
            try:
                process.stdin.write(query + "\n")
                process.stdin.flush()
                answer = json.loads(process.stdout.readline())
                assert answer["query"] == query and isinstance(answer["total"], int)
            except (OSError, ValueError, KeyError, AssertionError) as problem:
                self.failures.append(f"{query}: {problem}: {process.stderr.readline()}")
                process.kill()
                break
            self.times.append(((time.perf_counter() - start) * 1e3, answer["took_ms"]))
        process.stdin.close()
        if process.wait() != 0 and not self.failures:
            self.failures.append(f"exit status {process.returncode}: {process.stderr.read()}")


def with_readers(work):
    """Does the work while readers search; what they measured, and what the work returns."""
    readers = [Reader(number) for number in range(READERS)]
    for reader in readers:
        reader.start()
    result = work()
    for reader in readers:
        reader.stopping.set()
    for reader in readers:
        reader.join()
    return readers, result


def write():
    """Several runs; how many articles they took in a second of the clock, and of the processor."""
    spent, used = 0.0, 0.0
    for run in range(RUNS):
        for path in list_of_articles[run * CHANGED : (run + 1) * CHANGED]:
            text = path.read_text("utf-8", "replace")
            # Another file, as newspapers replace theirs.
            path.unlink()
            path.write_text(f"{text}\nSửa lần {time.time_ns()}.\n", "utf-8")
        add(NEW)
        start = time.perf_counter()
        report, processor = update()
        spent += time.perf_counter() - start
        used += processor
        assert (report["updated"], report["added"]) == (CHANGED, NEW), report
    written = RUNS * (CHANGED + NEW)
    return written / spent, written / used


def row(name, readers, rate):
    times = [pair for reader in readers for pair in reader.times]
    cells = [name, str(len(times)), str(sum(len(reader.failures) for reader in readers))]
    for kind in (0, 1):
        values = sorted(pair[kind] for pair in times)
        cells += [f"{statistics.median(values):.2f}", f"{values[len(values) * 95 // 100]:.2f}"] if values else ["", ""]
    cells += [f"{each:.0f}" for each in rate] if rate else ["", ""]
    print("|", " | ".join(cells), "|", flush=True)


print("| | queries | failed | median ms | 95% | in the process, median ms | 95% | articles indexed/s | by the processor |")
print("|---|---|---|---|---|---|---|---|---|")
row("writer alone", [], write())
before, _ = with_readers(lambda: time.sleep(15))
row(f"{READERS} readers alone", before, None)
during, rate = with_readers(write)
row(f"{READERS} readers and the writer", during, rate)
failures = [failure for reader in before + during for failure in reader.failures]
print("\n".join(failures), file=sys.stderr)
shutil.rmtree(place)
sys.exit(1 if failures else 0)
