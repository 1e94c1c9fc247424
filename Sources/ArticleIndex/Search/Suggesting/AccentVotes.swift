import VietnameseText

/// How the words of a query are spelt in texts of the index, and how its neighbours are together.
///
/// Every text votes with each of its occurrences. One per query; not for sharing between threads.
struct AccentVotes {
  /// Two spellings side by side.
  struct Pair: Hashable {
    var left: String
    var right: String
  }

  /// The different words, folded.
  private let words: [[UInt8]]
  /// Word numbers by the first byte of the word.
  private var beginnings: [[Int]]
  /// The number of the pair of two word numbers; -1 if it is none of the query's.
  private var pairNumbers: [Int]
  /// The word of every place of the query, and the pair it makes with the place before.
  private let wordAt: [Int]
  private var pairAt: [Int?]

  private var spellings: [[String: Int]]
  /// How a spelling was first written, small letters: `công ty` where the exact form is `công ti`.
  private var surfaces: [String: String] = [:]
  private var pairs: [[Pair: Int]] = []

  /// - Parameters:
  ///   - folded: the words of the query in order.
  ///   - isNeighbour: for each whether it makes a pair with the one before.
  init(folded: [String], isNeighbour: [Bool]) {
    var numbers: [String: Int] = [:]
    var words: [[UInt8]] = []
    wordAt = folded.map { word in
      if let number = numbers[word] { return number }
      numbers[word] = words.count
      words.append(Array(word.utf8))
      return words.count - 1
    }
    self.words = words
    beginnings = [[Int]](repeating: [], count: 256)
    for (number, word) in words.enumerated() {
      if let first = word.first { beginnings[Int(first)].append(number) }
    }
    spellings = [[String: Int]](repeating: [:], count: words.count)
    pairNumbers = [Int](repeating: -1, count: words.count * words.count)
    pairAt = []
    for place in folded.indices {
      guard place > 0, isNeighbour[place] else {
        pairAt.append(nil)
        continue
      }
      let key = wordAt[place - 1] * words.count + wordAt[place]
      if pairNumbers[key] < 0 {
        pairNumbers[key] = pairs.count
        pairs.append([:])
      }
      pairAt.append(pairNumbers[key])
    }
  }

  /// How often the word of a place was seen in each spelling.
  func spellings(at place: Int) -> [String: Int] { spellings[wordAt[place]] }

  /// How often a place and the one before it were seen side by side in each spelling; empty if they
  /// make no pair.
  func pairs(endingAt place: Int) -> [Pair: Int] { pairAt[place].map { pairs[$0] } ?? [:] }

  /// A spelling as texts write it.
  func surface(of spelling: String) -> String { surfaces[spelling] ?? spelling }

  /// Whether each place has the votes it needs for its pair.
  func isDecided(_ needed: [Int]) -> Bool {
    zip(pairAt, needed).allSatisfy { pair, needed in
      needed == 0 || pair.map { pairs[$0].values.reduce(0, +) >= needed } ?? true
    }
  }

  /// Lets a text vote.
  ///
  /// - Parameters:
  ///   - list: its tokens.
  ///   - text: its UTF-8.
  mutating func count(_ list: TokenList, of text: some Collection<UInt8>) {
    var previous = -1
    var previousSpelling = ""
    // Made only for words of the query.
    list.visit { token, folded, exact in
      let number = self.number(of: folded)
      guard number >= 0 else {
        previous = -1
        return
      }
      let spelling = String(decoding: exact.isEmpty ? folded : exact, as: UTF8.self)
      spellings[number][spelling, default: 0] += 1
      if surfaces[spelling] == nil {
        surfaces[spelling] = Self.surface(token, in: text)
      }
      if previous >= 0, token.gap <= ArticleAnalyzer.widestPairGap {
        let pair = pairNumbers[previous * words.count + number]
        if pair >= 0 { pairs[pair][Pair(left: previousSpelling, right: spelling), default: 0] += 1 }
      }
      (previous, previousSpelling) = (number, spelling)
    }
  }

  private static func surface(
    _ token: Token, in text: some Collection<UInt8>
  ) -> String? {
    guard token.range.upperBound <= text.count else { return nil }
    let start = text.index(text.startIndex, offsetBy: token.range.lowerBound)
    let end = text.index(start, offsetBy: token.range.count)
    return String(decoding: text[start..<end], as: UTF8.self).lowercased()
  }

  private func number(of folded: UnsafeBufferPointer<UInt8>) -> Int {
    for number in beginnings[Int(folded[0])] where folded.elementsEqual(words[number]) {
      return number
    }
    return -1
  }
}
