#!/bin/sh
# Runs the tests under a sanitizer; fails on a failed test and on every finding.
#
#   sh Tests/Sanitizers/run.sh address|thread [arguments of swift test]
#
# `address` is AddressSanitizer with LeakSanitizer for Swift and the shims, and
# UndefinedBehaviorSanitizer for the shims; `thread` is ThreadSanitizer for both. The program that
# CommandTests runs is the sanitized one. Libraries are not instrumented: what they do is seen where they
# call malloc, memcpy, read, pthread_mutex_lock and the like, and not otherwise. What is not to be
# reported, and why: Tests/Sanitizers/*.supp.
#
# Unoptimised and sanitized, the tests take many times as long: name suites by --filter. ThreadSanitizer
# writes a file when a program starts, which `mucluc check` does not let the process of the check do:
# under `thread`, tests of `check` fail.
set -eu
cd "$(dirname "$0")/../.."
. Samples/install.sh
install_packages $build_packages xapian-tools poppler-utils antiword catdoc

sanitizer=${1:-}
[ $# -eq 0 ] || shift
scratch=.build-$sanitizer
flags="--sanitize=$sanitizer --scratch-path $scratch -Xswiftc -DSANITIZED"
case $sanitizer in
  # swiftc has no UBSan for Linux, so what needs more than its handlers is left out.
  address) flags="$flags -Xcxx -fsanitize=undefined -Xcxx -fno-sanitize=vptr,function" ;;
  thread) ;;
  *)
    echo "usage: sh Tests/Sanitizers/run.sh address|thread [arguments of swift test]" >&2
    exit 2
    ;;
esac
swift build --build-tests $flags

# Findings go to files: those of the program, too, whose output tests read. Tests run it as other users.
reports=$PWD/$scratch/reports
rm -rf "$reports"
mkdir -p "$reports"
chmod 1777 "$reports"
common="log_path=$reports/finding:symbolize=1"
list=$PWD/Tests/Sanitizers
# Stacks through libstdc++ need the slow unwinder, or leaks of Xapian's would look like ours.
ASAN_OPTIONS="$common:detect_leaks=1:fast_unwind_on_malloc=0:malloc_context_size=20"
LSAN_OPTIONS="suppressions=$list/leaks.supp:print_suppressions=0"
UBSAN_OPTIONS="$common:print_stacktrace=1"
TSAN_OPTIONS="$common:suppressions=$list/threads.supp:print_suppressions=0"
export ASAN_OPTIONS LSAN_OPTIONS UBSAN_OPTIONS TSAN_OPTIONS
if [ "$sanitizer" = thread ]; then
  clang -shared -fPIC -O1 -o "$PWD/$scratch/swift-mutex.so" "$list/swift-mutex.c" -ldl
  LD_PRELOAD=$PWD/$scratch/swift-mutex.so
  export LD_PRELOAD
fi
status=0
swift test --skip-build $flags "$@" || status=$?
count=$(find "$reports" -type f | wc -l)
if [ "$count" -gt 0 ]; then
  cat "$reports"/*
  echo "$count processes with findings, above and in $scratch/reports" >&2
  exit 1
fi
[ "$status" -ne 0 ] || echo "$sanitizer: no finding"
exit "$status"
