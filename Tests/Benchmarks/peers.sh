#!/bin/sh
# mucluc beside recoll on the same folder, in one run: time to index, size of the index, time to
# answer 20 queries (Tests/Benchmarks/queries.txt), each as a process from start to last byte.
#
#   sh Tests/Benchmarks/peers.sh FOLDER [WORK-FOLDER]
#
# Prints Markdown; results that were kept stand in Tests/Benchmarks/RESULTS.md. Recoll runs as it is
# installed, except that it also folds đ (unac_except_trans), which it does not by default.
set -eu
corpus=$(cd "$1" && pwd)
work=${2:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd)
cd "$(dirname "$0")/../.."
. Samples/install.sh
install_packages libxapian-dev libxxhash-dev recollcmd

swift build -c release --static-swift-stdlib --product mucluc >&2
mucluc=$(swift build -c release --show-bin-path)/mucluc
queries=Tests/Benchmarks/queries.txt
repeats=5

rm -rf "$work/mucluc" "$work/recoll"
mkdir -p "$work/recoll"
printf 'topdirs = %s\nunac_except_trans = đd Đd\nlogfilename = %s\nloglevel = 2\n' \
  "$corpus" "$work/recoll.log" >"$work/recoll/recoll.conf"

now() { date +%s.%N; }
calc() { awk "BEGIN { printf \"$1\", $2 }"; }
# Both read the corpus from memory.
find "$corpus" -type f -exec cat {} + >/dev/null
files=$(find "$corpus" -type f | wc -l)
megabytes=$(find "$corpus" -type f -printf '%s\n' | awk '{ s += $1 } END { printf "%.0f", s / 1e6 }')

index_mucluc() { "$mucluc" index --quiet --index "$work/mucluc" "$corpus" >&2; }
index_recoll() { recollindex -c "$work/recoll" >/dev/null 2>&1; }
search_mucluc() { "$mucluc" search --index "$work/mucluc" "$1" >"$work/out" 2>/dev/null || true; }
search_recoll() { recollq -c "$work/recoll" -n 10 "$1" >"$work/out" 2>/dev/null || true; }

start=$(now); index_mucluc; end=$(now); mucluc_index=$(calc %.1f "$end - $start")
start=$(now); index_mucluc; end=$(now); mucluc_again=$(calc %.2f "$end - $start")
start=$(now); index_recoll; end=$(now); recoll_index=$(calc %.1f "$end - $start")
start=$(now); index_recoll; end=$(now); recoll_again=$(calc %.2f "$end - $start")
mucluc_size=$(du -sm "$work/mucluc" | cut -f1)
recoll_size=$(du -sm "$work/recoll/xapiandb" | cut -f1)

echo "$(date +%F), $(nproc) cores, $(uname -m), $files files, $megabytes MB of text"
echo
echo "| | mucluc | recoll $(dpkg-query -W -f '${Version}' recollcmd) | recoll / mucluc |"
echo "|---|---|---|---|"
echo "| index from nothing | $mucluc_index s | $recoll_index s | $(calc %.2f "$recoll_index / $mucluc_index") |"
echo "| documents per second | $(calc %.0f "$files / $mucluc_index") | $(calc %.0f "$files / $recoll_index") | |"
echo "| index again, nothing changed | $mucluc_again s | $recoll_again s | $(calc %.2f "$recoll_again / $mucluc_again") |"
echo "| size of the index | $mucluc_size MB | $recoll_size MB | $(calc %.2f "$recoll_size / $mucluc_size") |"

# One process a query; the tools take turns, so that noise meets both.
: >"$work/times"
round=0
while [ $round -lt $repeats ]; do
  while IFS= read -r query; do
    start=$(now); search_mucluc "$query"; middle=$(now)
    [ -s "$work/out" ] || echo "mucluc found nothing for: $query" >&2
    search_recoll "$query"; end=$(now)
    calc '%.2f %.2f' "($middle - $start) * 1000, ($end - $middle) * 1000" >>"$work/times"
    echo >>"$work/times"
  done <"$queries"
  round=$((round + 1))
done
median() { cut -d' ' -f"$1" "$work/times" | sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
worst() { cut -d' ' -f"$1" "$work/times" | sort -n | awk '{ a[NR] = $1 } END { print a[int(NR * 0.95)] }'; }
echo "| 20 queries × $repeats, a process each: median | $(median 1) ms | $(median 2) ms | $(calc %.2f "$(median 2) / $(median 1)") |"
echo "| 95th percentile | $(worst 1) ms | $(worst 2) ms | $(calc %.2f "$(worst 2) / $(worst 1)") |"

"$mucluc" search --batch --index "$work/mucluc" <"$queries" >"$work/batch"
sed 's/.*"took_ms":\([0-9.]*\).*/\1/' "$work/batch" | sort -n |
  awk '{ a[NR] = $1 } END { printf "| the same in one process (--batch): median | %.2f ms | | |\n", a[int((NR + 1) / 2)] }'
echo
echo "| query | mucluc, median of $repeats | recoll |"
echo "|---|---|---|"
number=0
while IFS= read -r query; do
  number=$((number + 1))
  each() { awk -v n="$number" -v of=20 -v c="$1" '(NR - 1) % of == n - 1 { print $c }' "$work/times" | sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
  echo "| $query | $(each 1) ms | $(each 2) ms |"
done <"$queries"
