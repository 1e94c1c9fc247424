/// The mark that may begin a file of Unicode text.
enum ByteOrderMark: Equatable {
  case utf8
  /// ``TextEncoding/utf16LE`` or ``TextEncoding/utf16BE``.
  case utf16(TextEncoding)
  /// Either byte order.
  case utf32

  /// Nil where there is none.
  init?(of bytes: [UInt8]) {
    guard bytes.count >= 2 else { return nil }
    let third = bytes.count > 2 ? bytes[2] : 1
    let fourth = bytes.count > 3 ? bytes[3] : 1
    // UTF-32's little-endian mark begins with UTF-16's, so it is asked first.
    switch (bytes[0], bytes[1], third, fourth) {
    case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF): self = .utf32
    case (0xEF, 0xBB, 0xBF, _): self = .utf8
    case (0xFF, 0xFE, _, _): self = .utf16(.utf16LE)
    case (0xFE, 0xFF, _, _): self = .utf16(.utf16BE)
    default: return nil
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
