#!/bin/sh
# Fuzzes one reader or stage with libFuzzer, from the samples of its format and the cases kept before.
#
#   sh Tests/Fuzz/run.sh NAME [SECONDS]
#
# NAME is a case of a Fuzzed.swift: a format (built without Xapian), `query` or `analyzer`. A finding is
# printed and kept in Tests/Fuzz/Cases/NAME, where `FuzzCaseTests` replays it.
set -eu
cd "$(dirname "$0")/../.."
reader=$1
seconds=${2:-120}
scratch=.build-fuzz
MUCLUC_FUZZ=$reader
export MUCLUC_FUZZ
swift build -c release --product fuzz --scratch-path $scratch \
  -Xswiftc -enable-testing -Xswiftc -sanitize=fuzzer -Xcxx -fsanitize=fuzzer-no-link
corpus=$scratch/corpus/$reader
cases=Tests/Fuzz/Cases/$reader
mkdir -p "$corpus" "$cases"
extensions=
longest=65536
case $reader in
  query)
    longest=2048
    split -l 1 Tests/Benchmarks/queries.txt "$corpus/typed-"
    ;;
  analyzer)
    longest=8192
    find Samples -name '*.txt' -size -8k -exec cp {} "$corpus" \;
    ;;
  text) extensions="txt" ;;
  jsonl) extensions="jsonl" ;;
  feed) extensions="rss atom xml" ;;
  *) extensions=$reader ;;
esac
for extension in $extensions; do
  find Samples -name "*.$extension" -size -64k -exec cp {} "$corpus" \;
done
dictionary=
if [ -f "Tests/Fuzz/$reader.dict" ]; then dictionary=-dict=Tests/Fuzz/$reader.dict; fi
# Swift would report a crash itself, and exit before libFuzzer has saved the input that caused it.
SWIFT_BACKTRACE=enable=no
export SWIFT_BACKTRACE
exec "$scratch/release/fuzz" "$corpus" "$cases" -max_total_time="$seconds" -timeout=10 $dictionary \
  -rss_limit_mb=1024 -max_len=$longest -artifact_prefix="$cases/" -print_final_stats=1
