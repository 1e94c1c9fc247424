import Testing

/// Canonically equal texts have the same words: forms, gaps, numbers; only the ranges differ.
///
/// Exceptions, none of them in these blocks: more than 32 loose marks on one letter, and letters
/// beyond U+FFFF that have a decomposition (Indic scripts, musical signs).
@Suite struct CanonicalEquivalenceTests {
  struct Summary: Equatable {
    let folded: Form
    let exact: Form
    let gap: String
    init(_ word: Word) {
      (folded, exact, gap) = (word.folded, word.exact, "\(word.gap)\(word.isNumber)")
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func randomLettersAndMarks(_ seed: UInt64) {
    var random = RandomText(seed: seed)
    var reader = WordReader()
    for _ in 0..<6000 {
      let text = random.letters(1...10)
      let given = reader.words(text).map(Summary.init)
      let composed = reader.words(text.nfc).map(Summary.init)
      let decomposed = reader.words(text.nfd).map(Summary.init)
      if composed != decomposed || given != composed {
        let all = [given, composed, decomposed].map { $0.map(\.exact) }
        Issue.record("\(Form(text)): \(all)")
      }
    }
  }

  @Test(arguments: [5, 6] as [UInt64])
  func randomMixedText(_ seed: UInt64) {
    var random = RandomText(seed: seed)
    var reader = WordReader()
    for _ in 0..<5000 {
      let text = String(decoding: random.mixed(pieces: 1...20), as: UTF8.self)
      let composed = reader.words(text.nfc).map(Summary.init)
      let decomposed = reader.words(text.nfd).map(Summary.init)
      if composed != decomposed {
        Issue.record("\(Form(text)): \(composed.map(\.exact)) \(decomposed.map(\.exact))")
      }
    }
  }

  /// Every order of the same marks: those of one class may not change places canonically, but a
  /// tone and a quality mark may here.
  @Test(
    arguments: [
      ("o", [0x302, 0x301]), ("o", [0x31B, 0x323]), ("a", [0x306, 0x323]),
      ("e", [0x327, 0x302, 0x323]),
      ("u", [0x31B, 0x309]), ("o", [0x327, 0x301]), ("q", [0x327, 0x323, 0x301]),
      ("o", [0x328, 0x304, 0x31B]), ("α", [0x313, 0x301, 0x345]), ("s", [0x323, 0x307]),
    ] as [(String, [UInt32])])
  func orderOfMarks(_ base: String, _ marks: [UInt32]) {
    var reader = WordReader()
    let orders = marks.indices.flatMap { first in
      marks.indices.flatMap { second in
        marks.indices.compactMap { third -> [UInt32]? in
          let order = marks.count == 3 ? [first, second, third] : [first, second]
          return Set(order).count == marks.count ? order.map { marks[$0] } : nil
        }
      }
    }
    let exact = orders.flatMap { order -> [Form?] in
      let text = base + String(scalars: order)
      return [text, text.nfc, text.nfd].map { reader.word($0)?.exact }
    }
    #expect(exact.allSatisfy { $0 != nil && $0 == exact[0] }, "\(exact)")
  }
}
