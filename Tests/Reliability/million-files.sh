#!/bin/bash
# Indexes a folder of very many tiny files twice, then searches. It must come to an end, its memory must stay
# bounded, and the second run, which finds nothing changed, must be quick.
#
#   bash Tests/Reliability/million-files.sh [FILES]    MUCLUC=PROGRAM tests a program other than the release
#                                                      build; default 1,000,000 files
#
# Prints a row for each run: seconds of wall clock and processor, and the most memory it used. Each file
# takes 4 kB in $TMPDIR, and about 1 kB in the index.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Tests/Reliability/setup.sh
files=${1:-1000000}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export MUCLUC_INDEX=$place/index
mkdir "$place/articles"
# One line each, as an article of nothing but a title.
seq 1 "$files" | sed 's/^/Tin vắn số /' |
  (cd "$place/articles" && split -l 1 -a 7 --numeric-suffixes=1 --additional-suffix=.txt - tin)

# measure NAME COMMAND…: runs it and prints its row.
measure() {
  name=$1
  shift
  TIMEFORMAT="%R s | %U + %S s"
  exec 3>&1
  taken=$({ time {
    "$@" >"$place/output" 2>"$place/errors" &
    most=0
    while memory=$(sed -n 's/VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$!/status" 2>/dev/null) &&
      [ -n "$memory" ]; do
      most=$memory
      sleep 0.01
    done
    wait $!
    echo "$most" >"$place/memory"
  }; } 2>&1)
  echo "| $name | $taken | $(($(cat "$place/memory") / 1024)) MiB | $(cat "$place/output") |"
}
echo "| $files files | wall clock | processor | memory | it said |"
echo "|---|---|---|---|---|"
measure "index from nothing" "$mucluc" index "$place/articles"
measure "index again" "$mucluc" index
measure "search" "$mucluc" search --count "tin vắn số $files"
