#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Feeds one reader or stage what libFuzzer invents: `sh Tests/Fuzz/run.sh NAME SECONDS`.
///
/// Built only by that script, with the `Fuzzed` of the target that NAME is of. A finding is a crash, a hang, too much memory or a broken promise;
/// errors thrown are what bad input is for. What was found is kept in `Tests/Fuzz/Cases` and
/// replayed by `FuzzCaseTests`.
@main struct Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    let status = runDriver(&count, &arguments) { data, size in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: size))
      guard let name = getenv("MUCLUC_FUZZ").map({ String(cString: $0) }),
        let fuzzed = Fuzzed(rawValue: name)
      else {
        print("MUCLUC_FUZZ names nothing that is fuzzed")
        exit(2)
      }
      if let broken = fuzzed.check(bytes) { fatalError(broken) }
      return 0
    }
    exit(status)
  }
}

/// libFuzzer's own loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
