/// Letters of Cyrillic and Greek that look like Latin ones: slips of the keyboard put them into Latin
/// words, and so do those who want a word not to be found.
///
/// A word is Latin if it has a Latin letter and all others look like one: `Vіệt` with a Cyrillic `і`.
/// `Москва` stays as it is, and so does a word of look-alikes alone.
enum LookAlikes {
  /// Whether a letter is in the blocks of Greek and Cyrillic.
  @inline(__always)
  static func mayBe(_ letter: UInt32) -> Bool { letter &- 0x370 < 0x1C0 }

  /// The small Latin letter that a letter looks like; nil if it looks like none.
  static func latin(_ scalar: UInt32) -> UInt32? { table[scalar] }

  private static let table: [UInt32: UInt32] = {
    // Capitals and small letters look alike on their own: `Н` is an H, `н` is no letter of ours.
    let pairs: [(others: String, latin: String)] = [
      ("АВСЕНҺІЈКМОРЅТХУҮԀԌԚԜѴ", "abcehhijkmopstxyydgqwv"),
      ("асеһіјорѕхуүԁԛԝѵ", "acehijopsxyydqwv"),
      ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "abezhikmnoptyxcj"),
      ("αικνορυϲϳ", "aikvopucj"),
    ]
    var table: [UInt32: UInt32] = [:]
    for (others, latin) in pairs {
      for (other, letter) in zip(others.unicodeScalars, latin.unicodeScalars) {
        table[other.value] = letter.value
      }
    }
    return table
  }()
}

extension Scanner {
  /// Reads the word under way anew, with look-alikes as the Latin letters they stand for, if it is Latin.
  mutating func readLookAlikes() {
    hasOthers = false
    guard let word = latinWord() else { return }
    count = min(word.count, letters.count)
    for index in 0..<count { letters[index] = word[index] }
    anyMarked = word.contains(where: \.isMarked)
  }

  private func latinWord() -> [Letter]? {
    var word: [Letter] = []
    var isLatin = false
    var index = start
    while index < end {
      let (scalar, length) = decode(index)
      index += length
      // A letter with a mark of its own, such as `ї`, is what it looks like with that mark.
      var (base, marks): (UInt32, [UInt32]) = (scalar, [])
      while let (next, mark) = Composition.decomposed(base) {
        base = next
        if mark != 0 { marks.insert(mark, at: 0) }
      }
      if LookAlikes.mayBe(base) {
        guard let latin = LookAlikes.latin(base) else { return nil }
        word.append(Letter(folded: latin, exact: latin))
        for mark in marks { MarkedLetter.add(mark, to: &word) }
      } else {
        let count = word.count
        ScalarClass.append(word: scalar, to: &word)
        guard word.count > count, word[count].folded != 0 else { continue }
        guard word[count].isLatin else { return nil }
        isLatin = true
      }
    }
    return isLatin ? word : nil
  }
}
