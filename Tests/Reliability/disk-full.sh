#!/bin/bash
# Lets the disk fill up while an index is built, updated, rebuilt and compacted, at many sizes of the disk.
# Each time, one line must say that the disk is full, the index must be as the last commit left it, check
# must find nothing, and once there is room the next run must complete the work.
#
#   bash Tests/Reliability/disk-full.sh    MUCLUC=PROGRAM tests a program other than the release build
#
# The disk is a small tmpfs, so this needs root, or a system that lets users mount in a namespace.
set -euo pipefail
script=$(realpath "$0")
cd "$(dirname "$0")/../.."
. Tests/Reliability/setup.sh
if [ -z "${MUCLUC_MOUNTS:-}" ]; then
  MUCLUC_MOUNTS=1 MUCLUC=$mucluc exec unshare -rm bash "$script"
fi
place=$(mktemp -d)
disk=$place/disk
export MUCLUC_INDEX=$disk/index
articles=$place/articles
mkdir "$disk" "$articles"
make_articles "$articles" 4
fail() {
  echo "$operation on $size kB: $*; the state is in $place" >&2
  exit 1
}

echo "| operation | runs | disk full | had room | lost |"
echo "|---|---|---|---|---|"
for operation in first update rebuild compact; do
  full=0 room=0
  for size in $(seq 100 150 7000); do
    mount -t tmpfs -o size=64m tmpfs "$disk"
    total=$number
    if [ "$operation" != first ]; then
      "$mucluc" index --quiet "$articles"
      used=$(du -sk "$disk" | cut -f1)
      [ "$operation" = update ] && for index in $(seq 1 60); do
        echo "Thêm câu $size." >>"$articles/$index.txt"
      done
      # What is there plus a little: the disk cannot be smaller than what it holds.
      mount -o remount,size=$((used + size))k "$disk"
    else
      mount -o remount,size=${size}k "$disk"
    fi
    status=0
    errors=$(run 2>&1 >/dev/null) || status=$?
    case $status in
    0) room=$((room + 1)) ;;
    2)
      full=$((full + 1))
      [ "$(printf '%s\n' "$errors" | wc -l)" -eq 1 ] || fail "it said: $errors"
      case $errors in
      *"the disk is full: "*"No space"*"free some space: "*" are free"*) ;;
      *) fail "it said: $errors" ;;
      esac
      if [ "$operation" = first ]; then
        [ ! -e "$MUCLUC_INDEX/XAPIANDB" ] || fail "a first index that failed is there"
      else
        "$mucluc" check --full >/dev/null || fail "check found something"
        [ "$(articles_indexed)" -eq "$total" ] || fail "articles are missing"
      fi
      mount -o remount,size=64m "$disk"
      run >/dev/null || fail "with room again it failed"
      ;;
    *) fail "it ended with status $status: $errors" ;;
    esac
    "$mucluc" check >/dev/null || fail "check found something afterwards"
    [ "$(articles_indexed)" -eq "$total" ] || fail "articles are missing afterwards"
    umount "$disk"
    # Once there is room for everything, more room shows nothing new.
    [ "$room" -ge 3 ] && break
  done
  echo "| $operation | $((full + room)) | $full | $room | 0 |"
done
rm -rf "$place"
