#!/bin/sh
# Builds the documentation of every library and of the command line; a warning is an error.
#
#   sh Tests/Documentation/run.sh [MODULE…]
#
# Without arguments, every catalogue under Sources. The pages go to .build/documentation/MODULE. Needs
# nothing but the toolchain: its `docc`, and the symbols of the modules that `swift build` has made.
set -eu
cd "$(dirname "$0")/../.."
bin=$(dirname "$(readlink -f "$(command -v swift)")")
pages=.build/documentation
modules=$(swift build --show-bin-path)/Modules
target=$(swift -print-target-info | sed -n 's/.*"triple": "\([^"]*\)".*/\1/p' | head -n 1)
[ $# -gt 0 ] || set -- $(for catalogue in Sources/*/*.docc; do basename "$catalogue" .docc; done)

for module in "$@"; do
  symbols=$pages/symbols/$module
  rm -rf "$symbols" "${pages:?}/$module"
  mkdir -p "$symbols"
  # The program offers no symbols to others: its catalogue is articles only.
  if [ "$module" != mucluc ]; then
    swift build --target "$module"
    maps=
    for map in Sources/C*/include/module.modulemap Sources/C*/module.modulemap .build/debug/*.build/module.modulemap; do
      [ ! -f "$map" ] || maps="$maps -Xcc -fmodule-map-file=$map"
    done
    "$bin/swift-symbolgraph-extract" -module-name "$module" -target "$target" -I "$modules" $maps \
      -minimum-access-level public -skip-synthesized-members -output-dir "$symbols"
  fi
  echo "$module:"
  "$bin/docc" convert "Sources/$module/$module.docc" --additional-symbol-graph-dir "$symbols" \
    --fallback-display-name "$module" --fallback-bundle-identifier "$module" \
    --output-path "$pages/$module" --warnings-as-errors
done
echo "no warning; the pages are in $pages"
