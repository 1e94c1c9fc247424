import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Running the program as somebody whom file permissions bind: root is not.
enum OrdinaryUser {
  /// What to put before the program; nil if there is no way here.
  static let launcher: [String]? = {
    if getuid() != 0 { return [] }
    let launcher = [
      "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
    ]
    let runner = CommandRunner(
      folder: URL(fileURLWithPath: "/tmp"), launcher: launcher)
    return (try? runner.run(["--version"]))?.status == 0 ? launcher : nil
  }()

  /// Why a test is skipped where ``launcher`` is nil.
  static let reason = "the tests run as root, and setpriv cannot run the program as another user"
}

extension Workspace {
  /// Makes the program run as an ordinary user, who owns everything here.
  func becomeOrdinaryUser() {
    guard let launcher = OrdinaryUser.launcher, !launcher.isEmpty else { return }
    runner.launcher = launcher
    let chown = Process()
    chown.executableURL = URL(fileURLWithPath: "/bin/chown")
    chown.arguments = ["-R", "65534:65534", path.string]
    try? chown.run()
    chown.waitUntilExit()
  }
}
