/// Makes the sketch of one article after another from its words, in reading order.
///
/// A few multiplications a word: it is fed by the analyzer with the forms that are at hand there.
struct Sketcher {
  /// Words of a run. Shorter runs meet by chance, longer ones break at every change.
  static let shingleWords = 4

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// `base` to the power of ``shingleWords``: what takes the oldest word out of a run.
  private static let leaving: UInt64 = base &* base &* base &* base

  /// The least hash of each bin; `max` where none fell.
  private var least = [UInt64](repeating: .max, count: ArticleSketch.bins)
  /// The hashes of the last words: a ring.
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private var run: UInt64 = 0
  private var count = 0
  private var title: UInt64 = 0

  /// Takes a word of the title: it matters only where there is hardly a body.
  @inline(__always)
  mutating func addTitle(_ form: UnsafeBufferPointer<UInt8>) {
    title = title &* Self.base &+ Self.hash(form)
  }

  /// Takes the next word of the body: its folded form.
  @inline(__always)
  mutating func add(_ form: UnsafeBufferPointer<UInt8>) {
    let word = Self.hash(form)
    run = run &* Self.base &+ word &- words.0 &* Self.leaving
    words = (words.1, words.2, words.3, word)
    count += 1
    if count >= Self.shingleWords { keep(run) }
  }

  /// Completes a sketch and starts afresh; nil for a body without words.
  mutating func finish() -> ArticleSketch? {
    defer { reset() }
    guard count > 0 else { return nil }
    if count < Self.shingleWords { keep(run) }
    // Of hardly any words, all that differs may be the headline.
    let salt = count < ArticleSketch.fewestWords ? title : 0
    let marks = least.map { hash -> UInt8 in
      guard hash != .max else { return 0 }
      let mixed = salt == 0 ? hash : Self.mixed(hash ^ salt)
      // Bits that had no part in choosing the bin and hardly any in choosing its least.
      return UInt8(1 + (mixed >> 8 & 0xFFFF) % ArticleSketch.marks)
    }
    let shingles = max(1, count - Self.shingleWords + 1)
    return ArticleSketch(marks: marks, shingles: UInt16(clamping: shingles))
  }

  private mutating func reset() {
    for bin in least.indices { least[bin] = .max }
    words = (0, 0, 0, 0)
    (run, count, title) = (0, 0, 0)
  }

  @inline(__always)
  private mutating func keep(_ run: UInt64) {
    let hash = Self.mixed(run)
    let bin = Int(hash & UInt64(ArticleSketch.bins - 1))
    if hash < least[bin] { least[bin] = hash }
  }

  /// The finalizer of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
  /// Generators, OOPSLA 2014).
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var hash = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
  }

  /// A hash of a form that is the same in every run: eight bytes a step; most forms are one.
  @inline(__always)
  private static func hash(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(form)
    var hash = UInt64(bytes.count)
    var start = 0
    while bytes.count - start > 8 {
      let piece = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      hash = (hash ^ UInt64(littleEndian: piece)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      start += 8
    }
    var last: UInt64 = 0
    for byte in bytes[start...] { last = last << 8 | UInt64(byte) }
    hash = (hash ^ last) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }
}
