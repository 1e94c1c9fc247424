import Testing

/// The letter tables against the standard library's own case mapping and canonical equivalence.
@Suite struct LetterTableTests {
  static let blocks: [ClosedRange<UInt32>] = [
    0xC0...0x24F, 0x1E00...0x1EFF, 0x370...0x3FF, 0x400...0x52F, 0x1F00...0x1FFF,
  ]

  static func letters(_ block: ClosedRange<UInt32>) -> [Unicode.Scalar] {
    block.compactMap(Unicode.Scalar.init).filter {
      switch $0.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
      default: false
      }
    }
  }

  /// Letters read as another: eth and African D for đ, dotless i, long s (with its dot).
  static let readAs: [UInt32: Form] = [
    0xD0: "đ", 0xF0: "đ", 0x189: "đ", 0x131: "i", 0x17F: "s", 0x1E9B: "ṡ",
  ]
  /// Letters that fold to two.
  static let ligatures: [UInt32: Form] = [
    0xC6: "ae", 0xE6: "ae", 0x152: "oe", 0x153: "oe", 0xDF: "ss", 0x1E9E: "ss", 0xDE: "th",
    0xFE: "th", 0x132: "ij", 0x133: "ij", 0x1C4: "dz", 0x1C5: "dz", 0x1C6: "dz", 0x1C7: "lj",
    0x1C8: "lj", 0x1C9: "lj", 0x1CA: "nj", 0x1CB: "nj", 0x1CC: "nj", 0x1FC: "ae", 0x1FD: "ae",
    0x1E2: "ae", 0x1E3: "ae",
  ]

  @Test(arguments: blocks)
  func compositionDoesNotMatter(_ block: ClosedRange<UInt32>) {
    var reader = WordReader()
    for scalar in Self.letters(block) {
      for text in [String(scalar), "x\(scalar)x", "\(scalar)\(scalar)"] {
        let word = reader.word(text)
        #expect(word != nil, "\(Form(text))")
        for other in [text.nfc, text.nfd].map({ reader.word($0) }) {
          #expect(other?.exact == word?.exact, "\(Form(text))")
          #expect(other?.folded == word?.folded, "\(Form(text))")
        }
      }
    }
  }

  /// Canonically equal, and NFC but for letters with two tone marks (`ṍ`), where the second follows
  /// loose, and Greek ones with iota below.
  @Test(arguments: blocks)
  func exactFormIsTheLowerCaseLetter(_ block: ClosedRange<UInt32>) {
    var reader = WordReader()
    for scalar in Self.letters(block) {
      let exact = reader.word(String(scalar))?.exact
      if let expected = Self.readAs[scalar.value] {
        #expect(exact == expected)
      } else {
        #expect(exact?.text == scalar.properties.lowercaseMapping, "\(Form(String(scalar)))")
      }
    }
  }

  @Test(arguments: blocks)
  func foldedFormIsTheBaseLetter(_ block: ClosedRange<UInt32>) throws {
    var reader = WordReader()
    for scalar in Self.letters(block) {
      let base = try #require(String(scalar).nfd.lowercased().nfd.unicodeScalars.first)
      let folded = reader.word(String(scalar))?.folded
      if let expected = Self.ligatures[scalar.value] {
        #expect(folded == expected)
      } else if base.isASCII || scalar.value >= 0x370 && scalar.value < 0x1E00 {
        #expect(folded == Form(String(base)), "\(Form(String(scalar)))")
      }
    }
  }

  @Test(
    arguments: [
      ("Łódź", "lodz", "łódź"), ("Øresund", "oresund", "øresund"), ("Ħal", "hal", "ħal"),
      ("Ŧ", "t", "ŧ"), ("Ɨ", "i", "ɨ"), ("Ŋ", "n", "ŋ"), ("Ƶ", "z", "ƶ"), ("ƒ", "f", "ƒ"),
      ("Ðà", "da", "đà"), ("Ɖà", "da", "đà"), ("ðà", "da", "đà"), ("ĸ", "k", "ĸ"),
    ] as [(String, Form, Form)])
  func strokesFoldToo(_ text: String, _ folded: Form, _ exact: Form) {
    #expect(words(text).map(\.folded) == [folded])
    #expect(words(text).map(\.exact) == [exact])
  }

  @Test(arguments: Array(ligatures))
  func ligatureKeepsItsExactForm(_ ligature: (key: UInt32, value: Form)) {
    var reader = WordReader()
    let text = String(scalars: [ligature.key])
    #expect(reader.word("b\(text)c")?.folded == Form("b\(ligature.value.text)c"))
    #expect(reader.word("b\(text)c")?.exact.text == "b\(text.lowercased())c")
  }
}
