/// UTF-8 that was taken for Windows-1252 (or ISO 8859-1) and encoded once more: `Viá»‡t`.
enum DoubleUTF8 {
  /// Whether a look at the first bytes above 7F suggests it: one in sixteen is C2, which begins every
  /// second character of such text and hardly any of a good one. Reads no further than it must.
  static func isLikely(_ bytes: Span<UInt8>) -> Bool {
    var (high, leads) = (0, 0)
    for index in bytes.indices where bytes[unchecked: index] >= 0x80 {
      high += 1
      if bytes[unchecked: index] == 0xC2 { leads += 1 }
      if high == 32 { break }
    }
    return leads * 16 >= high
  }

  /// Undoes up to two such accidents; nil if the text shows no sign of one.
  ///
  /// - Parameter bytes: valid UTF-8.
  static func undo(_ bytes: [UInt8]) -> [UInt8]? {
    guard var result = undoOnce(bytes) else { return nil }
    if let again = undoOnce(result) { result = again }
    // The mark went through it too.
    if result.starts(with: [0xEF, 0xBB, 0xBF]) { result.removeFirst(3) }
    return result
  }

  /// Undoes what can be undone; characters whose bytes are no UTF-8 stay.
  static func undoAll(_ bytes: [UInt8]) -> [UInt8] { Pass(bytes).output }

  /// Believed when most runs of non-ASCII characters are UTF-8 once they are bytes again, and when
  /// there are many such or what comes out has a Vietnamese letter.
  private static func undoOnce(_ bytes: [UInt8]) -> [UInt8]? {
    let pass = Pass(bytes)
    guard pass.undone > 0, pass.kept * 9 <= pass.undone else { return nil }
    return pass.vietnamese > 0 || pass.undone > 2 ? pass.output : nil
  }

  private struct Pass {
    var output: [UInt8] = []
    /// Runs of non-ASCII characters that were made bytes again, and that were not.
    var (undone, kept) = (0, 0)
    /// Sequences of three bytes for U+1E80…1EFF.
    var vietnamese = 0

    init(_ bytes: [UInt8]) {
      output.reserveCapacity(bytes.count)
      let bytes = bytes.span
      var index = 0
      var run: [UInt8] = []
      while index < bytes.count {
        let byte = bytes[unchecked: index]
        guard byte >= 0x80 else {
          output.append(byte)
          index += 1
          continue
        }
        let start = index
        var isMapped = true
        run.removeAll(keepingCapacity: true)
        while index < bytes.count, bytes[unchecked: index] >= 0x80 {
          let length = bytes[unchecked: index] < 0xE0 ? 2 : bytes[unchecked: index] < 0xF0 ? 3 : 4
          let end = min(index + length, bytes.count)
          if let original = Self.original(bytes, index..<end) {
            run.append(original)
          } else {
            isMapped = false
          }
          index = end
        }
        if isMapped, isUTF8(run) {
          undone += 1
          for (first, second) in zip(run, run.dropFirst()) where first == 0xE1 && second >= 0xBA {
            vietnamese += 1
          }
          output += run
        } else {
          kept += 1
          for index in start..<index { output.append(bytes[unchecked: index]) }
        }
      }
    }

    /// The byte of Windows-1252 of a sequence of two or three bytes.
    private static func original(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt8? {
      var value: UInt32
      let lead = UInt32(bytes[unchecked: range.lowerBound])
      switch range.count {
      case 2: value = lead & 0x1F
      case 3: value = lead & 0x0F
      default: return nil
      }
      for index in range.dropFirst() { value = value << 6 | UInt32(bytes[unchecked: index]) & 0x3F }
      return Unicode.Scalar(value).flatMap { WindowsBytes.byte(of: $0) }
    }

    private func isUTF8(_ run: [UInt8]) -> Bool {
      do {
        _ = try UTF8Span(validating: run.span)
        return true
      } catch {
        return false
      }
    }
  }
}
