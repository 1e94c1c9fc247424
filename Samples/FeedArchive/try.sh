#!/bin/sh
# Builds the example program and runs it twice on a feed of the samples: the second time nothing is new.
#
#   sh Samples/FeedArchive/try.sh
set -eu
cd "$(dirname "$0")"
. ../install.sh
install_packages $build_packages

swift build
program=$(swift build --show-bin-path)/feed-archive
archive=$(mktemp -d)
trap 'rm -rf "$archive"' EXIT

for round in 1 2; do
  echo "\$ feed-archive INDEX tin-moi.rss 'cau ben dam'"
  "$program" "$archive/index" ../Formats/records/tin-moi.rss 'cau ben dam' >"$archive/output"
  cat "$archive/output"
done
grep -q '^0 added, [1-9][0-9]* replaced$' "$archive/output" || {
  echo "The second round should have replaced what the first one added." >&2
  exit 1
}
