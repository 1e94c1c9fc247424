#!/bin/sh
# Builds the documentation of the libraries and of the command line; a warning is an error. Before that,
# looks whether every link from one file to another leads somewhere.
#
#   sh Tests/Documentation/run.sh [MODULE…]
#
# Without arguments, every catalogue under Sources. The pages go to .build/documentation/MODULE. It needs
# the toolchain and no plug-in: `swift build` makes the modules, as for the tests, `docc` the pages.
set -eu
cd "$(dirname "$0")/../.."
. Samples/install.sh
install_packages $build_packages
# As Tests/run.sh has it, so that nothing is compiled again.
MUCLUC_OPTIMIZED=1
export MUCLUC_OPTIMIZED
tools=$(dirname "$(readlink -f "$(command -v swift)")")
pages=.build/documentation
target=$(swift -print-target-info | sed -n 's/.*"triple": "\([^"]*\)".*/\1/p' | head -n 1)
[ $# -gt 0 ] || set -- $(for catalogue in Sources/*/*.docc; do basename "$catalogue" .docc; done)

# Links between files, as a reader follows them in the repository.
git ls-files '*.md' | while IFS= read -r page; do
  { grep -o '](\(\.\|[A-Za-z]\)[^):]*)' "$page" || true; } | sed 's/^](//; s/)$//; s/#.*//' |
    while IFS= read -r link; do
      [ -e "$(dirname "$page")/$link" ] || { echo "$page: $link is not there" >&2; exit 1; }
    done || exit 1
done

# Writes the public symbols of the module $1 to the folder $2.
extract_symbols() {
  swift build --target "$1"
  build=$(swift build --show-bin-path)
  flags=$(xml2-config --cflags | sed 's/^ *//; s/\(-I\)/-Xcc \1/g')
  for map in Sources/SystemLibraries/*/module.modulemap Sources/*/include/module.modulemap \
    .build/checkouts/*/Sources/*/include/module.modulemap "$build"/*.build/module.modulemap; do
    [ ! -f "$map" ] || flags="$flags -Xcc -fmodule-map-file=$map"
  done
  "$tools/swift-symbolgraph-extract" -module-name "$1" -target "$target" -I "$build/Modules" $flags \
    -minimum-access-level public -skip-synthesized-members -output-dir "$2"
}

for module in "$@"; do
  echo "$module"
  symbols=$pages/symbols/$module
  rm -rf "$symbols" "${pages:?}/$module"
  mkdir -p "$symbols"
  # The program has no public symbols: its catalogue is articles only.
  [ "$module" = mucluc ] || extract_symbols "$module" "$symbols"
  "$tools/docc" convert "Sources/$module/$module.docc" --additional-symbol-graph-dir "$symbols" \
    --fallback-display-name "$module" --fallback-bundle-identifier "$module" \
    --output-path "$pages/$module" --warnings-as-errors
done
echo "no warning; the pages are in $pages"
