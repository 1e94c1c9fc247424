import Testing
import VietnameseText

/// Every Vietnamese letter in every composition.
@Suite struct LetterFormTests {
  struct Base: Sendable, CustomTestStringConvertible {
    let plain: Character
    let quality: UInt32?
    let isUpper: Bool
    /// The base letter without quality mark, in its case; `đ` has no mark to take off.
    var letter: String {
      isUpper ? String(plain).uppercased() : String(plain)
    }
    var folded: Form { plain == "đ" ? "d" : Form(String(plain)) }
    var testDescription: String { letter + String(scalars: [quality ?? 0x200B]) }
  }

  static let bases: [Base] = {
    let plain = "abcdđefghijklmnopqrstuvwxyz".map { ($0, UInt32?.none) }
    let marked: [(Character, UInt32?)] = [
      ("a", 0x306), ("a", 0x302), ("e", 0x302), ("o", 0x302), ("o", 0x31B), ("u", 0x31B),
    ]
    return (plain + marked).flatMap { letter, quality in
      [false, true].map { Base(plain: letter, quality: quality, isUpper: $0) }
    }
  }()

  /// All ways to write a letter with its quality mark and tone.
  static func compositions(_ base: Base, _ tone: Tone) -> [String] {
    let toneMarks: [UInt32?] =
      switch tone {
      case .level: [nil]
      case .grave: [0x300, 0x340]
      case .acute: [0x301, 0x341]
      default: [tone.combiningMark]
      }
    return toneMarks.flatMap { toneMark -> [String] in
      let quality = base.quality.map { [$0] } ?? []
      let mark = toneMark.map { [$0] } ?? []
      let withQuality = (base.letter + String(scalars: quality)).nfc
      let withTone = (base.letter + String(scalars: mark)).nfc
      let whole = withQuality + String(scalars: mark)
      return [
        whole.nfc, whole.nfd, whole, withTone + String(scalars: quality),
        base.letter + String(scalars: quality + mark),
        base.letter + String(scalars: mark + quality),
      ]
    }
  }

  @Test(arguments: bases)
  func everyCompositionHasTheSameForms(_ base: Base) {
    var reader = WordReader()
    for tone in Tone.allCases {
      let quality = base.quality.map { [$0] } ?? []
      let mark = tone == .level ? [] : [tone.combiningMark]
      let expected = Form((base.letter.lowercased() + String(scalars: quality + mark)).nfc)
      for text in Self.compositions(base, tone) {
        let word = reader.word(text)  // nil unless its range is the whole text
        #expect(word?.folded == base.folded, "\(Form(text))")
        #expect(word?.exact == expected, "\(Form(text))")
      }
    }
  }

  @Test(arguments: bases)
  func rangeStopsAtTheNeighbours(_ base: Base) {
    var reader = WordReader()
    for tone in Tone.allCases {
      for text in Self.compositions(base, tone) {
        let ranges = reader.words("(\(text)) x\(text)").map(\.range)
        let length = text.utf8.count
        #expect(ranges == [1..<1 + length, length + 3..<2 * length + 4], "\(Form(text))")
      }
    }
  }

  /// The same, inside a word that no tone rule touches.
  @Test(arguments: bases)
  func compositionDoesNotMatterInsideAWord(_ base: Base) {
    var reader = WordReader()
    for tone in Tone.allCases {
      let forms = Self.compositions(base, tone).map { reader.word("br\($0)k")?.exact }
      #expect(forms.allSatisfy { $0 != nil && $0 == forms[0] })
    }
  }

  @Test func hasMarksTellsExactFromFolded() {
    let list = TokenList(of: "dau đau ĐAU dấu Dau")
    #expect(list.tokens.map(\.hasMarks) == [false, true, true, true, false])
    #expect(list.tokens.map { list.folded($0) } == Array(repeating: "dau", count: 5))
  }

  @Test func forEachGivesTheSameFormsAsBytes() {
    let list = TokenList(of: "Tỉnh Vĩnh Phúc 165.000 ha")
    var index = 0
    func check(
      _ token: Token, _ folded: UnsafeBufferPointer<UInt8>, _ exact: UnsafeBufferPointer<UInt8>
    ) {
      #expect(token == list.tokens[index])
      #expect(String(decoding: folded, as: UTF8.self) == list.folded(token))
      let shown = exact.isEmpty ? folded : exact
      #expect(String(decoding: shown, as: UTF8.self) == list.exact(token))
      index += 1
    }
    list.visit(check)
    #expect(index == 5)
  }
}
