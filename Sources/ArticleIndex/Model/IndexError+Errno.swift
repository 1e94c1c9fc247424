package import SystemPackage

extension IndexError {
  /// What a failed system call means: `subject: cannot <action>: <cause>`.
  package init(errno: Errno, subject: String, action: String) {
    let (code, remedy): (Code, String) =
      switch errno {
      case .noSuchFileOrDirectory: (.missing, "check the path")
      case .notDirectory, .fileNameTooLong: (.invalidArgument, "check the path")
      case .permissionDenied, .notPermitted, .readOnlyFileSystem:
        (.permission, "check its permissions")
      case .noSpace, .diskQuotaExceeded: (.diskFull, "make room and run again")
      default: (.inputOutput, "")
      }
    self.init(code, subject: subject, reason: "cannot \(action): \(errno)", remedy: remedy)
  }
}
