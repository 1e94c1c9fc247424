"""SQLite FTS5 with the text stored inside: index FOLDER of files, or answer queries from standard input."""

import json
import pathlib
import re
import sqlite3
import sys
import time

verb, place = sys.argv[1], pathlib.Path(sys.argv[2])
place.mkdir(parents=True, exist_ok=True)
database = sqlite3.connect(place / "db")
if verb == "index":
    database.execute(
        "CREATE VIRTUAL TABLE article USING fts5(path UNINDEXED, text, tokenize = \"unicode61 remove_diacritics 2\")"
    )
    paths = (path for path in pathlib.Path(sys.argv[3]).rglob("*.txt") if path.is_file())
    rows = ((str(path), path.read_text("utf-8", "replace")) for path in paths)
    database.executemany("INSERT INTO article VALUES (?, ?)", rows)
    database.commit()
else:
    find = """SELECT path, snippet(article, 1, '[', ']', '…', 24) FROM article
      WHERE article MATCH ? ORDER BY rank LIMIT 10"""
    for line in sys.stdin:
        start = time.perf_counter()
        # All words, as mucluc looks for them.
        match = " ".join(f'"{word}"' for word in re.findall(r"\w+", line))
        hits = database.execute(find, (match,)).fetchall()
        print(json.dumps({"took_ms": (time.perf_counter() - start) * 1e3, "hits": len(hits)}))
