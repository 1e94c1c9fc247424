"""What an index is made of: bytes of its tables, of each kind of term, and of what might make it smaller.

    python3 Tests/Benchmarks/size.py INDEX

INDEX is an index folder. Needs python3-xapian and zstd. Postings are added up as Xapian writes them, over
every 20th term; lists of terms and texts over every 100th article, each compressed as it is (raw deflate,
level 6), and all scaled up. Prints Markdown.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zlib

import xapian

STEP_TERMS, STEP_ARTICLES, DICTIONARY = 20, 100, 110 << 10
KINDS = [
    ("folded", rb"[^A-Z]"), ("exact, E", rb"E"), ("pairs, P", rb"P"), ("titles, S", rb"S"),
    ("paths, dates and others", rb"."),
]
folder = pathlib.Path(sys.argv[1])
database = xapian.Database(str(folder))
articles = database.get_doccount()


def kind_of(term):
    return next(place for place, (_, pattern) in enumerate(KINDS) if re.match(pattern, term))


def number_bytes(number):
    return max(1, (number.bit_length() + 6) // 7)


def deflated(data, dictionary=b""):
    # A dictionary only as far back as deflate looks.
    rest = (dictionary[-(32 << 10):],) if dictionary else ()
    stream = zlib.compressobj(6, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, *rest)
    return len(stream.compress(data)) + len(stream.flush())


def postings():
    """Terms, postings and bytes of postings by kind; terms of a single article and their bytes."""
    rows = [[0, 0, 0] for _ in KINDS]
    single = [0, 0]
    for place, item in enumerate(database.allterms()):
        row = rows[kind_of(item.term)]
        row[0] += 1
        row[1] += item.termfreq
        if place % STEP_TERMS:
            continue
        size, previous = len(item.term) + 2, 0
        for posting in database.postlist(item.term):
            size += number_bytes(posting.docid - previous - 1) + number_bytes(posting.wdf)
            previous = posting.docid
        row[2] += size * STEP_TERMS
        if item.termfreq == 1 and item.term[:1] == b"P":
            single[0] += STEP_TERMS
            single[1] += size * STEP_TERMS
    return rows, single


def packed(terms):
    """A list of terms as Xapian writes it: what is the same as in the term before, the rest, the wdf."""
    out, previous = bytearray(), b""
    for term, wdf in terms:
        same = len(os.path.commonprefix([previous, term]))
        out += bytes([same, len(term) - same]) + term[same:] + wdf.to_bytes(number_bytes(wdf), "little")
        previous = term
    return bytes(out)


def main():
    tables = sorted((folder / next(folder.glob("generation-*"))).glob("*.glass"))
    print("| table | MB | of the index |\n|---|---|---|")
    total = sum(table.stat().st_size for table in tables)
    for table in tables:
        size = table.stat().st_size
        print(f"| {table.stem} | {size / 1e6:.1f} | {size / total * 100:.0f} % |")

    rows, single = postings()
    lists = [0] * len(KINDS)
    single_lists = whole = plain = shared = 0
    texts = []
    for number in range(1, articles + 1, STEP_ARTICLES):
        document = database.get_document(number)
        terms = [(item.term, item.wdf) for item in document.termlist()]
        size = deflated(packed(terms))
        whole += size
        for place in range(len(KINDS)):
            lists[place] += size - deflated(packed([t for t in terms if kind_of(t[0]) != place]))
        rare = [t for t in terms if t[0][:1] != b"P" or database.get_termfreq(t[0]) > 1]
        single_lists += size - deflated(packed(rare))
        texts.append(document.get_data())
    print("\n| kind of term | terms | postings | MB of postings | MB less in lists of terms without it |")
    print("|---|---|---|---|---|")
    for (name, _), (terms, count, size), less in zip(KINDS, rows, lists):
        print(f"| {name} | {terms:,} | {count:,} | {size / 1e6:.1f} | {less * STEP_ARTICLES / 1e6:.1f} |")
    print(f"| pairs of a single article, of these | {single[0]:,} | {single[0]:,} | {single[1] / 1e6:.1f} "
          f"| {single_lists * STEP_ARTICLES / 1e6:.1f} |")

    # Half of the texts teach, the other half is measured.
    teachers, measured = texts[::2], texts[1::2]
    with tempfile.TemporaryDirectory() as place:
        names = []
        for index, text in enumerate(texts):
            name = f"{place}/{'t' if index % 2 == 0 else 'm'}{index}"
            pathlib.Path(name).write_bytes(text)
            names.append(name)
        zstd = ["zstd", "-q", "-f", "--no-check"]
        subprocess.run([*zstd, "--train", *names[::2], "-o", f"{place}/d", f"--maxdict={DICTIONARY}"],
                       check=True, stderr=subprocess.DEVNULL)
        learnt = pathlib.Path(f"{place}/d").read_bytes()
        raw = sum(map(len, measured))
        results = [("deflate, level 6", sum(map(deflated, measured)))]
        results.append(("deflate, level 6, with a dictionary of 32 KB",
                        sum(deflated(text, learnt) for text in measured)))
        for level in (3, 12, 19):
            for with_dictionary in (False, True):
                rest = ["-D", f"{place}/d"] if with_dictionary else []
                subprocess.run([*zstd, f"-{level}", *rest, *names[1::2]], check=True)
                size = sum(os.path.getsize(f"{name}.zst") for name in names[1::2])
                results.append((f"zstd, level {level}" + (", with a dictionary of 110 KB" if rest else ""), size))
    print("\n| stored texts compressed | of the text | MB of the index |\n|---|---|---|")
    for name, size in results:
        print(f"| {name} | {size / raw * 100:.1f} % | {size * 2 * STEP_ARTICLES / 1e6:.1f} |")


main()
