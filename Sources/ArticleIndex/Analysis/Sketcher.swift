import VietnameseText

/// Makes the sketch of one article after another from its words, in reading order.
///
/// A few multiplications a word: it is fed by the analyzer with the tokens that are at hand there.
struct Sketcher {
  /// Words of a run. Shorter runs meet by chance, longer ones break at every change.
  static let shingleWords = 4

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// `base` to the power of ``shingleWords``: what takes the oldest word out of a run.
  private static let leaving: UInt64 = base &* base &* base &* base

  /// The least hash of each bin; `max` where none fell.
  private var least = [UInt64](repeating: .max, count: ArticleSketch.bins)
  /// The hashes of the last words, the oldest first.
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private var run: UInt64 = 0
  private var count = 0
  private var title: UInt64 = 0

  /// Takes the words of the title: they matter only where there is hardly a body.
  mutating func addTitle(_ list: TokenList) {
    list.visit { _, form, _ in title = title &* Self.base &+ Self.hash(form) }
  }

  /// Takes the words of the body, or of a part of it after another: their folded forms.
  mutating func add(_ list: TokenList) {
    // Locals, so that nothing is written back for every word.
    var (words, run, count) = (words, run, count)
    least.withUnsafeMutableBufferPointer { least in
      list.visit { _, form, _ in
        let word = Self.hash(form)
        run = run &* Self.base &+ word &- words.0 &* Self.leaving
        words = (words.1, words.2, words.3, word)
        count += 1
        if count >= Self.shingleWords { Self.keep(run, in: least) }
      }
    }
    (self.words, self.run, self.count) = (words, run, count)
  }

  /// Completes a sketch and starts afresh; nil for a body without words.
  mutating func finish() -> ArticleSketch? {
    defer { reset() }
    guard count > 0 else { return nil }
    if count < Self.shingleWords {
      least.withUnsafeMutableBufferPointer { Self.keep(run, in: $0) }
    }
    let values = count < ArticleSketch.fewestWords ? fingerprint() : marks()
    let shingles = max(1, count - Self.shingleWords + 1)
    return ArticleSketch(values: values, shingles: UInt16(clamping: shingles))
  }

  /// What is kept of the least hash of each bin: 1...15, 0 for none.
  private func marks() -> SIMD8<UInt64> {
    var values = SIMD8<UInt64>()
    for index in values.indices {
      var number: UInt64 = 0
      for bin in (index * 16..<index * 16 + 16).reversed() {
        let hash = least[bin]
        // Bits that had no part in choosing the bin and hardly any in choosing its least.
        let mark = 1 + ((hash >> 8 & 0xFFFF) * ArticleSketch.marks) >> 16
        number = number << 4 | (hash == .max ? 0 : mark)
      }
      values[index] = number
    }
    return values
  }

  /// A hash of title and body, all over the bins: a few runs would fill too few of them to tell
  /// texts apart.
  private func fingerprint() -> SIMD8<UInt64> {
    var hash = title
    for bin in least.indices { hash = Self.mixed(hash &* Self.base ^ least[bin]) }
    var values = SIMD8<UInt64>()
    for index in values.indices {
      hash = Self.mixed(hash &+ Self.base)
      values[index] = hash
    }
    return values
  }

  private mutating func reset() {
    for bin in least.indices { least[bin] = .max }
    words = (0, 0, 0, 0)
    (run, count, title) = (0, 0, 0)
  }

  @inline(__always)
  private static func keep(_ run: UInt64, in least: UnsafeMutableBufferPointer<UInt64>) {
    // The words of a run are mixed well, so one multiplication is enough; its high bits are best.
    let product = run &* 0xBF58_476D_1CE4_E5B9
    let bin = Int(product >> 57)
    let hash = product << 7
    // No branch: half of the runs of an article are the least of their bin so far.
    let old = least[bin]
    least[bin] = hash < old ? hash : old
  }

  /// The finalizer of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
  /// Generators, OOPSLA 2014).
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var hash = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
  }

  /// A hash of a form that is the same in every run. Most forms have eight bytes at most: those are
  /// two overlapping halves, or first, middle and last.
  @inline(__always)
  private static func hash(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let count = form.count
    var number: UInt64
    if count >= 4, count <= 8 {
      number = UInt64(half(form, 0)) | UInt64(half(form, count - 4)) << 32
    } else if count < 4 {
      guard count > 0 else { return 0 }
      number = UInt64(form[0]) | UInt64(form[count / 2]) << 8 | UInt64(form[count - 1]) << 16
    } else {
      number = long(form)
    }
    number = (number ^ UInt64(truncatingIfNeeded: count) << 56) &* 0xD6E8_FEB8_6659_FD93
    return number ^ number >> 32
  }

  @inline(__always)
  private static func half(_ form: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32 {
    UInt32(
      littleEndian: UnsafeRawBufferPointer(form).loadUnaligned(
        fromByteOffset: start, as: UInt32.self))
  }

  /// FNV-1a.
  private static func long(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
    form.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

extension ArticleSketch {
  /// The sketch of a text by itself; nil for a body without words. Indexing makes the same one on
  /// its way.
  package init?(title: String, body: String) {
    var sketcher = Sketcher()
    sketcher.addTitle(TokenList(of: title))
    sketcher.add(TokenList(of: body))
    guard let sketch = sketcher.finish() else { return nil }
    self = sketch
  }
}
