/// A letter with the combining marks that cannot become part of it, in canonical order.
///
/// `o` + cedilla + acute is canonically the same text as `ó` + cedilla. So that every order and
/// composition of the same marks ends in the same letters, a mark that does not simply join its
/// letter takes all marks off, sorts them by combining class, and puts them on again. Rare in real
/// text, hence not on the fast path.
struct MarkedLetter {
  /// Further loose marks on one letter are ignored, so that heaps of marks cost little.
  static let maximumLooseMarks = 32

  private(set) var letter: Letter
  /// Marks that are neither the tone nor part of ``letter``.
  private(set) var loose: [UInt32]

  /// - Parameter letters: a letter and the loose marks after it.
  init(_ letters: some Collection<Letter>) {
    letter = letters.first ?? Letter(folded: 0, exact: 0)
    loose = letters.dropFirst().map(\.exact)
  }

  /// The letter and its loose marks as letters without folded form.
  var letters: [Letter] { [letter] + loose.map { Letter(folded: 0, exact: $0) } }

  /// Puts `mark` on the last letter of `letters`.
  static func add(_ mark: UInt32, to letters: inout [Letter]) {
    guard let base = letters.lastIndex(where: { $0.folded != 0 }) else { return }
    var marked = MarkedLetter(letters[base...])
    marked.add(mark)
    letters.replaceSubrange(base..., with: marked.letters)
  }

  mutating func add(_ mark: UInt32) {
    if let (first, second) = Composition.decomposed(mark) {
      add(first)
      if second != 0 { add(second) }
    } else if !loose.isEmpty || !letter.take(mark: mark) {
      guard loose.count < Self.maximumLooseMarks else { return }
      putAll(sorted(takeAll() + [mark]))
    }
  }

  /// Strips the letter to its base.
  private mutating func takeAll() -> [UInt32] {
    var marks: [UInt32] = []
    while let (base, mark) = Composition.decomposed(letter.exact) {
      if mark != 0 { marks.insert(mark, at: 0) }
      letter.exact = base
    }
    if letter.hasTone { marks.append(letter.tone.combiningMark) }
    letter.tone = .level
    defer { loose = [] }
    return marks + loose
  }

  private mutating func putAll(_ marks: [UInt32]) {
    for mark in marks {
      // As in canonical composition, a mark reaches the letter past loose ones of lower class only.
      let isBlocked =
        Tone(combiningMark: mark) == nil
        && loose.last.map { Self.order($0) >= Self.order(mark) } ?? false
      if isBlocked || !letter.take(mark: mark) { loose.append(mark) }
    }
  }

  /// Stable sort by canonical combining class, with the tones after the others of their class:
  /// where among them a tone was written makes no difference.
  private func sorted(_ marks: [UInt32]) -> [UInt32] {
    func key(_ mark: UInt32) -> Int {
      Int(Self.order(mark)) * 2 + (Tone(combiningMark: mark) == nil ? 0 : 1)
    }
    return marks.enumerated()
      .sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
      .map(\.element)
  }

  private static func order(_ mark: UInt32) -> UInt8 {
    Unicode.Scalar(mark)?.properties.canonicalCombiningClass.rawValue ?? 0
  }
}

extension Letter {
  /// Makes a combining mark this letter's tone or part of it; false if neither is possible.
  mutating func take(mark: UInt32) -> Bool {
    guard folded != 0 else { return false }
    if let newTone = Tone(combiningMark: mark) {
      guard tone == .level else { return false }
      tone = newTone
      return true
    }
    // A stroke of its own makes a `đ`, which Unicode does not compose.
    if mark == 0x335, exact == 0x64 {
      exact = 0x111
      return true
    }
    guard let composed = Composition.composed(exact, mark) else { return false }
    exact = composed
    return true
  }
}
