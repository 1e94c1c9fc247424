import Foundation

/// The C library of Tests/Reliability that, preloaded, lets system calls of the program fail.
enum FailingDisk {
  /// The library, built once; nil where there is no C compiler.
  static let library: String? = {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Reliability/failing-disk.c").standardized.path
    // Beside the program; another test run may build it at the same time.
    let library = CommandRunner.program.deletingLastPathComponent()
      .appendingPathComponent("failing-disk.so").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let build = """
      $(command -v cc || echo clang) -shared -fPIC -O1 -o "$1.$$" "$2" -ldl && mv "$1.$$" "$1"
      """
    process.arguments = ["sh", "-c", build, "sh", library, source]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? library : nil
  }()

  /// Why a test is skipped where ``library`` is nil.
  static let reason = "there is no C compiler to build Tests/Reliability/failing-disk.c"
}

extension Workspace {
  /// The program's runner with system calls of a kind failing (or else, see failing-disk.c) on files
  /// below a folder of this workspace.
  func runner(_ calls: String, under folder: String, _ settings: [String: String]) -> CommandRunner
  {
    var runner = runner
    runner.environment["LD_PRELOAD"] = SanitizerOptions.preloaded(FailingDisk.library ?? "")
    runner.environment["FAIL_UNDER"] = self(folder).string
    runner.environment["FAIL_CALLS"] = calls
    runner.environment.merge(settings) { $1 }
    return runner
  }

  /// How many system calls of a kind the program makes on files below a folder.
  func countCalls(
    _ calls: String, under folder: String, _ arguments: [String]
  ) throws -> Int {
    let count = self("calls").string
    _ = try runner(calls, under: folder, ["FAIL_COUNT": count]).run(arguments)
    let text = try String(contentsOfFile: count, encoding: .utf8)
    return Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }
}

/// Running the program where file systems can be mounted.
enum MountingShell {
  /// What to put before a shell line; nil if mounting is not allowed here.
  static let launcher: [String]? = {
    let launcher = ["/usr/bin/unshare", "-rm", "/bin/sh", "-euc"]
    let runner = CommandRunner(
      folder: URL(fileURLWithPath: "/tmp"),
      launcher: launcher + ["mount -t tmpfs tmpfs /mnt && \"$0\" --version"])
    return (try? runner.run([]))?.status == 0 ? launcher : nil
  }()

  /// Why a test is skipped where ``launcher`` is nil.
  static let reason = "nothing can be mounted here, not even in a namespace of its own"
}

extension CommandRunner {
  /// Runs lines of `sh` in which `mucluc` is the program and file systems can be mounted; what is
  /// mounted is gone afterwards.
  func mountingShell(_ lines: String) throws -> Outcome {
    var runner = self
    runner.launcher = (MountingShell.launcher ?? []) + ["mucluc() { \"$0\" \"$@\"; }\n" + lines]
    return try runner.run([])
  }
}
