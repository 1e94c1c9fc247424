/// Makes UTF-8 of UTF-16 that comes chunk by chunk; what is no UTF-16 becomes U+FFFD.
///
/// One thread at a time.
final class UTF16Converter {
  private let isBigEndian: Bool
  /// Bytes of a mark that are still to be passed over.
  private var mark: Int
  /// A byte whose other half is to come, and a unit that begins a pair.
  private var half: UInt8?
  private var lead: UInt16?
  private var output: [UInt8] = []
  /// What was handed out last lives here.
  private var storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 0, alignment: 1)

  /// Nil for text that does not begin as UTF-16 does: with its mark, or with two characters of ASCII.
  init?(ofText start: UnsafeRawBufferPointer) {
    let bytes = Array(start.prefix(4))
    switch ByteOrderMark(of: bytes) {
    case .utf16(let encoding): (isBigEndian, mark) = (encoding == .utf16BE, 2)
    case nil where bytes.count == 4:
      let isText = { (byte: UInt8) in byte == 0x09 || byte == 0x0A || byte == 0x0D || byte >= 0x20 }
      if bytes[1] == 0, bytes[3] == 0, isText(bytes[0]), isText(bytes[2]) {
        (isBigEndian, mark) = (false, 0)
      } else if bytes[0] == 0, bytes[2] == 0, isText(bytes[1]), isText(bytes[3]) {
        (isBigEndian, mark) = (true, 0)
      } else {
        return nil
      }
    default: return nil
    }
  }

  deinit { storage.deallocate() }

  /// The UTF-8 of the next chunk, valid until the next call; empty if it held but half a character.
  func convert(_ chunk: UnsafeRawBufferPointer, isLast: Bool) -> UnsafeRawBufferPointer {
    output.removeAll(keepingCapacity: true)
    for byte in chunk {
      if mark > 0 {
        mark -= 1
        continue
      }
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      take(isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first))
    }
    if isLast {
      if lead != nil || half != nil { append("\u{FFFD}") }
      (lead, half) = (nil, nil)
    }
    if storage.count < output.count {
      storage.deallocate()
      storage = .allocate(byteCount: output.count, alignment: 16)
    }
    storage.copyBytes(from: output)
    return UnsafeRawBufferPointer(rebasing: storage[..<output.count])
  }

  private func take(_ unit: UInt16) {
    if let first = lead {
      lead = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + ((UInt32(first) & 0x3FF) << 10 | (UInt32(unit) & 0x3FF))
        append(Unicode.Scalar(value) ?? "\u{FFFD}")
        return
      }
      append("\u{FFFD}")
    }
    if UTF16.isLeadSurrogate(unit) {
      lead = unit
    } else {
      append(Unicode.Scalar(unit) ?? "\u{FFFD}")
    }
  }

  private func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      output.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      output += UTF8.encode(scalar).map { Array($0) } ?? []
    }
  }
}
