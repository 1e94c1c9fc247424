import Testing

@testable import VietnameseText

/// Keystrokes of Telex and VNI become what they were meant to be.
struct TypedKeysTests {
  @Test(arguments: [
    ("vinhx", "vĩnh"), ("phucs", "phúc"), ("VINHX", "vĩnh"), ("Phucs", "phúc"), ("vixnh", "vĩnh"),
    ("chuyeern", "chuyển"), ("chuyener", "chuyển"), ("chuyeenr", "chuyển"), ("ddooir", "đổi"),
    ("doodir", "đổi"), ("soos", "số"), ("nuwowcs", "nước"), ("nuowcs", "nước"), ("nwowcs", "nước"),
    ("nuwocs", "nước"), ("dduwowngf", "đường"), ("dduowngf", "đường"), ("duongwdf", "đường"),
    ("tw", "tư"), ("ww", nil), ("luuw", "lưu"), ("huwu", "hưu"), ("thuowr", "thuở"),
    ("quoocs", "quốc"), ("quawngj", "quặng"), ("muaw", "mưa"), ("hoawcj", "hoặc"),
    ("xooong", nil), ("kyx", "kỹ"), ("kyr", "kỷ"), ("thuyr", "thuỷ"), ("hoaf", "hoà"),
    ("quys", "quý"), ("gif", "gì"), ("gioongs", "giống"), ("giuwowngf", "giường"),
    ("vinh", nil), ("phuc", nil), ("v", nil), ("", nil), ("vinhz", nil), ("vinhsz", nil),
    ("vinhsx", "vĩnh"), ("google", nil), ("windows", nil), ("xyz", nil), ("ddd", nil),
    ("sss", nil), ("vĩnh", nil), ("vi nhx", nil), ("batf", nil), ("batr", nil), ("bats", "bát"),
    ("nghieengf", "nghiềng"), ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", nil), ("a", nil), ("as", "á"),
  ])
  func telex(_ keys: String, _ expected: String?) {
    #expect(TypedKeys.decoded(keys, .telex) == expected)
  }

  @Test(arguments: [
    ("Vi4nh", "vĩnh"), ("Phu1c", "phúc"), ("vinh4", "vĩnh"), ("chuye63n", "chuyển"),
    ("chuyen63", "chuyển"), ("d9o6i3", "đổi"), ("doi936", "đổi"), ("so61", "số"),
    ("nu7o71c", "nước"), ("nuoc71", "nước"), ("nuo7c1", "nước"), ("d9u7o7ng2", "đường"),
    ("a8n", "ăn"), ("tu7", "tư"), ("ky4", "kỹ"), ("thuo73", "thuở"), ("hoa8c5", "hoặc"),
    ("ql2", nil), ("u23", nil), ("covid19", nil), ("a12", nil), ("2020", nil), ("vinh", nil),
    ("h5n1", nil), ("vi4nhx", nil), ("4g", nil), ("bat2", nil), ("bat1", "bát"), ("vinh0", nil),
    ("vinh40", nil), ("9d", nil), ("", nil), ("a66", nil), ("1", nil),
  ])
  func vni(_ keys: String, _ expected: String?) {
    #expect(TypedKeys.decoded(keys, .vni) == expected)
  }

  /// Every syllable with every tone it can have, typed in every usual order.
  @Test(arguments: TypedKeys.Method.allCases)
  func everySyllable(method: TypedKeys.Method) {
    var count = 0
    for toneless in Syllables.toneless {
      for tone in Tone.allCases
      where !Syllables.isStopped(toneless) || [.acute, .dotBelow].contains(tone) {
        let syllable = KeyStrokes.spelling(toneless, tone)
        guard syllable != Folding.folded(toneless) else { continue }
        for keys in KeyStrokes.ways(toneless, tone, method) {
          let decoded = TypedKeys.decoded(keys, method)
          #expect(decoded == syllable, "\(keys) for \(syllable)")
          count += 1
        }
      }
    }
    #expect(count > 30_000)
  }

  /// A syllable without any mark is never taken for keys; `boong` alone is also how `bông` is typed.
  @Test(arguments: TypedKeys.Method.allCases)
  func plainSyllablesAreNoKeys(method: TypedKeys.Method) {
    for toneless in Syllables.toneless where Folding.folded(toneless) == toneless {
      if method == .telex, toneless.contains("oo") { continue }
      #expect(TypedKeys.decoded(toneless, method) == nil, "\(toneless)")
    }
  }

  /// What is decoded is a syllable, in the spelling the tokenizer calls exact but for `y`.
  @Test func randomKeys() {
    var random = SplitMix64(seed: 20)
    let keys = Array("aaeeoouuiywsfrxjzddnghctpmbvklq123456789")
    var found = 0
    for _ in 0..<50_000 {
      let word = String(
        (0..<Int(random.next() % 9)).map { _ in keys[Int(random.next() % UInt64(keys.count))] })
      for method in TypedKeys.Method.allCases {
        guard let decoded = TypedKeys.decoded(word, method) else { continue }
        found += 1
        #expect(Syllables.isSyllable(decoded), "\(word)")
        let list = TokenList(of: decoded)
        #expect(list.tokens.count == 1 && list.tokens[0].hasMarks, "\(word)")
        let canonical = list.exact(list.tokens[0])
        #expect(
          canonical == decoded || decoded.contains("y") || "ýỳỷỹỵ".contains(decoded.last ?? " "))
      }
    }
    #expect(found > 100)
  }
}

/// Writes syllables as keystrokes.
enum KeyStrokes {
  static func spelling(_ toneless: String, _ tone: Tone) -> String {
    var letters = toneless.unicodeScalars.compactMap { Syllables.letter($0.value) }
    guard let vowel = letters.lastIndex(where: \.isVowel) else { return toneless }
    letters[vowel].tone = tone
    let endsInY = letters.last?.folded == 0x79
    letters.withUnsafeMutableBufferPointer { TonePlacement.canonicalize($0) }
    if endsInY {
      letters[letters.count - 1].folded = 0x79
      letters[letters.count - 1].exact = 0x79
    }
    var text = String.UnicodeScalarView()
    for letter in letters {
      let scalar = letter.hasTone ? Composition.toned(letter.exact, letter.tone) : letter.exact
      if let scalar = Unicode.Scalar(scalar) { text.append(scalar) }
    }
    return String(text)
  }

  private static let telex: [Character: String] = [
    "ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd",
  ]
  private static let vni: [Character: String] = [
    "ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9",
  ]

  /// Marks where they stand or at the end, the tone behind its vowels or at the end; `uow` for `ươ`.
  static func ways(_ toneless: String, _ tone: Tone, _ method: TypedKeys.Method) -> Set<String> {
    let table = method == .telex ? telex : vni
    let toneKey: String =
      switch (method, tone) {
      case (_, .level): ""
      case (.telex, .acute): "s"
      case (.telex, .grave): "f"
      case (.telex, .hook): "r"
      case (.telex, .tilde): "x"
      case (.telex, .dotBelow): "j"
      case (.vni, .acute): "1"
      case (.vni, .grave): "2"
      case (.vni, .hook): "3"
      case (.vni, .tilde): "4"
      case (.vni, .dotBelow): "5"
      }
    let lastVowel = toneless.lastIndex { "aăâeêioôơuưy".contains($0) } ?? toneless.startIndex
    var (inside, shared, level, bare, marks) = ("", "", "", "", "")
    for index in toneless.indices {
      let letter = toneless[index]
      var keys = table[letter] ?? String(letter)
      // `oo` that stays two letters is typed with a third.
      if method == .telex, letter == "o", level.hasSuffix("o") { keys = "oo" }
      if keys.count > 1, table[letter] != nil {
        bare += keys.prefix(1)
        if !marks.contains(keys.suffix(1)) { marks += keys.suffix(1) }
      } else {
        bare += keys
      }
      inside += keys
      level += keys
      let isPair = letter == "ư" && toneless[index...].dropFirst().first == "ơ"
      shared += isPair ? "u" : keys
      if index == lastVowel {
        inside += toneKey
        shared += toneKey
      }
    }
    var ways: Set<String> = [inside, shared]
    // With the tone at the very end.
    ways.insert(level + toneKey)
    ways.insert(bare + marks + toneKey)
    return ways
  }
}
