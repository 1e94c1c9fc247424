#!/bin/sh
# Fuzzes one reader with libFuzzer, from the samples of its format and the cases kept before.
#
#   sh Tests/Fuzz/run.sh READER [SECONDS]
#
# READER is a name of FuzzedReader.swift. A finding is printed and kept in Tests/Fuzz/Cases/READER, where
# `FuzzCaseTests` replays it.
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
case $reader in
  text) extensions="txt" ;;
  jsonl) extensions="jsonl" ;;
  feed) extensions="rss atom xml" ;;
  *) extensions=$reader ;;
esac
for extension in $extensions; do
  find Samples -name "*.$extension" -size -64k -exec cp {} "$corpus" \;
done
exec "$scratch/release/fuzz" "$corpus" "$cases" -max_total_time="$seconds" -timeout=10 \
  -rss_limit_mb=1024 -max_len=65536 -artifact_prefix="$cases/" -print_final_stats=1
