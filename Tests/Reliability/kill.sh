#!/bin/bash
# Kills runs of mucluc with SIGKILL at random moments and looks at what is left: the index opens, check
# finds nothing, every article of the last commit is there, and the next run completes the work.
#
#   bash Tests/Reliability/kill.sh [KILLS]    MUCLUC=PROGRAM takes another program than the release build
#
# Prints one row an operation; exit status 1 and the state kept if anything was lost.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Tests/Reliability/articles.sh
kills=${1:-200}
mucluc=$(realpath "${MUCLUC:-$(swift build -c release --show-bin-path)/mucluc}")
place=$(mktemp -d)
export MUCLUC_INDEX=$place/index
articles=$place/articles
mkdir "$articles"
make_articles "$articles" 6

fail() {
  echo "after kill $kill of $operation: $*; the state is in $place" >&2
  exit 1
}
count() { "$mucluc" search --count "$@" || [ $? -eq 1 ]; }

# A word that stands for a number: letters, since digits would be a word of their own.
word() { echo "vong$1x" | tr 0123456789 bcdghklmnp; }

# The articles as round $1 has them: 30 changed, 10 new, 10 gone, all marked by a word of this round.
change() {
  marker=$(word "$1")
  for index in $(seq 1 30); do
    printf 'Tin %s\n\nBài này đã sửa ở %s.\n' "$marker" "$marker" >"$articles/$index.txt"
  done
  for index in $(seq 1 10); do
    printf 'Tin mới %s\n\nThêm ở %s.\n' "$marker" "$marker" >"$articles/new-$1-$index.txt"
  done
  for file in "$articles"/new-*; do
    case $file in */new-$1-*) ;; *) rm -f "$file" ;; esac
  done
}
run() {
  case $operation in
  update) "$mucluc" index --quiet "$articles" ;;
  rebuild) "$mucluc" index --quiet --rebuild "$articles" ;;
  compact) "$mucluc" compact ;;
  first) "$mucluc" index --quiet "$articles" ;;
  esac
}

"$mucluc" index --quiet "$articles"
operations="update rebuild compact first"
declare -A killed ended longest
for operation in $operations; do
  killed[$operation]=0 ended[$operation]=0
  [ "$operation" = first ] && rm -rf "$MUCLUC_INDEX"
  change 0
  start=$(date +%s%N)
  run >/dev/null
  longest[$operation]=$((($(date +%s%N) - start) / 1000000 + 2))
done
total=$(ls "$articles" | wc -l)

for kill in $(seq 1 "$kills"); do
  set -- $operations
  shift $((kill % 4))
  operation=$1
  [ "$operation" = first ] && rm -rf "$MUCLUC_INDEX"
  [ "$operation" = compact ] || change "$kill"
  total=$(ls "$articles" | wc -l)
  milliseconds=$((RANDOM % longest[$operation]))
  export operation mucluc articles
  status=0
  { timeout -s KILL "$(printf '%d.%03d' $((milliseconds / 1000)) $((milliseconds % 1000)))1" \
    bash -c 'case $operation in
      rebuild) exec "$mucluc" index --quiet --rebuild "$articles" ;;
      compact) exec "$mucluc" compact ;;
      *) exec "$mucluc" index --quiet "$articles" ;;
    esac' >/dev/null; } 2>/dev/null || status=$?
  case $status in
  137) killed[$operation]=$((killed[$operation] + 1)) ;;
  0) ended[$operation]=$((ended[$operation] + 1)) ;;
  *) fail "it ended with status $status" ;;
  esac

  if [ "$operation" = first ] && [ ! -e "$MUCLUC_INDEX/XAPIANDB" ]; then
    : # Nothing was committed yet; a reader is told so.
  else
    "$mucluc" check --full >/dev/null || fail "check found something"
    [ "$(articles_indexed)" -eq "$total" ] || fail "articles are missing"
    marked=$(count "$(word "$kill")")
    case $operation-$marked in
    *-0 | *-40) ;;
    *) fail "$marked articles of the round instead of none or all 40" ;;
    esac
  fi
  run >/dev/null || fail "the next run failed"
  if [ "$operation" != compact ]; then
    [ "$(count "$(word "$kill")")" -eq 40 ] || fail "the next run did not complete the work"
    [ "$(articles_indexed)" -eq "$total" ] ||
      fail "the next run left another number of articles than $total"
  fi
  [ "$(ls -A "$MUCLUC_INDEX" | grep -c '^generation-')" -eq 1 ] || fail "leftovers were not cleared"
done

echo "| operation | runs | killed on the way | ended before | lost |"
echo "|---|---|---|---|---|"
for operation in $operations; do
  runs=$((killed[$operation] + ended[$operation]))
  echo "| $operation | $runs | ${killed[$operation]} | ${ended[$operation]} | 0 |"
done
rm -rf "$place"
