/// What an article's text is like, in 66 bytes: enough to tell how much of it another article shares.
///
/// A sketch of the set of all runs of ``Sketcher/shingleWords`` folded words, by one-permutation
/// minwise hashing (Li, Owen, Zhang: One Permutation Hashing, NIPS 2012) with values cut to four bits
/// (Li, König: b-Bit Minwise Hashing, WWW 2010): every run falls into one of ``bins``, and each bin
/// keeps one of 15 marks of its least hash. The share of the bins in which two sets agree, less what
/// agrees by chance, is their resemblance. Many bins of few bits tell more than the reverse: 128 of
/// four are off by 0.04 where 64 of eight are by 0.06.
package struct ArticleSketch: Sendable, Equatable {
  /// Bins of a sketch.
  package static let bins = 128
  /// Articles with fewer words than this are copies only if body and title are the same.
  package static let fewestWords = 30
  /// Marks a bin may have; 0 is none of them.
  static let marks: UInt64 = 15

  /// The mark of each bin, 16 bins a number, the first lowest; 0 where no run fell.
  private let values: SIMD8<UInt64>
  /// How many runs of words the text has, 65,535 for anything above.
  package let shingles: UInt16

  init(values: SIMD8<UInt64>, shingles: UInt16) {
    (self.values, self.shingles) = (values, shingles)
  }

  /// For ``Schema/Slot/sketch``: the number of runs, big-endian, then two bins a byte, the first low.
  var encoded: [UInt8] {
    var bytes = [UInt8(shingles >> 8), UInt8(shingles & 0xFF)]
    bytes.reserveCapacity(Self.encodedCount)
    for index in values.indices {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: values[index] >> UInt64(shift)))
      }
    }
    return bytes
  }

  /// Bytes of ``encoded``.
  private static let encodedCount = 2 + bins / 2

  /// Reads ``encoded`` back; nil if it is none.
  init?(encoded bytes: [UInt8]) {
    guard bytes.count == Self.encodedCount else { return nil }
    let values = bytes.withUnsafeBytes { bytes in
      var values = SIMD8<UInt64>()
      for index in values.indices {
        let number = bytes.loadUnaligned(fromByteOffset: 2 + index * 8, as: UInt64.self)
        values[index] = UInt64(littleEndian: number)
      }
      return values
    }
    self.init(values: values, shingles: UInt16(bytes[0]) << 8 | UInt16(bytes[1]))
  }

  /// The share of both texts' runs that both have, 0...1, estimated.
  package func resemblance(to other: ArticleSketch) -> Double {
    let (left, right) = (Self.usedBins(values), Self.usedBins(other.values))
    let used = Self.count(left | right)
    let shared = Self.count(left & right)
    let equal = Self.count(left & ~Self.usedBins(values ^ other.values))
    guard used > 0 else { return 0 }
    let chance = 1 / Double(Self.marks)
    let agreeing = (Double(equal) - Double(shared) * chance) / (1 - chance)
    return max(0, agreeing / Double(used))
  }

  /// The high bit of every group of four bits that are not all 0.
  @inline(__always)
  private static func usedBins(_ bins: SIMD8<UInt64>) -> SIMD8<UInt64> {
    let low = SIMD8<UInt64>(repeating: 0x7777_7777_7777_7777)
    return (((bins & low) &+ low) | bins) & ~low
  }

  /// How many bits are set, of which each group of four has the high one or none.
  ///
  /// Groups, then bytes are added up side by side: the processor is not known to have an instruction
  /// that counts the bits of a number.
  @inline(__always)
  private static func count(_ bits: SIMD8<UInt64>) -> Int {
    let groups = (bits &>> 3).wrappedSum()  // at most 8 in each
    let low: UInt64 = 0x0F0F_0F0F_0F0F_0F0F
    let bytes = (groups & low) &+ (groups &>> 4 & low)  // at most 16 in each
    return Int(truncatingIfNeeded: (bytes &* 0x0101_0101_0101_0101) &>> 56)
  }

  /// The share of the shorter text's runs that the longer one has too, 0...1, estimated.
  package func containment(in other: ArticleSketch) -> Double {
    let (less, more) = sizes(other)
    guard less > 0 else { return 0 }
    let resemblance = resemblance(to: other)
    return min(1, resemblance * (less + more) / (1 + resemblance) / less)
  }

  /// Whether one article is a copy of the other: reprinted, trimmed, with another headline or some
  /// names changed.
  ///
  /// A news story that goes on is told in articles which repeat most of the ones before; those are no
  /// copies, so what is shorter must be in the other nearly whole. The limits are what
  /// `benchmarks duplicates` was best with, errors against taking different articles for one.
  package func isDuplicate(of other: ArticleSketch) -> Bool {
    let (less, more) = sizes(other)
    if less < Double(Self.fewestWords - Sketcher.shingleWords + 1) { return self == other }
    guard less >= more * Self.leastLengthRatio else { return false }
    let required = less >= more * Self.similarLength ? Self.sameLengthShare : Self.trimmedShare
    return containment(in: other) >= required
  }

  /// How long the shorter text must be, measured by the longer.
  package static let leastLengthRatio = 0.5
  /// From here on two texts are about as long as each other.
  package static let similarLength = 0.8
  /// How much of the shorter text the longer must have, if they are about as long as each other.
  package static let sameLengthShare = 0.85
  /// The same, if one is a trimmed one.
  package static let trimmedShare = 0.9

  private func sizes(_ other: ArticleSketch) -> (less: Double, more: Double) {
    (Double(min(shingles, other.shingles)), Double(max(shingles, other.shingles)))
  }
}
