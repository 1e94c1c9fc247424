/// Tells which old encoding bytes are in that are not UTF-8.
///
/// Each Vietnamese encoding reads a sample; the one whose words with marks are syllables wins, if they
/// are most of the words and enough of them. Only a sample is read, so a large file costs no more.
enum EncodingDetector {
  /// How much is read from the first byte at fault on, and from the middle of what follows.
  private static let (headLength, middleLength) = (32 << 10, 16 << 10)
  /// How much is read first: a hundred words tell most texts.
  private static let firstLength = 640
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
    var scores = candidates.map { (encoding: $0, score: SyllableScore()) }
    let first = head.lowerBound..<endOfWord(bytes, before: head.lowerBound + firstLength)
    add(bytes.extracting(first), to: &scores)
    if let found = clearWinner(scores) { return found }
    add(bytes.extracting(first.upperBound..<head.upperBound), to: &scores)
    add(bytes.extracting(middle), to: &scores)
    let best = scores.map(\.score.points).max() ?? 0
    if let declared, let own = scores.first(where: { $0.encoding == declared }),
      own.score.valid >= own.score.invalid, own.score.points * 5 >= best * 4
    {
      return declared
    }
    if let winner = scores.first(where: { $0.score.points == best }), isConvincing(winner.score) {
      return winner.encoding
    }
    let isWestern = declared == .windows1252 || WesternText.isPlausible(bytes.extracting(head))
    return isWestern ? .windows1252 : nil
  }

  private typealias Scores = [(encoding: TextEncoding, score: SyllableScore)]

  private static func add(_ bytes: Span<UInt8>, to scores: inout Scores) {
    for index in scores.indices {
      guard let table = LegacyTable.of(scores[index].encoding) else { continue }
      scores[index].score.add(bytes, by: table, syllables: .shared)
    }
  }

  /// The one that reads many words and convinces, where the second has not half as many points.
  private static func clearWinner(_ scores: Scores) -> TextEncoding? {
    let ranked = scores.sorted { $0.score.points > $1.score.points }
    guard ranked[0].score.marked >= 32, isConvincing(ranked[0].score),
      ranked[1].score.points * 2 <= ranked[0].score.points
    else { return nil }
    return ranked[0].encoding
  }

  /// The last end of a word at or before `limit`, so that no sample cuts one; the end of `bytes` if
  /// that is nearer.
  private static func endOfWord(_ bytes: Span<UInt8>, before limit: Int) -> Int {
    guard limit < bytes.count else { return bytes.count }
    var end = limit
    while end > limit - 64, bytes[unchecked: end] > 0x20 { end -= 1 }
    return end
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
    let start = max(0, offset - 128)
    let head = start..<min(bytes.count, start + headLength)
    let rest = bytes.count - head.upperBound
    let middle = head.upperBound + max(0, (rest - middleLength) / 2)
    return (head, middle..<min(bytes.count, middle + middleLength))
  }
}
