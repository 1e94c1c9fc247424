#!/bin/sh
# mucluc beside other search programs on the same folder of .txt files, in one run: Recoll, Omega (omindex),
# SQLite FTS5, tantivy, ripgrep and find. Prints Markdown; what was kept is in RESULTS.md.
#
#   sh Tests/Benchmarks/peers.sh FOLDER [WORK-FOLDER]
#
# Installs the programs it compares with: Debian packages, and tantivy from PyPI into the work folder.
set -eu
. "$(dirname "$0")/setup.sh"
install_packages recollcmd xapian-omega xapian-tools sqlite3 ripgrep python3 python3-venv
swift build -c release --static-swift-stdlib --disable-local-rpath --product benchmarks >&2
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet tantivy >&2
exec "$work/venv/bin/python" Tests/Benchmarks/peers/compare.py "$corpus" "$work" \
  "$(swift build -c release --show-bin-path)" Tests/Benchmarks/queries.txt
