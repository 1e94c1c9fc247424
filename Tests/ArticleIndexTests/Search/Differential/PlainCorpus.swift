import Foundation
import TestSupport

/// Articles whose words are kept as plain lists, for a brute-force look at them.
struct PlainCorpus: Sendable {
  /// A word of a text.
  struct Word: Sendable {
    var folded: String
    var exact: String
    /// What is before it: 0 nothing but a joining sign, 1 a space, 2 a comma, 3 the end of a sentence.
    var gap: Int
  }

  struct Article: Sendable {
    var id: String
    var title: [Word]
    var author: [Word]
    var section: [Word]
    var date: String?
    /// Title, body, author: what is searched, each a list of its own, but for the first two.
    var texts: [[Word]]
  }

  let articles: [Article]
  let jsonLines: String
  private let places: [String: Int]

  subscript(id: String) -> Article? { places[id].map { articles[$0] } }

  static let syllables = [
    "lúp", "lup", "lùp", "nét", "net", "bóp", "bọp", "bop", "đợp", "dop", "đóp", "sép", "sep",
    "nhọp", "khép", "khèp", "kíp", "kip", "mộp", "mop", "túp", "tup", "gốp", "gop",
  ]
  static let units = ["covid-19", "30/4", "5G", "12/2019/QĐ-UBND", "12/2019", "QĐ-UBND"]
  static let authors = ["Hoài An", "Hoài Ân", "Lê Mộp", "Túp Sép", "An Hoài"]
  static let sections = ["Kíp", "Kip đợp", "Đóp"]

  init(articles count: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int(random.next() % UInt64(values.count))]
    }
    func text(_ words: Int) -> String {
      var text = ""
      for place in 0..<words {
        if place > 0 { text += pick([" ", " ", " ", " ", ", ", ". Rồi ", " - "]) }
        text += random.next() % 12 == 0 ? pick(Self.units) : pick(Self.syllables)
      }
      return text
    }
    var articles: [Article] = []
    var lines = ""
    for number in 0..<count {
      let title = text(2 + Int(random.next() % 3))
      let body = text(3 + Int(random.next() % 14)) + "."
      let (author, section) = (pick(Self.authors), pick(Self.sections))
      let date =
        random.next() % 6 == 0
        ? nil : "20\(18 + random.next() % 4)-0\(1 + random.next() % 9)-\(10 + random.next() % 19)"
      let id = "p\(number)"
      lines +=
        #"{"id": "\#(id)", "title": "\#(title)", "body": "\#(body)", "author": "\#(author)", "section": "\#(section)""#
        + (date.map { #", "date": "\#($0)""# } ?? "") + "}\n"
      articles.append(
        Article(
          id: id, title: Self.words(title), author: Self.words(author),
          section: Self.words(section), date: date,
          texts: [Self.words(title) + Self.words(body), Self.words(author)]))
    }
    (self.articles, jsonLines) = (articles, lines)
    places = Dictionary(uniqueKeysWithValues: articles.indices.map { (articles[$0].id, $0) })
  }

  /// The words of a text: runs of letters and runs of digits.
  static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var word = ""
    var between = ""
    func end() {
      guard !word.isEmpty else { return }
      let exact = word.lowercased().precomposedStringWithCanonicalMapping
      let gap =
        words.isEmpty || between.contains(".") && between.contains(" ")
        ? 3 : between.isEmpty || ["-", "/", "."].contains(between) ? 0 : between == " " ? 1 : 2
      words.append(Word(folded: folded(exact), exact: exact, gap: gap))
      (word, between) = ("", "")
    }
    for character in text {
      if character.isLetter || character.isNumber {
        if let last = word.last, last.isNumber != character.isNumber { end() }
        word.append(character)
      } else {
        end()
        between.append(character)
      }
    }
    end()
    return words
  }

  static func folded(_ text: String) -> String {
    let plain = text.replacingOccurrences(of: "đ", with: "d").decomposedStringWithCanonicalMapping
    return String(String.UnicodeScalarView(plain.unicodeScalars.filter { $0.value < 0x300 }))
  }
}
