#!/bin/sh
# Runs the tests under a sanitizer; a failed test or a finding is a failure.
#
#   sh Tests/Sanitizers/run.sh address|thread [arguments of swift test]
#
# `address` is AddressSanitizer with LeakSanitizer for Swift and the shims, and
# UndefinedBehaviorSanitizer for the shims; `thread` is ThreadSanitizer for both. The program that
# CommandTests runs is the sanitized one. Libraries are not instrumented: the sanitizers see what they do
# only where they call malloc, memcpy, read, pthread_mutex_lock and the like. What is not to be reported,
# and why: Tests/Sanitizers/*.supp.
#
# Built with optimisation, all tests take some ten minutes; unoptimised, hours. `address` without further
# arguments first runs all tests with quick stack traces. These end at the first frame of libxapian or
# libstdc++, so memory that those libraries allocate is not checked for leaks. Then it runs the suites
# nearest to the shim with complete stack traces. With arguments, all stack traces are complete.
set -eu
cd "$(dirname "$0")/../.."
. Samples/install.sh
install_packages $build_packages xapian-tools poppler-utils antiword catdoc

sanitizer=${1:-}
[ $# -eq 0 ] || shift
scratch=.build-$sanitizer
flags="--sanitize=$sanitizer --scratch-path $scratch -Xswiftc -DSANITIZED"
flags="$flags -Xswiftc -O -Xcxx -O1 -Xcc -O1"
case $sanitizer in
  # swiftc links no UBSan runtime on Linux, so the checks that ASan's own runtime cannot handle are left out.
  address) flags="$flags -Xcxx -fsanitize=undefined -Xcxx -fno-sanitize=vptr,function" ;;
  thread) ;;
  *)
    echo "usage: sh Tests/Sanitizers/run.sh address|thread [arguments of swift test]" >&2
    exit 2
    ;;
esac
swift build --build-tests $flags

# Findings go to files, also those of the program, whose output the tests read. Tests run it as other
# users, so anyone may write there.
reports=$PWD/$scratch/reports
rm -rf "$reports"
mkdir -p "$reports"
chmod 1777 "$reports"
common="log_path=$reports/finding:symbolize=1"
list=$PWD/Tests/Sanitizers
export UBSAN_OPTIONS="$common:print_stacktrace=1"
# Unless told not to, a process waits a second for its threads before it exits.
export TSAN_OPTIONS="$common:suppressions=$list/threads.supp:print_suppressions=0:atexit_sleep_ms=0"
status=0

# run_tests STACKS [arguments of swift test]
run_tests() {
  stacks=$1
  shift
  case $stacks in
    quick)
      cat "$list/leaks.supp" "$list/leaks-quick.supp" >"$scratch/leaks.supp"
      unwinding=fast_unwind_on_malloc=1 ;;
    whole)
      cp "$list/leaks.supp" "$scratch/leaks.supp"
      unwinding=fast_unwind_on_malloc=0 ;;
  esac
  export ASAN_OPTIONS="$common:detect_leaks=1:$unwinding:malloc_context_size=20"
  export LSAN_OPTIONS="suppressions=$PWD/$scratch/leaks.supp:print_suppressions=0"
  swift test --skip-build $flags "$@" || status=$?
}

case $sanitizer in
  thread)
    clang -shared -fPIC -O1 -o "$PWD/$scratch/swift-mutex.so" "$list/swift-mutex.c" -ldl
    LD_PRELOAD=$PWD/$scratch/swift-mutex.so
    export LD_PRELOAD
    run_tests quick "$@" ;;
  address)
    if [ $# -eq 0 ]; then
      run_tests quick
      run_tests whole --filter 'Store|DocumentScorer|FailingDisk'
    else
      run_tests whole "$@"
    fi ;;
esac
count=$(find "$reports" -type f | wc -l)
if [ "$count" -gt 0 ]; then
  cat "$reports"/*
  echo "$count processes with findings, above and in $scratch/reports" >&2
  exit 1
fi
[ "$status" -ne 0 ] || echo "$sanitizer: no finding"
exit "$status"
