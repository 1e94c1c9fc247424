import ArticleReading
import VietnameseText

/// Cuts a query into lexemes.
///
/// Words are what the tokenizer calls so. A sign between words means something only where it cannot
/// be punctuation of plain text: `-` and `=` at the start of a word, `*` at its end, `:` behind the
/// name of a field, parentheses with a partner. Time and memory are linear in the query.
struct QueryLexer {
  let bytes: [UInt8]
  let list: TokenList
  let brackets: QueryBrackets
  let dates: DateExpression
  private(set) var lexemes: [QueryLexeme] = []
  private(set) var notices: [QueryNotice] = []

  /// Where in the text the lexer is.
  var offset = 0
  /// The first token that begins at ``offset`` or behind it.
  var token = 0
  private var wordCount = 0
  /// The token of the plain word before, if only white space has come since.
  private var neighbour: Int?
  private var isFull = false

  /// - Parameters:
  ///   - text: the query.
  ///   - today: what relative dates count from.
  init(_ text: String, today: ArticleDate?) {
    bytes = Array(text.utf8)
    list = TokenList(of: text)
    brackets = QueryBrackets(bytes)
    dates = DateExpression(today: today.map { CalendarDay($0) })
    scan()
  }

  private mutating func scan() {
    if brackets.hasLooseQuote { notice(.looseQuotationMark) }
    if brackets.hasLooseParenthesis { notice(.looseParenthesis) }
    if brackets.isTooDeep { notice(.deepParentheses(maximum: QueryBrackets.maximumDepth)) }
    while offset < bytes.count, !isFull {
      moveToken()
      if token < list.tokens.count, Int(list.tokens[token].start) == offset {
        if !keyword() && !field() { word(accents: nil) }
      } else {
        sign()
      }
    }
    if isFull {
      notice(.tooManyWords(used: QueryParser.maximumWords, typed: list.tokens.count))
    }
  }

  // MARK: - Words

  /// What stands together without white space, from the current token on.
  private mutating func word(accents: AccentMode?) {
    var nodes: [QueryNode] = []
    repeat {
      let end = list.tokens[token].range.upperBound
      guard let word = queryWord(token, accents: accents) else { break }
      offset = end
      if isPrefixSign(at: end) {
        offset = end + 1
        if word.folded.unicodeScalars.count >= 2 {
          nodes.append(.prefix(word))
          neighbour = nil
          token += 1
          break
        }
        notice(.shortPrefix(word.exact ?? word.folded))
      } else if end < bytes.count, bytes[end] == 0x2A, isToken(at: end + 1, behind: token),
        !list.tokens[token].isNumber
      {
        notice(.idleSign("\(word.exact ?? word.folded)*"))
      }
      nodes.append(.word(word))
      neighbour = token
      token += 1
    } while token < list.tokens.count && list.tokens[token].gap == .joined
      && !isModifier(at: offset)
    // What is excluded is no neighbour of what follows.
    if lexemes.last == .minus { neighbour = nil }
    if accents == .require { noticeBare(nodes) }
    if !nodes.isEmpty { lexemes.append(.item(nodes)) }
  }

  /// `=ban` asks for nothing: words typed without accents match any spelling.
  private mutating func noticeBare(_ nodes: [QueryNode]) {
    let words = nodes.flatMap { $0.words + $0.prefixes }
    guard let word = words.first, words.allSatisfy({ $0.exact == nil }) else { return }
    notice(.strictWithoutAccents(word.folded))
  }

  /// The word of a token; nil if the query is full.
  mutating func queryWord(_ index: Int, accents: AccentMode? = nil) -> QueryToken? {
    guard claim() else { return nil }
    let token = list.tokens[index]
    let follows = neighbour == index - 1 && index > 0
    return QueryToken(
      folded: list.folded(token), exact: token.hasMarks ? list.exact(token) : nil,
      followsDirectly: follows && (token.gap <= .space || isStrictNeighbour(index)),
      beginsSentence: wordCount > 1 && token.gap > ArticleAnalyzer.widestPairGap,
      accents: accents, isCapitals: QueryToken.isCapitals(bytes[token.range]),
      bond: follows ? bond(index) : nil)
  }

  /// What makes a token one with the one before: a sign between them, or none; a colon only in a time.
  private func bond(_ index: Int) -> WordBond? {
    guard list.tokens[index].gap == .joined else { return nil }
    let sign = sign(before: index)
    let isTime = list.tokens[index - 1].isNumber && list.tokens[index].isNumber
    return sign == ":" && !isTime ? nil : .joined(sign)
  }

  /// What stands between a token and the one before.
  private func sign(before index: Int) -> String {
    let gap = list.tokens[index - 1].range.upperBound..<Int(list.tokens[index].start)
    return String(decoding: bytes[gap], as: UTF8.self)
  }

  /// Whether nothing but white space and a `=` is before a word, which the tokenizer takes for
  /// punctuation.
  private func isStrictNeighbour(_ index: Int) -> Bool {
    let gap = bytes[list.tokens[index - 1].range.upperBound..<Int(list.tokens[index].start)]
    return gap.last == 0x3D && gap.dropLast().allSatisfy { $0 == 0x20 }
  }

  /// Counts a word, or dates; false if the query is full.
  mutating func claim() -> Bool {
    isFull = wordCount >= QueryParser.maximumWords
    if !isFull { wordCount += 1 }
    return !isFull
  }

  /// The words of the tokens in a range of bytes, none of which have been read.
  mutating func queryWords(in range: Range<Int>, accents: AccentMode? = nil) -> [QueryToken] {
    moveToken(to: range.lowerBound)
    var words: [QueryToken] = []
    neighbour = nil
    while token < list.tokens.count, list.tokens[token].start < range.upperBound,
      let word = queryWord(token)
    {
      var word = word
      word.accents = accents
      words.append(word)
      neighbour = token
      token += 1
    }
    neighbour = nil
    return words
  }

  /// `OR`, `AND` and `NOT`, upper case and apart from other words.
  private mutating func keyword() -> Bool {
    let range = list.tokens[token].range
    guard range.count <= 4, isApart(range) else { return false }
    switch String(decoding: bytes[range], as: UTF8.self) {
    case "OR": lexemes.append(.or)
    case "AND": lexemes.append(.and)
    case "NOT" where isBeforeOperand(range.upperBound): lexemes.append(.minus)
    case "NOT" where list.tokens.count > 1: notice(.looseNot)
    case "NEAR":
      if list.tokens.count > 1 { notice(.noOperator("NEAR")) }
      return false
    default: return false
    }
    offset = range.upperBound
    token += 1
    neighbour = nil
    return true
  }

  /// Whether what `NOT` may exclude comes next.
  private func isBeforeOperand(_ offset: Int) -> Bool {
    guard let next = bytes[offset...].firstIndex(where: { $0 > 0x20 }), bytes[next] != 0x29,
      bytes[next] != 0x7C
    else { return false }
    guard let index = list.tokens[token...].firstIndex(where: { $0.start >= next }) else {
      return false
    }
    let word = bytes[list.tokens[index].range]
    return !word.elementsEqual("OR".utf8) && !word.elementsEqual("AND".utf8)
  }

  private func isApart(_ range: Range<Int>) -> Bool {
    func isEdge(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x28 || byte == 0x29 }
    return (range.lowerBound == 0 || isEdge(bytes[range.lowerBound - 1]))
      && (range.upperBound == bytes.count || isEdge(bytes[range.upperBound]))
  }

  private func isPrefixSign(at offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] == 0x2A else { return false }
    // Inside of a word or a formula it is none.
    guard offset + 1 < bytes.count else { return true }
    let next = bytes[offset + 1]
    return next < 0x80 && next != 0x2A && !(0x30...0x39).contains(next)
      && !(0x61...0x7A).contains(next | 0x20)
  }

  // MARK: - Signs

  private mutating func sign() {
    let byte = bytes[offset]
    if QueryBrackets.quoteLength(bytes, offset) > 0 {
      quotation(accents: nil)
    } else if byte == 0x28 || byte == 0x29, brackets.partner(of: offset) != nil {
      lexemes.append(byte == 0x28 ? .open : .close)
      pass(1)
    } else if byte == 0x7C {
      if lexemes.last != .or || offset == 0 || bytes[offset - 1] != 0x7C { lexemes.append(.or) }
      pass(1)
    } else if byte == 0x2D, isStart, isOperandStart(offset + 1) {
      lexemes.append(.minus)
      pass(1)
    } else if byte == 0x3D, isStart || isBehindMinus, isStrictStart(offset + 1) {
      strict()
    } else if isModifier(at: offset) {
      passModifier()
    } else if byte == 0x2A, isStart, isToken(at: offset + 1) {
      notice(.idleSign("*\(text(at: offset + 1))"))
      offset += 1
    } else if byte == 0x2D, isStart, offset + 1 < bytes.count, bytes[offset + 1] == 0x2D,
      isToken(at: offset + 2)
    {
      notice(.idleSign("--\(text(at: offset + 2))"))
      offset += 2
    } else {
      offset += 1
    }
  }

  /// The token that begins at `offset`, as typed.
  private func text(at offset: Int) -> String {
    tokenIndex(at: offset).map { String(decoding: bytes[list.tokens[$0].range], as: UTF8.self) }
      ?? ""
  }

  /// Whether `~5` or `^2` stands here, behind a word or a quotation mark: what other languages ask for
  /// nearness and weight with.
  private func isModifier(at offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count, bytes[offset] == 0x7E || bytes[offset] == 0x5E,
      bytes[offset - 1] > 0x20
    else { return false }
    let next = offset + 1
    return next == bytes.count || bytes[next] <= 0x20 || (0x30...0x39).contains(bytes[next])
  }

  private mutating func passModifier() {
    let start = offset
    offset += 1
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) || bytes[offset] == 0x2E {
      offset += 1
    }
    notice(.idleSign(String(decoding: bytes[start..<offset], as: UTF8.self)))
    neighbour = nil
  }

  private mutating func pass(_ count: Int) {
    offset += count
    neighbour = nil
  }

  /// `=word` and `="phrase"`: with the accents as typed.
  private mutating func strict() {
    offset += 1
    moveToken()
    if QueryBrackets.quoteLength(bytes, offset) > 0 {
      quotation(accents: .require)
    } else {
      word(accents: .require)
    }
  }

  private mutating func quotation(accents: AccentMode?) {
    let length = QueryBrackets.quoteLength(bytes, offset)
    guard let closing = brackets.partner(of: offset), closing > offset else { return pass(length) }
    if bytes[offset + length..<closing].contains(0x2A) {
      notice(.idleSign(String(decoding: bytes[offset..<closing].prefix(40), as: UTF8.self) + "\""))
    }
    let words = queryWords(in: offset + length..<closing, accents: accents)
    if words.count == 1 {
      lexemes.append(.item([.word(words[0])]))
    } else if !words.isEmpty {
      lexemes.append(.item([.phrase(words)]))
    } else {
      dropMinus()
    }
    skip(past: closing)
  }

  /// Moves behind the quotation mark or parenthesis at `closing`.
  mutating func skip(past closing: Int) {
    offset = closing + max(1, QueryBrackets.quoteLength(bytes, closing))
    moveToken()
    neighbour = nil
  }

  private mutating func moveToken() { moveToken(to: offset) }

  mutating func moveToken(to offset: Int) {
    while token < list.tokens.count, list.tokens[token].start < offset { token += 1 }
  }

  // MARK: - Results

  /// Takes back a minus before something empty.
  mutating func dropMinus() {
    if lexemes.last == .minus { lexemes.removeLast() }
  }

  /// Every token as a word, whatever the signs.
  mutating func plainWords() -> [QueryToken] {
    (wordCount, token) = (0, 0)
    return queryWords(in: 0..<bytes.count)
  }

  mutating func append(_ lexeme: QueryLexeme) {
    lexemes.append(lexeme)
    neighbour = nil
  }

  /// Adds a notice unless there are many, or it has been given.
  mutating func notice(_ notice: QueryNotice) {
    if notices.count < QueryParser.maximumNotices, !notices.contains(notice) {
      notices.append(notice)
    }
  }
}

// MARK: - Where a sign can mean something

extension QueryLexer {
  /// Whether a word may start here: at the start, behind white space, a parenthesis or a bar.
  var isStart: Bool { isStart(offset) }

  private func isStart(_ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let byte = bytes[offset - 1]
    return byte <= 0x20 || byte == 0x28 || byte == 0x7C || isNoBreakSpace(endingAt: offset)
  }

  private func isNoBreakSpace(endingAt offset: Int) -> Bool {
    offset >= 2 && bytes[offset - 2] == 0xC2 && bytes[offset - 1] == 0xA0
  }

  /// Whether the sign before is a minus that excludes.
  var isBehindMinus: Bool {
    offset > 0 && bytes[offset - 1] == 0x2D && lexemes.last == .minus
  }

  func isStrictStart(_ offset: Int) -> Bool {
    if offset < bytes.count, QueryBrackets.quoteLength(bytes, offset) > 0 {
      return brackets.partner(of: offset).map { $0 > offset } ?? false
    }
    return isToken(at: offset)
  }

  /// Whether what a minus excludes starts here: a letter, quotation mark, parenthesis or `=`.
  func isOperandStart(_ offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    if bytes[offset] == 0x3D { return isStrictStart(offset + 1) }
    if bytes[offset] == 0x28 || QueryBrackets.quoteLength(bytes, offset) > 0 {
      return brackets.partner(of: offset).map { $0 > offset } ?? false
    }
    return isToken(at: offset) && !isNumber(at: offset)
  }

  private func isToken(at offset: Int) -> Bool { tokenIndex(at: offset) != nil }

  /// Whether the token after `index` begins at `offset`.
  private func isToken(at offset: Int, behind index: Int) -> Bool {
    index + 1 < list.tokens.count && Int(list.tokens[index + 1].start) == offset
  }

  private func isNumber(at offset: Int) -> Bool {
    tokenIndex(at: offset).map { list.tokens[$0].isNumber } ?? false
  }

  /// The token that begins at `offset`, which is not far ahead.
  private func tokenIndex(at offset: Int) -> Int? {
    var index = token
    while index < list.tokens.count, list.tokens[index].start < offset { index += 1 }
    return index < list.tokens.count && Int(list.tokens[index].start) == offset ? index : nil
  }
}
