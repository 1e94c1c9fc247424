#!/bin/sh
# Runs all tests: installs what is missing, builds, checks the format, tests.
#
#   sh Tests/run.sh [arguments of swift test]
set -eu
cd "$(dirname "$0")/.."
. Samples/install.sh
install_packages $build_packages xapian-tools poppler-utils antiword catdoc

# The libraries are compiled optimised: that takes longer than it takes not to, and the tests take less than
# half as long.
MUCLUC_OPTIMIZED=1
export MUCLUC_OPTIMIZED

swift format lint --strict -r --configuration .swift-format Package.swift Sources Tests
swift build --build-tests
swift test --skip-build "$@"
