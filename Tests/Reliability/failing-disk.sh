#!/bin/bash
# Lets the disk fail while an index is built, updated, rebuilt and compacted: from one system call on, or at
# that one only, with "No space left on device" and with "Input/output error", at calls spread over the whole
# run. Each time, one line must say so, the index must be as the last commit left it, check must find nothing,
# and on a good disk the next run must complete the work.
#
#   bash Tests/Reliability/failing-disk.sh [MOMENTS]   MOMENTS of each kind; MUCLUC=PROGRAM tests a program
#                                                      other than the release build
#
# The failing disk is failing-disk.c, preloaded: it needs a C compiler but no privileges. TMPDIR=/dev/shm
# makes it faster.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Tests/Reliability/setup.sh
moments=${1:-40}
place=$(realpath "$(mktemp -d)")
export MUCLUC_INDEX=$place/index
articles=$place/articles
mkdir "$articles"
make_articles "$articles" 2
build_failing_disk "$place"

fail() {
  echo "$operation, error $error at call $at, $times: $*; the state is in $place" >&2
  exit 1
}
# The run on the failing disk: the arguments are settings of failing-disk.c.
run_failing() {
  (
    export LD_PRELOAD=$place/failing-disk.so FAIL_UNDER=$MUCLUC_INDEX FAIL_CALLS=write "$@"
    run
  )
}
# 30 articles with a word of this round, letters only.
change() {
  round=$((round + 1))
  marker=vong$(echo $round | tr 0123456789 bcdghklmnp)x
  for index in $(seq 1 30); do
    printf 'Tin %s\n\nBài này đã sửa ở %s.\n' "$marker" "$marker" >"$articles/$index.txt"
  done
}
marked() { "$mucluc" search --count "$marker" || [ $? -eq 1 ]; }
# Before each run: the state that the operation begins with.
prepare() {
  case $operation in
  first) rm -rf "$MUCLUC_INDEX" ;;
  *) change ;;
  esac
}

round=0 at=0 error=0 times=
echo "| operation | error | failing | runs | it failed | it could do without | lost |"
echo "|---|---|---|---|---|---|---|"
for operation in first update rebuild compact; do
  for error in 28 5; do
    text="No space left on device"
    [ "$error" -eq 5 ] && text="Input/output error"
    for times in "" 1; do
      # Twice, as the first update of long articles writes more than the later ones.
      prepare
      run >/dev/null
      prepare
      run_failing "FAIL_COUNT=$place/calls" >/dev/null
      calls=$(cat "$place/calls")
      failed=0 without=0 before=0
      for moment in $(seq 1 "$moments"); do
        at=$((1 + (moment - 1) * calls / moments))
        [ "$at" -ne "$before" ] || continue
        before=$at
        prepare
        status=0
        errors=$(run_failing FAIL_AT=$at FAIL_ERRNO=$error FAIL_TIMES=$times 2>&1 >/dev/null) ||
          status=$?
        case $status in
        0) without=$((without + 1)) ;;
        2)
          failed=$((failed + 1))
          [ "$(printf '%s\n' "$errors" | wc -l)" -eq 1 ] || fail "it said: $errors"
          case $errors in *"$text"*) ;; *) fail "it said: $errors" ;; esac
          ;;
        *) fail "it ended with status $status: $errors" ;;
        esac
        if [ -e "$MUCLUC_INDEX/XAPIANDB" ]; then
          "$mucluc" check --full >/dev/null || fail "check found something"
          [ "$(articles_indexed)" -eq "$number" ] || fail "articles are missing"
          found=$([ "$operation" = first ] || marked)
          case $operation-$status-$found in
          first-* | *-2-0 | *-0-30 | compact-0-0) ;;
          # A commit or switch that was done when the disk failed: the new state, whole.
          *-2-30) ;;
          *) fail "$found articles of this round instead of none or all 30" ;;
          esac
        else
          [ "$operation-$status" = first-2 ] || fail "there is no index"
        fi
        run >/dev/null || fail "on a good disk it failed"
        [ "$operation" != compact ] || "$mucluc" index --quiet "$articles"
        [ "$operation" = first ] || [ "$(marked)" -eq 30 ] || fail "the work was not completed"
        [ "$(ls -A "$MUCLUC_INDEX" | grep -c '^generation-')" -eq 1 ] || fail "leftovers were kept"
      done
      echo "| $operation | $text | ${times:-for good}${times:+ time} | $((failed + without))" \
        "| $failed | $without | 0 |"
    done
  done
done
rm -rf "$place"
