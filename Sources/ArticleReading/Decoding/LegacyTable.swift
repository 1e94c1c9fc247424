/// One of the old encodings as tables: what a byte is, and what two bytes together are.
///
/// Two bytes make one letter in VNI (`aâ` is `ấ`'s kin) and in Windows-1258 (a letter and its tone).
struct LegacyTable: Sendable {
  /// The scalar of each byte; U+FFFD for a byte without meaning.
  let scalars: [UInt16]
  /// From 1: which row of ``pairs`` a byte heads; 0 for one that heads none.
  let heads: [UInt8]
  /// From 1: which column of ``pairs`` a byte is behind a head; 0 for none.
  let marks: [UInt8]
  /// Scalars of two bytes, ``rowLength`` a row; 0 where the two are no letter.
  let pairs: [UInt16]
  /// More than there are marks.
  static let rowLength = 64
  /// What bytes and pairs are in words.
  let kinds: [VietnameseLetters.Kind]
  let pairKinds: [VietnameseLetters.Kind]
  /// UTF-8 of bytes and pairs: the bytes from the lowest, their number in bits 24…31.
  private let utf8: [UInt32]
  private let pairUTF8: [UInt32]
  private let capitalUTF8: [UInt32]

  /// - Parameters:
  ///   - caseless: bytes whose case the encoding does not tell.
  ///   - loose: bytes that have no place in a word unless behind a head.
  init(
    scalars: [UInt16], pairs: [(head: UInt8, mark: UInt8, scalar: UInt16)] = [],
    caseless: Set<UInt8> = [], loose: Set<UInt8> = []
  ) {
    self.scalars = scalars
    var heads = [UInt8](repeating: 0, count: 256)
    var marks = heads
    var table = [UInt16](repeating: 0, count: Self.rowLength)
    var markCount: UInt8 = 0
    for pair in pairs {
      if heads[Int(pair.head)] == 0 {
        heads[Int(pair.head)] = UInt8(table.count / Self.rowLength)
        table += [UInt16](repeating: 0, count: Self.rowLength)
      }
      if marks[Int(pair.mark)] == 0 {
        markCount += 1
        marks[Int(pair.mark)] = markCount
      }
      table[Int(heads[Int(pair.head)]) * Self.rowLength + Int(marks[Int(pair.mark)])] = pair.scalar
    }
    (self.heads, self.marks, self.pairs) = (heads, marks, table)
    kinds = scalars.enumerated().map { byte, scalar in
      let kind = VietnameseLetters.kind(scalar)
      if loose.contains(UInt8(byte)) { return .foreign }
      return caseless.contains(UInt8(byte)) ? kind.caseless : kind
    }
    pairKinds = table.map { $0 == 0 ? .foreign : VietnameseLetters.kind($0) }
    utf8 = scalars.map(Self.packed)
    pairUTF8 = table.map(Self.packed)
    capitalUTF8 = scalars.map { Self.packed(Self.capital($0)) }
  }

  /// The text of `bytes`.
  ///
  /// - Parameter capitals: ranges, ascending, whose letters become capitals; only for an encoding
  ///   without pairs.
  func decode(_ bytes: Span<UInt8>, capitals: [Range<Int>] = []) -> String {
    var size = 4
    for index in bytes.indices { size += Int(utf8[Int(bytes[unchecked: index])] >> 24) }
    return String(unsafeUninitializedCapacity: size) { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var output = Output(base: UnsafeMutableRawPointer(base))
      var start = 0
      for range in capitals {
        write(bytes, start..<range.lowerBound, utf8, to: &output)
        write(bytes, range, capitalUTF8, to: &output)
        start = range.upperBound
      }
      write(bytes, start..<bytes.count, utf8, to: &output)
      return output.count
    }
  }

  private struct Output {
    let base: UnsafeMutableRawPointer
    var count = 0

    /// The buffer has room for four bytes wherever there is room for one.
    @inline(__always)
    mutating func append(_ packed: UInt32) {
      base.storeBytes(of: packed.littleEndian, toByteOffset: count, as: UInt32.self)
      count += Int(packed >> 24)
    }
  }

  private func write(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ utf8: [UInt32], to output: inout Output
  ) {
    let (utf8, pairUTF8) = (utf8.span, pairUTF8.span)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = Int(bytes[unchecked: index])
      index += 1
      if heads[byte] != 0, index < range.upperBound {
        let pair = Int(heads[byte]) * Self.rowLength + Int(marks[Int(bytes[unchecked: index])])
        if pairs[pair] != 0 {
          output.append(pairUTF8[pair])
          index += 1
          continue
        }
      }
      output.append(utf8[unchecked: byte])
    }
  }

  private static func packed(_ scalar: UInt16) -> UInt32 {
    guard let scalar = Unicode.Scalar(scalar) else { return 0 }
    var (packed, count): (UInt32, UInt32) = (0, 0)
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      packed |= UInt32(byte) << (8 * count)
      count += 1
    }
    return packed | count << 24
  }

  private static func capital(_ scalar: UInt16) -> UInt16 {
    guard 1..<30 ~= VietnameseLetters.kind(scalar).letter, let small = Unicode.Scalar(scalar),
      let capital = small.properties.uppercaseMapping.unicodeScalars.first
    else { return scalar }
    return UInt16(truncatingIfNeeded: capital.value)
  }
}
