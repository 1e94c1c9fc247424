"""tantivy with ASCII folding and the text stored inside: index FOLDER, or answer queries from standard input."""

import json
import pathlib
import sys
import time

import tantivy
from tantivy import Filter, Tokenizer

verb, place = sys.argv[1], pathlib.Path(sys.argv[2])
place.mkdir(parents=True, exist_ok=True)
schema = (
    tantivy.SchemaBuilder()
    .add_text_field("path", stored=True, tokenizer_name="raw")
    .add_text_field("text", stored=True, tokenizer_name="folded")
    .build()
)
index = tantivy.Index(schema, path=str(place))
folded = tantivy.TextAnalyzerBuilder(Tokenizer.simple())
for step in (Filter.remove_long(40), Filter.lowercase(), Filter.ascii_fold()):
    folded = folded.filter(step)
index.register_tokenizer("folded", folded.build())
if verb == "index":
    writer = index.writer(256 << 20, 2)
    for path in pathlib.Path(sys.argv[3]).rglob("*.txt"):
        writer.add_document(tantivy.Document(path=str(path), text=path.read_text("utf-8", "replace")))
    writer.commit()
    writer.wait_merging_threads()
else:
    index.reload()
    searcher = index.searcher()
    for line in sys.stdin:
        start = time.perf_counter()
        query, _ = index.parse_query_lenient(line.strip(), ["text"])
        hits = [searcher.doc(address)["text"] for _, address in searcher.search(query, 10).hits]
        print(json.dumps({"took_ms": (time.perf_counter() - start) * 1e3, "hits": len(hits)}))
