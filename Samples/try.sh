#!/bin/sh
# From a fresh checkout to the first hits: installs what is missing, builds mucluc, indexes the sample
# articles into Index/ and searches them three times.
#
#   sh Samples/try.sh
set -eu
cd "$(dirname "$0")/.."
. Samples/install.sh
command -v swift >/dev/null 2>&1 || {
  echo "Swift 6.3 is needed: https://www.swift.org/install/linux" >&2
  exit 1
}
install_packages $build_packages

# Linked statically, the program starts in half the time and runs where no Swift is installed.
swift build -c release --static-swift-stdlib --disable-local-rpath --product mucluc
mucluc=$(swift build -c release --show-bin-path)/mucluc

echo
echo '$ mucluc index Samples/Articles'
"$mucluc" index Samples/Articles

search() {
  echo
  printf '$ mucluc search -n 2'
  printf " '%s'" "$@"
  echo
  echo
  "$mucluc" search -n 2 --color always "$@"
}
search 'vinh phuc chuyen doi so'
search 'Vĩnh Phúc chuyển đổi số'
search '"nước sạch" hoà'
