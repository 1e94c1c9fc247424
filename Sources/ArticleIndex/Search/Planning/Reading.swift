/// How strictly a query is read: the rungs of a ladder, from words as typed down to syllables anywhere.
struct Reading: Equatable {
  /// Which spellings count where the one typed is only preferred.
  enum Spelling: CaseIterable {
    /// Every syllable as typed, those without marks too: for a query typed with marks.
    case everySyllable
    /// Syllables typed with marks as typed, others in any spelling.
    case marked
    /// Any.
    case any
  }

  var spelling: Spelling
  /// Syllables that are one word less likely than this, or just so, may stand apart.
  var weakestBond: Double

  /// Syllables anywhere, in any spelling.
  static let loosest = Reading(spelling: .any, weakestBond: 1)

  /// Whether a word must stand beside the one before it.
  func binds(_ word: QueryToken) -> Bool {
    switch word.bond {
    case nil: false
    case .joined: true
    case .word(let share): share > weakestBond
    }
  }
}

/// What a hit satisfies, from the strictest reading of a query to the loosest.
public enum ReadingKind: String, Sendable, CaseIterable {
  /// Every word, its syllables side by side, spelt as typed where typed with marks.
  case words
  /// Every word, in any spelling.
  case anySpelling = "any_spelling"
  /// Every word, but for some whose syllables are side by side in no article that has the others.
  case someWordsApart = "some_words_apart"
  /// Every syllable, wherever it stands.
  case syllables
  /// Not all of them.
  case bestMatch = "best_match"

  /// What an article satisfies that does so only in a spelling that was not typed.
  var looser: ReadingKind {
    switch self {
    case .words: .anySpelling
    case .anySpelling, .someWordsApart: .syllables
    case .syllables, .bestMatch: .bestMatch
    }
  }
}
