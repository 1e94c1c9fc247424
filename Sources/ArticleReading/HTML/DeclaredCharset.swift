/// The encoding that a web page says it is in.
///
/// Told from `<meta charset=…>` or `<meta http-equiv=… content="…; charset=…">` near the beginning,
/// without parsing the page: this has to be known before there is text to parse.
enum DeclaredCharset {
  /// How many bytes are looked at; browsers look at 1024, portals print long heads.
  static let searchedBytes = 4096

  /// The label as the page spells it (`utf-8`, `windows-1258`); nil if there is none.
  ///
  /// Works on any encoding whose ASCII is one byte a letter.
  static func label(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(searchedBytes)
    var index = head.startIndex
    while let start = find("<meta", in: head[index...]) {
      let rest = head[(start + 5)...]
      let end = rest.firstIndex(of: 0x3E) ?? rest.endIndex
      if let name = find("charset", in: rest[..<end]), let label = value(in: rest[(name + 7)..<end])
      {
        return label
      }
      index = end
    }
    return nil
  }

  /// What stands behind `=`, quotes left out.
  private static func value(in bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes.drop(while: isSpace)
    guard rest.first == 0x3D else { return nil }
    rest = rest.dropFirst().drop { isSpace($0) || $0 == 0x22 || $0 == 0x27 }
    let label = rest.prefix { $0 > 0x20 && $0 < 0x7F && !Array("\"';/>".utf8).contains($0) }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }

  /// Where an ASCII word in lower case occurs first, case ignored.
  private static func find(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    word.withUTF8Buffer { word in
      bytes.indices.first { start in
        bytes.endIndex - start >= word.count
          && word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] | 0x20 }
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
