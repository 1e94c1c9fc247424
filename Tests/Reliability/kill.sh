#!/bin/bash
# Kills runs of mucluc with SIGKILL until KILLS of them were hit while at work. Each time, the index must
# open, check must find nothing, every article of the last commit must be there, and the next run must
# complete the work.
#
#   bash Tests/Reliability/kill.sh [KILLS]    MUCLUC=PROGRAM tests a program other than the release build
#
# A first run, an update, a rebuild and a compaction are killed at random moments. A switch (the end of a
# rebuild: the stub is renamed, the old generation removed) is killed at each of its system calls, which
# needs a C compiler for failing-disk.c. TMPDIR=/dev/shm makes it faster.
#
# Prints one row for each operation. If anything was lost, the exit status is 1 and the state is kept.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Tests/Reliability/setup.sh
kills=${1:-200}
place=$(realpath "$(mktemp -d)")
export MUCLUC_INDEX=$place/index
articles=$place/articles
mkdir "$articles"
make_articles "$articles" 8
changed=200
build_failing_disk "$place"

fail() {
  echo "after kill $kill of $operation: $*; the state is in $place" >&2
  exit 1
}
count() { "$mucluc" search --no-collapse --count "$@" || [ $? -eq 1 ]; }

# A word that stands for a number: letters, since digits would be a word of their own.
word() { echo "vong$1x" | tr 0123456789 bcdghklmnp; }

# The articles as round $1 has them: 200 changed, 10 new, 10 gone, all marked by a word of this round.
change() {
  marker=$(word "$1")
  for index in $(seq 1 $changed); do
    [ -e "$place/$index.txt" ] || cp "$articles/$index.txt" "$place/$index.txt"
    # Near the beginning, because whatever follows page furniture is dropped.
    { head -n 1 "$place/$index.txt"; echo; echo "Sửa ở $marker."; tail -n +2 "$place/$index.txt"; } \
      >"$articles/$index.txt"
  done
  rm -f "$articles"/new-*
  for index in $(seq 1 10); do
    printf 'Tin mới %s\n\nThêm ở %s.\n' "$marker" "$marker" >"$articles/new-$1-$index.txt"
  done
}
marked=$((changed + 10))
# Runs $operation and kills it: after $1 milliseconds, or for a swap at the $1th of its system calls.
run_and_kill() {
  command_of_operation
  if [ "$operation" = swap ]; then
    LD_PRELOAD=$place/failing-disk.so FAIL_UNDER=$MUCLUC_INDEX FAIL_CALLS=name FAIL_AT=$1 FAIL_KILL=1 \
      "${command[@]}"
    return
  fi
  timeout -s KILL "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))1" "${command[@]}"
}
# A process that was killed may take a while to die and release its lock, so the next one waits.
wait="--wait 20"

operations="first update rebuild compact swap"
declare -A killed ended longest
round=0 kill=0 operation=first
change 0
run $wait >/dev/null
for operation in $operations; do
  killed[$operation]=0 ended[$operation]=0
  # The shortest of three runs, so that most moments strike.
  longest[$operation]=1000000
  for attempt in 1 2 3; do
    [ "$operation" = first ] && rm -rf "$MUCLUC_INDEX"
    round=$((round + 1))
    change $round
    start=$(date +%s%N)
    run $wait >/dev/null
    took=$((($(date +%s%N) - start) / 1000000 + 1))
    [ "$took" -lt "${longest[$operation]}" ] && longest[$operation]=$took
  done
  "$mucluc" index --quiet "$articles"
done
total=$(ls "$articles" | wc -l)
# The last calls of a rebuild that name files below the index, from 60 before the end.
operation=swap
LD_PRELOAD=$place/failing-disk.so FAIL_UNDER=$MUCLUC_INDEX FAIL_CALLS=name \
  FAIL_COUNT=$place/calls run $wait >/dev/null
calls=$(cat "$place/calls")

for operation in $operations; do
  while [ "${killed[$operation]}" -lt $((kills / 5)) ]; do
    kill=$((kill + 1)) round=$((round + 1))
    [ "$operation" = first ] && rm -rf "$MUCLUC_INDEX"
    change $round
    moment=$((RANDOM % longest[$operation]))
    [ "$operation" = swap ] && moment=$((calls - RANDOM % (calls < 60 ? calls : 60)))
    status=0
    { run_and_kill $moment >/dev/null; } 2>/dev/null || status=$?
    case $status in
    137) killed[$operation]=$((killed[$operation] + 1)) ;;
    0) ended[$operation]=$((ended[$operation] + 1)) ;;
    *) fail "it ended with status $status" ;;
    esac

    if [ "$operation" = first ] && [ ! -e "$MUCLUC_INDEX/XAPIANDB" ]; then
      : # Nothing was committed yet, and a reader is told so.
    else
      "$mucluc" check --full >/dev/null || fail "check found something"
      [ "$(articles_indexed)" -eq "$total" ] || fail "articles are missing"
      found=$(count "$(word $round)")
      case $found in
      0 | $marked) ;;
      *) fail "$found articles of the round instead of none or all $marked" ;;
      esac
    fi
    run $wait >/dev/null || fail "the next run failed"
    [ "$operation" != compact ] || "$mucluc" index --quiet "$articles"
    [ "$(count "$(word $round)")" -eq "$marked" ] || fail "the next run did not complete the work"
    [ "$(articles_indexed)" -eq "$total" ] ||
      fail "the next run left another number of articles than $total"
    [ "$(ls -A "$MUCLUC_INDEX" | grep -c '^generation-')" -eq 1 ] || fail "leftovers were not cleared"
  done
done

echo "| operation | runs | killed on the way | ended before | lost |"
echo "|---|---|---|---|---|"
for operation in $operations; do
  runs=$((killed[$operation] + ended[$operation]))
  echo "| $operation | $runs | ${killed[$operation]} | ${ended[$operation]} | 0 |"
done
rm -rf "$place"
