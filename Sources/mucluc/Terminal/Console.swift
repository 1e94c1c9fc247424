import ArticleIndex
import ArticleReading
import Platform
import SystemPackage

/// The other end of a pipe was closed, so there is no point in writing on.
struct BrokenPipe: Error {}

/// Standard output and standard error.
enum Console {
  static let standardOutput = OutputStream(.standardOutput, name: "standard output")
  static let standardError = OutputStream(.standardError, name: "standard error")

  /// Prints one line on standard error, preceded by `mucluc: `. Control characters are made visible.
  ///
  /// - Parameter isPlain: whether the message comes from the argument parser, which breaks its own lines.
  static func complain(_ message: String, isPlain: Bool = false) {
    let text =
      isPlain ? VisibleText.lines(message) : "mucluc: " + VisibleText.line(message)
    try? standardError.write(text + "\n")
  }

  /// Ends the program.
  static func end(_ status: Int32) -> Never { exit(status) }

  /// The current time.
  static var secondsSince1970: Int { time(nil) }

  /// Makes writing to a closed pipe throw ``BrokenPipe`` instead of killing the program.
  static func keepBrokenPipesQuiet() { signal(SIGPIPE, SIG_IGN) }

  /// Today's date in the user's time zone; nil if the system cannot tell.
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

/// One of the standard streams.
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
  /// - Throws: ``BrokenPipe`` if nobody reads it any more; `IndexError` otherwise (a full disk).
  func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  func write(_ bytes: [UInt8]) throws {
    do {
      // Not `writeAll`: it is generic, and looking up its types while the program runs takes longer than
      // the writing itself.
      try bytes.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
          rest = rest.dropFirst(try file.write(UnsafeRawBufferPointer(rebasing: rest)))
        }
      }
    } catch Errno.brokenPipe {
      throw BrokenPipe()
    } catch let error as Errno {
      throw IndexError(.system(.write, error), subject: name)
    }
  }
}
