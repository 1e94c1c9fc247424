/// Vietnamese as raw keystrokes: what people type when their input method is switched off.
///
/// ```swift
/// print(TypedKeys.decoded("phucs", .telex) ?? "-")  // phúc
/// print(TypedKeys.decoded("Phu1c", .vni) ?? "-")    // phúc
/// ```
public enum TypedKeys {
  /// The two usual input methods.
  public enum Method: Sendable, CaseIterable {
    /// `aa aw ee oo ow uw dd` for letters, `s f r x j` for tones, `z` for none.
    case telex
    /// `6 7 8 9` for the marks of letters, `1 2 3 4 5` for tones, `0` for none.
    case vni
  }

  /// A word of more keys is not a syllable.
  static let maximumKeys = 16
  /// How many readings of the keys so far are followed further.
  private static let maximumWays = 64

  /// The syllable that the keys of one word write, in lower case, with its tone in the canonical
  /// place; nil if they write no syllable, or one without marks.
  public static func decoded(_ word: String, _ method: Method) -> String? {
    guard word.utf8.count > 1, word.utf8.count <= maximumKeys else { return nil }
    var ways = [TypedSyllable()]
    for byte in word.utf8 {
      let key = byte | (byte > 0x40 ? 0x20 : 0)
      ways = ways.flatMap { way in
        switch method {
        case .telex: way.typingTelex(key)
        case .vni: way.typingVNI(key)
        }
      }
      guard !ways.isEmpty else { return nil }
      ways = Array(ways.prefix(maximumWays))
    }
    for way in ways where way.isMarked {
      let syllable = way.spelling
      if Syllables.isSyllable(syllable) { return syllable }
    }
    return nil
  }
}

/// A syllable as it grows key by key. What a key means may depend on later ones, so typing a key
/// gives every reading of it, likeliest first.
struct TypedSyllable {
  private var letters: [Letter] = []
  private var tone = Tone.level
  /// Whether the last key marked the last letter, so that the same key again takes it back.
  private var hasFreshMark = false

  /// With the tone in its canonical place, but `y` as typed.
  var spelling: String {
    var letters = letters
    if let last = letters.lastIndex(where: \.isVowel) { letters[last].tone = tone }
    let typedLast = letters.last
    letters.withUnsafeMutableBufferPointer { TonePlacement.canonicalize($0) }
    if let typedLast, typedLast.folded == 0x79 {
      letters[letters.count - 1].folded = typedLast.folded
      letters[letters.count - 1].exact = typedLast.exact
    }
    return Syllables.text(letters)
  }

  /// Whether there is any mark.
  var isMarked: Bool { tone != .level || letters.contains(where: \.isMarked) }

  private var hasVowel: Bool { letters.contains(where: \.isVowel) }

  // MARK: - What keys do

  /// The letter a key writes.
  private func writing(_ key: UInt8) -> Self {
    var next = self
    next.letters.append(Letter(folded: UInt32(key), exact: UInt32(key)))
    next.hasFreshMark = false
    return next
  }

  /// The same with the tone.
  private func toned(_ tone: Tone) -> Self {
    var next = self
    next.tone = tone
    next.hasFreshMark = false
    return next
  }

  /// The same with letter `index` marked: as `mark`, a scalar value.
  private func marked(_ index: Int, _ mark: UInt32) -> Self {
    var next = self
    next.letters[index].exact = mark
    next.hasFreshMark = index == letters.count - 1
    return next
  }

  /// The last unmarked letter that is written with `letter`.
  private func last(_ letter: UInt8) -> Int? {
    letters.lastIndex { $0.folded == UInt32(letter) && !$0.isMarked }
  }

  /// Circumflex on the last unmarked `letter`.
  private func circumflexed(_ letter: UInt8) -> Self? {
    guard let index = last(letter), let mark = Self.circumflex[letter] else { return nil }
    return marked(index, mark)
  }

  private func breved() -> Self? { last(Key.a).map { marked($0, 0x103) } }

  private func stroked() -> Self? {
    guard letters.first?.folded == UInt32(Key.d), letters.first?.isMarked == false else {
      return nil
    }
    return marked(0, 0x111)
  }

  /// Every way to put horns: on both letters of `uo`, on the last `u`, on the last `o`.
  private func horned() -> [Self] {
    var ways: [Self] = []
    let (u, o) = (last(Key.u), last(Key.o))
    if let o, o > 0, letters[o - 1].exact == UInt32(Key.u) {
      ways.append(marked(o - 1, 0x1B0).marked(o, 0x1A1))
    }
    // Only the vowel before it has its horn yet: `ưo`.
    if let o { ways.append(marked(o, 0x1A1)) }
    if let u {
      ways.append(marked(u, 0x1B0))
      // `uu`: the first of them, as in `lưu`.
      if u > 0, letters[u - 1].folded == UInt32(Key.u), !letters[u - 1].isMarked {
        ways.insert(marked(u - 1, 0x1B0), at: 0)
      }
    }
    return ways
  }

  /// `ưo` with the second horn, which typists may leave out before another letter.
  private var completed: Self? {
    guard let o = last(Key.o), o > 0, letters[o - 1].exact == 0x1B0 else { return nil }
    return marked(o, 0x1A1)
  }

  // MARK: - Telex

  /// Every reading of a Telex key; empty if it has none.
  func typingTelex(_ key: UInt8) -> [Self] {
    guard key &- 0x61 < 26 else { return [] }
    switch key {
    case Key.s, Key.f, Key.r, Key.x, Key.j, Key.z:
      guard hasVowel, let tone = Self.telexTones[key] else { return [writing(key)] }
      return [toned(tone)]
    case Key.a, Key.e, Key.o:
      // A third one takes the mark back: `ooo` writes `oo`.
      if hasFreshMark, let last = letters.last, last.folded == UInt32(key) {
        var plain = self
        plain.letters[letters.count - 1].exact = UInt32(key)
        return [plain.writing(key)]
      }
      return [circumflexed(key)].compactMap { $0 } + [writing(key)]
    case Key.d:
      return [stroked()].compactMap { $0 } + [writing(key)]
    case Key.w:
      let ways = horned() + [breved()].compactMap { $0 }
      guard ways.isEmpty else { return ways }
      return [writing(Key.u).marked(letters.count, 0x1B0)]
    default:
      let next = writing(key)
      return [completed?.writing(key), next].compactMap { $0 }
    }
  }

  // MARK: - VNI

  /// Every reading of a VNI key; empty if it has none.
  func typingVNI(_ key: UInt8) -> [Self] {
    switch key {
    case 0x61...0x7A:
      return [completed?.writing(key), writing(key)].compactMap { $0 }
    case 0x30...0x35:
      // One tone a syllable: `u23` is a football team.
      guard hasVowel, tone == .level, let tone = Self.vniTones[key] else { return [] }
      return [toned(tone)]
    case 0x36: return [Key.a, Key.e, Key.o].compactMap { circumflexed($0) }
    case 0x37: return horned()
    case 0x38: return [breved()].compactMap { $0 }
    case 0x39: return [stroked()].compactMap { $0 }
    default: return []
    }
  }

  private enum Key {
    static let (a, d, e, o, u, w): (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) =
      (0x61, 0x64, 0x65, 0x6F, 0x75, 0x77)
    static let (s, f, r, x, j, z): (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) =
      (0x73, 0x66, 0x72, 0x78, 0x6A, 0x7A)
  }

  private static let circumflex: [UInt8: UInt32] = [Key.a: 0xE2, Key.e: 0xEA, Key.o: 0xF4]
  private static let telexTones: [UInt8: Tone] = [
    Key.s: .acute, Key.f: .grave, Key.r: .hook, Key.x: .tilde, Key.j: .dotBelow, Key.z: .level,
  ]
  private static let vniTones: [UInt8: Tone] = [
    0x30: .level, 0x31: .acute, 0x32: .grave, 0x33: .hook, 0x34: .tilde, 0x35: .dotBelow,
  ]
}
