/// Tells which old encoding bytes are in that are not UTF-8.
///
/// Each Vietnamese encoding reads a sample; the one whose words with marks are syllables wins, if they
/// are most of the words and enough of them. Only a sample is read, so a large file costs no more.
enum EncodingDetector {
  /// How much is read from the first byte at fault on, and from the middle of what follows.
  private static let (headLength, middleLength) = (32 << 10, 16 << 10)
  /// Where two read a short text equally well, the one more often met goes first.
  private static let candidates: [TextEncoding] = [.tcvn3, .vni, .windows1258, .viscii, .vps]

  /// Nil where no encoding is convincing.
  ///
  /// - Parameters:
  ///   - offset: where `bytes` stop being UTF-8.
  ///   - declared: what the text says it is in; it needs less to convince.
  static func detect(
    _ bytes: Span<UInt8>, from offset: Int, declared: TextEncoding? = nil
  ) -> TextEncoding? {
    let (head, middle) = samples(bytes, from: offset)
    var scores: [(encoding: TextEncoding, score: SyllableScore)] = []
    for encoding in candidates {
      guard let table = LegacyTable.of(encoding) else { continue }
      var score = SyllableScore()
      score.add(bytes.extracting(head), by: table, syllables: .shared)
      score.add(bytes.extracting(middle), by: table, syllables: .shared)
      scores.append((encoding, score))
    }
    guard let best = scores.max(by: { $0.score.points < $1.score.points }) else { return nil }
    // `max` gives the last of equals; the first is wanted.
    let first = scores.first { $0.score.points == best.score.points } ?? best
    if let declared, let own = scores.first(where: { $0.encoding == declared }),
      own.score.valid >= own.score.invalid,
      own.score.points * 5 >= first.score.points * 4
    {
      return declared
    }
    if isConvincing(first.score) { return first.encoding }
    let western = bytes.extracting(head)
    if declared == .windows1252 || WesternText.isPlausible(western) { return .windows1252 }
    return nil
  }

  /// Three in four words with marks have to be syllables, and different ones: not as in tables of
  /// `10 µm`. Where they are few, the words without marks count too: not as in French, where `laïc`
  /// is `lạc` in VNI.
  private static func isConvincing(_ score: SyllableScore) -> Bool {
    guard score.valid * 4 >= score.marked * 3 else { return false }
    if score.marked >= 24 { return score.distinct >= 8 }
    return score.distinct >= 3 && score.plainInvalid <= score.plainValid + score.valid
  }

  private static func samples(
    _ bytes: Span<UInt8>, from offset: Int
  ) -> (head: Range<Int>, middle: Range<Int>) {
    let start = max(0, offset - 1024)
    let head = start..<min(bytes.count, start + headLength)
    let rest = bytes.count - head.upperBound
    let middle = head.upperBound + max(0, (rest - middleLength) / 2)
    return (head, middle..<min(bytes.count, middle + middleLength))
  }
}
