/// The words that one slip of the fingers makes of another.
///
/// Only folded forms are edited, so tones and marks are never slips of each other.
enum SpellingEdits {
  /// A word and how likely the slip is that turned it into what was typed, against others.
  struct Candidate: Equatable {
    var word: String
    var weight: Double
  }

  /// Shorter words have too many neighbours to tell anything.
  static let minimumLetters = 3
  /// Longer words are names of the web; bounds the number of candidates.
  static let maximumLetters = 20

  /// Every word at distance 1 of a word in small letters `a…z`: two neighbours swapped, a letter too
  /// few, too many or wrong (Damerau 1964: four in five slips are one of these); none if the word has
  /// other letters or is too short or long. Ordered by word.
  static func candidates(for word: String) -> [Candidate] {
    let letters = Array(word.utf8)
    guard (minimumLetters...maximumLetters).contains(letters.count),
      letters.allSatisfy({ $0 &- 0x61 < 26 })
    else { return [] }
    var found: [[UInt8]: Double] = [:]
    func add(_ candidate: [UInt8], _ weight: Double) {
      guard candidate != letters else { return }
      found[candidate] = max(found[candidate] ?? 0, weight)
    }
    for index in letters.indices.dropFirst() {
      var swapped = letters
      swapped.swapAt(index - 1, index)
      add(swapped, 3)
    }
    for index in letters.indices {
      var shorter = letters
      let letter = shorter.remove(at: index)
      let isDouble = index > 0 && letters[index - 1] == letter
      add(shorter, isDouble ? 3 : 1)
    }
    for letter in UInt8(0x61)...0x7A {
      for index in 0...letters.count {
        var longer = letters
        longer.insert(letter, at: index)
        add(longer, 1)
      }
      for index in letters.indices {
        var changed = letters
        changed[index] = letter
        add(changed, areNeighbours(letter, letters[index]) ? 1 : 0.4)
      }
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Candidate(word: String(decoding: $0.key, as: UTF8.self), weight: $0.value) }
  }

  /// Whether two letters lie side by side on the keyboard.
  private static func areNeighbours(_ left: UInt8, _ right: UInt8) -> Bool {
    for row in rows {
      if let place = row.firstIndex(of: left) {
        return (place > 0 && row[place - 1] == right)
          || (place + 1 < row.count && row[place + 1] == right)
      }
    }
    return false
  }

  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }
}
