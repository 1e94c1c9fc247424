/// How Vietnamese bytes look when read by one table: the words that are syllables and those that are
/// not.
struct SyllableScore {
  /// Words with at least one byte above 7F that are syllables, and that are not.
  private(set) var valid = 0
  private(set) var invalid = 0
  /// The same of words in plain ASCII.
  private(set) var plainValid = 0
  private(set) var plainInvalid = 0
  /// The valid words of two letters and more, one bit each by hash.
  private var seen: UInt64 = 0

  /// At least so many of the valid words differ.
  var distinct: Int { seen.nonzeroBitCount }
  var marked: Int { valid + invalid }
  /// What candidates are compared by.
  var points: Int { valid - invalid }

  init() {}

  /// Reads the bytes by a table; words parted by the ends of `bytes` count as they stand, tags of
  /// HTML are passed over.
  mutating func add(_ bytes: Span<UInt8>, by table: LegacyTable, syllables: SyllableTable) {
    var word = Word()
    let (kinds, pairKinds) = (table.kinds.span, table.pairKinds.span)
    let (heads, marks, pairs) = (table.heads.span, table.marks.span, table.pairs.span)
    var index = 0
    while index < bytes.count {
      let byte = bytes[unchecked: index]
      index += 1
      if byte == 0x3C { index = Self.endOfTag(bytes, from: index) }
      var kind = kinds[unchecked: Int(byte)]
      var isHigh = byte >= 0x80
      let head = heads[unchecked: Int(byte)]
      if head != 0, index < bytes.count, bytes[unchecked: index] >= 0x80 {
        let pair =
          Int(head) * LegacyTable.rowLength + Int(marks[unchecked: Int(bytes[unchecked: index])])
        if pairs[pair] != 0 {
          (kind, isHigh) = (pairKinds[pair], true)
          index += 1
        }
      }
      if kind.letter != 0 {
        word.append(kind, isHigh: isHigh)
      } else if word.count > 0 {
        count(word, syllables)
        word = Word()
      }
    }
    if word.count > 0 { count(word, syllables) }
  }

  /// Past the `>` of the tag that begins at `start`; `start` if none does.
  private static func endOfTag(_ bytes: Span<UInt8>, from start: Int) -> Int {
    guard start < bytes.count else { return start }
    let first = bytes[unchecked: start]
    guard (first | 0x20) &- 0x61 < 26 || first == 0x2F || first == 0x21 else { return start }
    let limit = min(bytes.count, start + 1024)
    var index = start
    while index < limit {
      if bytes[unchecked: index] == 0x3E { return index + 1 }
      index += 1
    }
    return start
  }

  @inline(__always)
  private mutating func count(_ word: Word, _ syllables: SyllableTable) {
    guard !word.isNoWord else { return }
    let isValid =
      !word.isForeign && word.count <= 7 && word.hasUsualCase
      && syllables.contains(word.letters, tone: word.tone)
    switch (word.isMarked, isValid) {
    case (true, true):
      valid += 1
      let hash = (word.letters << 3 | UInt64(word.tone)) &* 0x9E37_79B9_7F4A_7C15
      if word.count > 1 { seen |= 1 << (hash >> 58) }
    case (true, false): invalid += 1
    case (false, true): plainValid += 1
    case (false, false): plainInvalid += 1
    }
  }

  /// What a word is so far; `Kind.bits` are or-ed together, without branches.
  private struct Word {
    var letters: UInt64 = 0
    var count = 0
    private var all: UInt16 = 0
    private var first: UInt16 = 0
    private var rest: UInt16 = 0
    private var tones = 0

    @inline(__always)
    mutating func append(_ kind: VietnameseLetters.Kind, isHigh: Bool) {
      letters = letters << 5 | UInt64(kind.letter)
      all |= kind.bits | (isHigh ? 0x8000 : 0)
      first = count == 0 ? kind.bits : first
      rest |= count == 0 ? 0 : kind.bits
      tones += kind.tone == 0 ? 0 : 1
      count += 1
    }

    /// Of the one letter that has one.
    @inline(__always) var tone: UInt16 { all >> 5 & 7 }
    @inline(__always) var isMarked: Bool { all & 0x8000 != 0 }
    @inline(__always) var isNoWord: Bool { all & 0x400 != 0 }
    @inline(__always) var isForeign: Bool { all & 0x800 != 0 || tones > 1 }

    /// `tỉnh`, `Tỉnh`, `TỈNH`.
    @inline(__always)
    var hasUsualCase: Bool { rest & 0x100 == 0 || (rest | first) & 0x200 == 0 }
  }
}
