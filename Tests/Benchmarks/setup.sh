# What the scripts here share; sourced with the script's arguments, FOLDER and WORK-FOLDER. Sets $corpus
# and $work (a new folder unless one is named), goes to the root of the repository, installs what a build
# needs, and builds. $mucluc is the release build, or the program that MUCLUC names.
corpus=$(cd "$1" && pwd)
work=${2:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd)
cd "$(dirname "$0")/../.."
. Samples/install.sh
install_packages $build_packages

swift build -c release --static-swift-stdlib --disable-local-rpath --product mucluc >&2
mucluc=${MUCLUC:-$(swift build -c release --show-bin-path)/mucluc}
calc() { awk "BEGIN { printf \"$1\", $2 }"; }
