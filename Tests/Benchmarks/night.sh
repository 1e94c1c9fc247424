#!/bin/sh
# Two nights of an archive: one without changes, beside find on the same folder, and one in which 1 in
# 100 files has changed, 1 in 500 is new and 1 in 500 is gone. Works on a copy of FOLDER.
#
#   sh Tests/Benchmarks/night.sh FOLDER [WORK-FOLDER]
#
# Both programs take turns, five times; the median counts. Prints Markdown; results that were kept are in
# Tests/Benchmarks/RESULTS.md.
set -eu
. "$(dirname "$0")/setup.sh"
install_packages time
median() { sort -n "$1" | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
# run NAME COMMAND…: adds processor time and wall clock, in seconds, to NAME.cpu and NAME.wall.
run() {
  name=$1
  shift
  /usr/bin/time -o "$work/time" -f '%U %S %e' "$@" >"$work/out"
  read -r user system wall <"$work/time"
  calc '%.2f\n' "$user + $system" >>"$work/$name.cpu"
  echo "$wall" >>"$work/$name.wall"
}

rm -rf "$work/text" "$work/index" "$work"/*.cpu "$work"/*.wall
cp -r "$corpus" "$work/text"
"$mucluc" index --quiet --index "$work/index" "$work/text" >&2
files=$(find "$work/text" -type f | wc -l)
for turn in 1 2 3 4 5; do
  run find find "$work/text" -printf '%p %s %T@\n'
  run quiet "$mucluc" index --quiet --index "$work/index"
done

find "$work/text" -type f | sort >"$work/files"
awk 'NR % 100 == 50' "$work/files" | while IFS= read -r file; do
  printf '\nTối cùng ngày, lực lượng chức năng đã có mặt tại hiện trường.\n' >>"$file"
done
awk 'NR % 500 == 1' "$work/files" | while IFS= read -r file; do
  { printf 'Bản tin sáng mới nhất\n\n'; cat "$file"; } >"${file%.*}-new.txt"
done
awk 'NR % 500 == 2' "$work/files" | while IFS= read -r file; do rm "$file"; done
run busy "$mucluc" index --json --index "$work/index"
result=$(cat "$work/out")
run again "$mucluc" index --json --index "$work/index"
grep -q '"unchanged":'"$(find "$work/text" -type f | wc -l)," "$work/out" ||
  echo "the night after was not quiet: $(cat "$work/out")" >&2
"$mucluc" check --index "$work/index" >&2

echo "$(date +%F), $(nproc) cores, $(uname -m), $files files"
echo
echo "| night | processor time | wall clock | to find, processor / wall |"
echo "|---|---|---|---|"
ratio() { echo "$(calc %.2f "$(median "$work/$1.cpu") / $(median "$work/find.cpu")") / $(calc %.2f "$(median "$work/$1.wall") / $(median "$work/find.wall")")"; }
row() { printf '| %s | %s s | %s s | %s |\n' "$2" "$(median "$work/$1.cpu")" "$(median "$work/$1.wall")" "$3"; }
count() { echo "$result" | sed "s/.*\"$1\":\([0-9]*\).*/\1/"; }
row find 'find FOLDER -printf "%p %s %T@\n"' 1
row quiet "nothing changed" "$(ratio quiet)"
row busy "$(count updated) changed, $(count added) new, $(count removed) gone" ""
rm -rf "$work/text" "$work/index" "$work/files" "$work/time" "$work/out" "$work"/*.cpu "$work"/*.wall
[ $# -gt 1 ] || rmdir "$work"
