internal import CArguments

/// What the program was started with. `CommandLine` knows nothing of it where /proc is not mounted.
enum ProgramArguments {
  /// All arguments, the program's name first; empty if they cannot be read.
  static var pointers: [UnsafeMutablePointer<CChar>] {
    var count: Int32 = 0
    let known = cargs_arguments(&count)
    let all = UnsafeBufferPointer(
      start: known ?? CommandLine.unsafeArgv, count: Int(known == nil ? CommandLine.argc : count))
    return all.compactMap { $0 }
  }

  /// The arguments behind the program's name, what is not UTF-8 in them repaired; nil if they cannot be
  /// read.
  static var texts: [String]? {
    let pointers = pointers
    return pointers.isEmpty ? nil : pointers.dropFirst().map { String(cString: $0) }
  }
}
