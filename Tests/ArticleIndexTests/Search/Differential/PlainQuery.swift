import TestSupport

@testable import ArticleIndex

/// A random query, as text and as a condition that is looked up word by word.
indirect enum PlainQuery {
  /// A word with or without accents; `=` before it.
  case word(String, isStrict: Bool)
  /// Words typed together.
  case unit(String)
  case phrase([String], isStrict: Bool)
  case prefix(String)
  case title(String, isStrict: Bool)
  case author(String, isStrict: Bool)
  case section(String)
  /// From and to, as years and months.
  case dates(String, String)
  case not(PlainQuery)
  case any([PlainQuery])
  case all([PlainQuery])

  /// What is one word here.
  private static let bound = [
    ("lup", "net"), ("bop", "dop"), ("sep", "nhop"), ("kip", "mop"), ("tup", "gop"),
  ]

  /// The words in every spelling; none of their syllables is in the built-in table with another.
  static var wordTable: String {
    var lines = ""
    for (left, right) in bound {
      for first in PlainCorpus.syllables where PlainCorpus.folded(first) == left {
        for second in PlainCorpus.syllables where PlainCorpus.folded(second) == right {
          lines += "\(first) \(second)\n"
        }
      }
    }
    return lines
  }

  var text: String {
    switch self {
    case .word(let word, let isStrict): (isStrict ? "=" : "") + word
    case .unit(let text): text
    case .phrase(let words, let isStrict):
      (isStrict ? "=" : "") + "\"\(words.joined(separator: " "))\""
    case .prefix(let word): word + "*"
    case .title(let word, let isStrict): "title:" + (isStrict ? "=" : "") + word
    case .author(let name, let isStrict): "author:" + (isStrict ? "=" : "") + "\"\(name)\""
    case .section(let name): "section:\"\(name)\""
    case .dates(let first, let last): "date:\(first)..\(last)"
    // A dash before a number excludes nothing.
    case .not(.unit(let text)): "-(\(text))"
    case .not(let query): "-" + (query.isGroup ? "(\(query.text))" : query.text)
    case .any(let parts):
      parts.map { $0.isGroup ? "(\($0.text))" : $0.text }.joined(separator: " OR ")
    case .all(let parts): parts.map { $0.isGroup ? "(\($0.text))" : $0.text }.joined(separator: " ")
    }
  }

  private var isGroup: Bool {
    switch self {
    case .any, .all: true
    default: false
    }
  }

  // MARK: - Random queries

  static func random(_ random: inout SplitMix64) -> PlainQuery {
    func number(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    func syllable() -> String { PlainCorpus.syllables[number(PlainCorpus.syllables.count)] }
    func leaf(_ excludes: Bool) -> PlainQuery {
      switch number(20) {
      case 0: return .phrase([syllable(), syllable()], isStrict: number(3) == 0)
      case 1: return .phrase([syllable(), syllable(), syllable()], isStrict: false)
      case 2: return .word(syllable(), isStrict: true)
      case 3: return .unit(PlainCorpus.units[number(PlainCorpus.units.count)])
      case 4: return .prefix(["ki", "lu", "kí", "bo", "tú", "se"][number(6)])
      case 5: return .title(syllable(), isStrict: number(2) == 0)
      case 6:
        return .author(
          ["Hoài An", "hoai an", "An", "Ân", "mộp"][number(5)], isStrict: number(3) == 0)
      case 7: return .section(["kip", "Kíp", "đóp", "kip dop"][number(4)])
      case 8:
        let spans = [("2018", "2020-06"), ("2019-03", "2021"), ("2018-05", "2019-12")]
        let span = spans[number(3)]
        return .dates(span.0, span.1)
      case 9 where excludes: return .not(leaf(false))
      case 10 where excludes: return .not(.any([leaf(false), leaf(false)]))
      case 11 where excludes: return .any([leaf(false), leaf(false)])
      default: return .word(syllable(), isStrict: false)
      }
    }
    let count = 1 + number(4)
    let parts = (0..<count).map { _ in leaf(true) }
    return count == 1 ? parts[0] : .all(parts)
  }

  /// Whether what satisfies it comes before what does not: up to four syllables.
  var isShort: Bool {
    func length(_ query: PlainQuery) -> Int {
      switch query {
      case .word, .prefix: 1
      case .unit(let text): PlainCorpus.words(text).count
      case .phrase(let words, _): words.count
      case .title, .author, .section, .dates, .not: 0
      case .any(let parts): parts.map(length).max() ?? 0
      case .all(let parts): parts.map(length).reduce(0, +)
      }
    }
    return length(self) <= 4
  }

  // MARK: - What it describes

  /// The ids of the articles that satisfy it in the strictest reading that any satisfies.
  func answer(
    in corpus: PlainCorpus, _ accents: AccentMode, bindsWords: Bool
  ) -> Set<String> {
    let spellings: [PlainReading.Spelling] =
      switch accents {
      case .require: [.marked]
      case .ignore: [.any]
      case .prefer: prefersMarks ? [.every, .marked, .any] : [.any]
      }
    for binds in bindsWords ? [true, false] : [false] {
      for spelling in spellings {
        let reading = PlainReading(spelling: spelling, binds: binds, accents: accents)
        let found = corpus.articles.filter { holds($0, reading) }
        if !found.isEmpty { return Set(found.map(\.id)) }
      }
    }
    return []
  }

  /// Whether any word is typed with marks that are only preferred.
  private var prefersMarks: Bool {
    func isMarked(_ text: String) -> Bool {
      let exact = text.lowercased()
      return exact != PlainCorpus.folded(exact)
    }
    switch self {
    case .word(let text, let isStrict), .title(let text, let isStrict),
      .author(let text, let isStrict):
      return !isStrict && isMarked(text)
    case .unit(let text), .prefix(let text), .section(let text): return isMarked(text)
    case .phrase(let words, let isStrict): return !isStrict && words.contains(where: isMarked)
    case .dates, .not: return false
    case .any(let parts), .all(let parts): return parts.contains(where: \.prefersMarks)
    }
  }

  struct PlainReading {
    enum Spelling { case every, marked, any }

    var spelling: Spelling
    var binds: Bool
    var accents: AccentMode
  }

  /// Whether an article keeps what no best match may lack.
  func keepsWhatIsHard(_ article: PlainCorpus.Article?, _ accents: AccentMode) -> Bool {
    guard let article else { return false }
    let reading = PlainReading(
      spelling: accents == .require ? .marked : .any, binds: false, accents: accents)
    switch self {
    case .word(let word, let isStrict):
      // Without marks there is nothing to require.
      let isHard = (isStrict || accents == .require) && word != PlainCorpus.folded(word)
      return !isHard || holds(article, reading)
    case .unit, .any: return true
    case .phrase, .prefix, .title, .author, .section, .dates, .not: return holds(article, reading)
    case .all(let parts): return parts.allSatisfy { $0.keepsWhatIsHard(article, accents) }
    }
  }

  private func holds(_ article: PlainCorpus.Article, _ reading: PlainReading) -> Bool {
    switch self {
    case .word(let word, let isStrict):
      return Self.has([word], in: article.texts, reading, isStrict: isStrict)
    case .unit(let text):
      let words = PlainCorpus.words(text)
      // Two words of which one is no number may have a comma between them.
      let isLoose = words.count == 2 && words.contains { !$0.exact.allSatisfy(\.isNumber) }
      return Self.has(
        words.map(\.exact), in: article.texts, reading, isStrict: false, widestGap: isLoose ? 2 : 1)
    case .phrase(let words, let isStrict):
      return Self.has(words, in: article.texts, reading, isStrict: isStrict)
    case .prefix(let word):
      return article.texts.joined().contains {
        Self.isSpelling(word, reading, true) && reading.spelling != .any
          ? $0.exact.hasPrefix(word) : $0.folded.hasPrefix(PlainCorpus.folded(word))
      }
    case .title(let word, let isStrict):
      return Self.has([word], in: [article.title], reading, isStrict: isStrict)
    case .author(let name, let isStrict):
      return Self.has(
        PlainCorpus.words(name).map(\.exact), in: [article.author], reading, isStrict: isStrict)
    case .section(let name):
      let words = PlainCorpus.words(name)
      let names = PlainCorpus.sections.map { PlainCorpus.words($0) }
      let folded = words.map(\.folded)
      // The section of that name, or else those whose name has it.
      if names.contains(where: { $0.map(\.folded) == folded }),
        article.section.map(\.folded) != folded
      {
        return false
      }
      return Self.has(words.map(\.exact), in: [article.section], reading, isStrict: false)
    case .dates(let first, let last):
      guard let date = article.date else { return false }
      return date >= first && date.prefix(last.count) <= last
    case .not(let query):
      var reading = reading
      reading.spelling = reading.accents == .ignore ? .any : .marked
      reading.binds = false
      return !query.holds(article, reading)
    case .any(let parts): return parts.contains { $0.holds(article, reading) }
    case .all(let parts):
      guard parts.allSatisfy({ $0.holds(article, reading) }) else { return false }
      guard reading.binds else { return true }
      return zip(parts, parts.dropFirst()).allSatisfy { left, right in
        guard case .word(let first, _) = left, case .word(let second, _) = right,
          Self.binds(first, second)
        else { return true }
        let pair = [PlainCorpus.folded(first), PlainCorpus.folded(second)]
        return Self.has(
          pair, in: article.texts, PlainReading(spelling: .any, binds: false, accents: .ignore),
          isStrict: false)
      }
    }
  }

  private static func binds(_ left: String, _ right: String) -> Bool {
    bound.contains { $0 == (PlainCorpus.folded(left), PlainCorpus.folded(right)) }
  }

  /// Whether a word must be spelt as typed.
  private static func isSpelling(_ word: String, _ reading: PlainReading, _ isStrict: Bool) -> Bool
  {
    if word != PlainCorpus.folded(word) { return reading.spelling != .any || isStrict }
    let isSyllable = word.allSatisfy(\.isLetter) && !["covid", "g", "ubnd"].contains(word)
    return reading.spelling == .every && !isStrict && isSyllable
  }

  private static func has(
    _ words: [String], in texts: [[PlainCorpus.Word]], _ reading: PlainReading, isStrict: Bool,
    widestGap: Int = 2
  ) -> Bool {
    texts.contains { text in
      text.indices.contains { start in
        guard start + words.count <= text.count else { return false }
        return words.indices.allSatisfy { place in
          let word = text[start + place]
          if place > 0, word.gap > widestGap { return false }
          let sought = words[place]
          return isSpelling(sought, reading, isStrict)
            ? word.exact == sought : word.folded == PlainCorpus.folded(sought)
        }
      }
    }
  }
}
