import ArticleIndex
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whoever read the other end of a pipe has gone.
struct BrokenPipe: Error {}

/// Standard output and standard error.
enum Console {
  static let standardOutput = OutputStream(.standardOutput, name: "standard output")
  static let standardError = OutputStream(.standardError, name: "standard error")

  /// Prints one line on standard error, `mucluc: ` before it. Control characters are made visible.
  ///
  /// - Parameter isPlain: the message comes from the argument parser, with line breaks that matter.
  static func complain(_ message: String, isPlain: Bool = false) {
    let text =
      isPlain ? VisibleText.lines(message) : "mucluc: " + VisibleText.line(message)
    try? standardError.write(text + "\n")
  }

  /// Ends the program.
  static func end(_ status: Int32) -> Never { exit(status) }

  /// The clock on the wall.
  static var secondsSince1970: Int { time(nil) }

  /// A reader that has gone shows as ``BrokenPipe``, not as death by signal.
  static func keepBrokenPipesQuiet() { signal(SIGPIPE, SIG_IGN) }

  /// Today, where the user is; nil if the system cannot tell.
  static var today: ArticleDate? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return ArticleDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// An environment variable that is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}

/// One of the standard streams, written whole.
struct OutputStream {
  private let file: FileDescriptor
  private let name: String

  init(_ file: FileDescriptor, name: String) { (self.file, self.name) = (file, name) }

  /// Whether a person is looking at it.
  var isTerminal: Bool { isatty(file.rawValue) == 1 }

  /// Columns of the terminal; `$COLUMNS` or 80 elsewhere.
  var columns: Int {
    var size = winsize()
    if ioctl(file.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return max(1, Console.environment("COLUMNS").flatMap { Int($0) } ?? 80)
  }

  /// Writes all of `text`.
  ///
  /// - Throws: ``BrokenPipe`` if nobody reads any more; `IndexError` otherwise (a full disk).
  func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  func write(_ bytes: [UInt8]) throws {
    do {
      // Not `writeAll`: a generic function of another module is not specialized, so Swift looks its types
      // up while the program runs, which takes longer than the writing.
      try bytes.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
          rest = rest.dropFirst(try file.write(UnsafeRawBufferPointer(rebasing: rest)))
        }
      }
    } catch Errno.brokenPipe {
      throw BrokenPipe()
    } catch let error as Errno {
      throw IndexError(errno: error, subject: name, action: "be written")
    }
  }
}
