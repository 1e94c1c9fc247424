#!/bin/sh
# Whether an article costs more when there are more of them: mucluc builds an index of 10,000, 50,000 and
# 200,000 articles from one folder, whose files are linked as often as needed.
#
#   sh Tests/Benchmarks/linear.sh FOLDER [WORK-FOLDER]
#
# The work folder must be in the same file system as FOLDER. Time is processor time (user + system), which
# other programs on the machine hardly change. Prints Markdown; results that were kept are in
# Tests/Benchmarks/RESULTS.md.
set -eu
named=$#
set -- "$1" "${2:-$(mktemp -d "$(dirname "$(cd "$1" && pwd)")/linear.XXXXXX")}"
. "$(dirname "$0")/setup.sh"
install_packages time
find "$corpus" -type f | sort >"$work/files"
available=$(wc -l <"$work/files")

echo "$(date +%F), $(nproc) cores, $(uname -m), a folder of $available files"
echo
echo "| articles | processor time | an article | to the first row | wall clock | peak memory | index | of the text |"
echo "|---|---|---|---|---|---|---|---|"
first=
for articles in 10000 50000 200000; do
  rm -rf "$work/text" "$work/index"
  left=$articles
  copy=0
  while [ "$left" -gt 0 ]; do
    copy=$((copy + 1))
    head -n "$left" "$work/files" | sed "s|^$corpus/||" >"$work/some"
    mkdir -p "$work/text/$copy"
    (cd "$corpus" && xargs -d '\n' cp -l --parents -t "$work/text/$copy" <"$work/some")
    left=$((left - available))
  done
  find "$work/text" -type f -exec cat {} + >/dev/null
  bytes=$(find "$work/text" -type f -printf '%s\n' | awk '{ s += $1 } END { printf "%.0f", s }')
  /usr/bin/time -o "$work/time" -f '%U %S %e %M' \
    "$mucluc" index --quiet --index "$work/index" "$work/text" >&2
  read -r user system wall memory <"$work/time"
  size=$(find "$work/index" -type f -printf '%s\n' | awk '{ s += $1 } END { printf "%.0f", s }')
  each=$(calc %.4f "($user + $system) * 1000 / $articles")
  first=${first:-$each}
  echo "| $articles | $(calc %.1f "$user + $system") s | $(calc %.3f "$each") ms | $(calc %.2f "$each / $first") | $wall s | $((memory / 1024)) MB | $(calc %.0f "$size / 1e6") MB | $(calc %.2f "$size / $bytes") |"
done
rm -rf "$work/text" "$work/index" "$work/files" "$work/some" "$work/time"
[ "$named" -gt 1 ] || rmdir "$work"
