/// The mark that may begin a file of Unicode text.
enum ByteOrderMark: Equatable {
  case utf8
  /// ``TextEncoding/utf16LE`` or ``TextEncoding/utf16BE``.
  case utf16(TextEncoding)
  /// Either byte order.
  case utf32

  /// Nil where there is none.
  init?(of bytes: [UInt8]) {
    // UTF-32's little-endian mark begins with UTF-16's, so it is asked first.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      self = .utf32
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16(.utf16LE)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16(.utf16BE)
    } else {
      return nil
    }
  }

  /// Its length in bytes.
  var length: Int {
    switch self {
    case .utf8: 3
    case .utf16: 2
    case .utf32: 4
    }
  }
}
