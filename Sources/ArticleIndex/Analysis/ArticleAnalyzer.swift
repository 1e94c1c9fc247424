import ArticleReading
import SystemPackage
import VietnameseText

/// Turns an article into a document: text and metadata, values, and the three kinds of term.
///
/// One per thread; it keeps its tables between articles. The same tokenizer serves queries.
struct ArticleAnalyzer {
  /// How many times a word of the title counts.
  static let titleWeight: UInt16 = 3
  /// Neighbours make a pair up to this gap: not across the end of a sentence.
  static let widestPairGap = Token.Gap.punctuation
  /// How many tokens are counted at a time.
  private static let blockTokens = 512
  /// Beyond this many different forms the tables start afresh, to bound memory.
  private static let maximumForms = 1_000_000

  private var tokenizer = Tokenizer()
  private var list = TokenList()
  private var folded = FormCounter()
  private var exact = FormCounter()
  private var title = FormCounter()
  private var pairs = PairCounter()
  private var numbers = WordNumbers()
  private var sketcher = Sketcher()

  /// Builds the document for an article.
  ///
  /// - Parameters:
  ///   - article: as it is to be stored.
  ///   - origin: what it comes from.
  ///   - document: emptied and filled.
  mutating func analyze(
    _ article: StoredArticle, origin: DocumentOrigin, into document: inout PackedDocument
  ) throws(IndexError) {
    let path = article.path.platformBytes
    try document.start(data: article.encoded())
    if let date = article.date {
      try document.addValue(slot: Schema.Slot.date, date.sortKey.utf8)
    }
    try document.addValue(slot: Schema.Slot.fileState, origin.encodedState)
    try document.addValue(slot: Schema.Slot.path, path)
    try addNames(of: article, to: &document)

    countText(of: article)
    if let sketch = sketcher.finish() {
      try document.addValue(slot: Schema.Slot.sketch, sketch.encoded)
    }
    try addCounted(to: &document)
    try addBoolean(origin.uniqueTerm(path: path), to: &document)
    try addMetadataTerms(of: article, to: &document)
    forgetCounts()
  }

  /// The term that only the document of this path has.
  static func uniqueTerm(path: [UInt8]) -> [UInt8] {
    Array(Schema.Prefix.unique.utf8Bytes) + ContentHash.hash128Hex(path)
  }

  /// The boolean term of a name as a whole, folded, its words one space apart; nil if the name has
  /// no letter or would be over the limit.
  static func nameTerm(_ prefix: StaticString, _ name: String) -> [UInt8]? {
    let list = TokenList(of: name)
    var term = Array(prefix.utf8Bytes)
    for (index, token) in list.tokens.enumerated() {
      if index > 0 { term.append(0x20) }
      term.append(contentsOf: list.folded(token).utf8)
    }
    guard !list.tokens.isEmpty, term.count <= TermLimit.bytes else { return nil }
    return term
  }

  /// The term of a record's own id; an id too long for one is hashed.
  static func recordTerm(id: String) -> [UInt8] {
    let prefix = Array(Schema.Prefix.recordID.utf8Bytes)
    let bytes = Array(id.utf8)
    let fits = prefix.count + bytes.count <= TermLimit.bytes && !bytes.contains(0)
    return prefix + (fits ? bytes : ContentHash.hash128Hex(bytes))
  }

  /// The terms of a URL: its host and every folder on its way, without scheme, `www.` and query, so
  /// that `baovinhphuc.example/kinh-te` finds what is below it. What is too long for a term is left
  /// out, and so is what lies deeper than eight folders.
  static func urlTerms(_ url: String) -> [[UInt8]] {
    var rest = url[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    if rest.lowercased().hasPrefix("www.") { rest = rest.dropFirst(4) }
    let parts = rest.split(separator: "/").prefix(10)
    guard let host = parts.first else { return [] }
    var term = Array(Schema.Prefix.url.utf8Bytes) + Array(host.lowercased().utf8)
    var terms = [term]
    for part in parts.dropFirst() {
      term += [0x2F] + Array(part.utf8)
      terms.append(term)
    }
    return terms.filter { $0.count <= TermLimit.bytes && !$0.contains(0) }
  }

  /// The names that facets count.
  private func addNames(
    of article: StoredArticle, to document: inout PackedDocument
  ) throws(IndexError) {
    let names = [
      (Schema.Slot.section, article.section), (Schema.Slot.author, article.author),
      (Schema.Slot.source, article.source),
    ]
    for (slot, name) in names {
      if let name { try document.addValue(slot: slot, FacetName.value(of: name)) }
    }
  }

  private mutating func countText(of article: StoredArticle) {
    var text = article.text
    text.withUTF8 { bytes in
      let title = UnsafeBufferPointer(rebasing: bytes[..<article.titleLength])
      let body = UnsafeBufferPointer(rebasing: bytes[article.titleLength...])
      // What was made of the text is not counted besides the text.
      count(title, weight: article.isTitleExcerpt ? 0 : Self.titleWeight, isTitle: true)
      sketcher.addTitle(list)
      count(body, weight: 1, isTitle: false)
      sketcher.add(list)
    }
    for credit in [article.author, article.source] {
      guard var credit else { continue }
      credit.withUTF8 { count($0, weight: 1, isTitle: false) }
    }
  }

  /// - Parameter weight: how much a word counts; at 0 it is only one of the title.
  private mutating func count(
    _ bytes: UnsafeBufferPointer<UInt8>, weight: UInt16, isTitle: Bool
  ) {
    list.removeAll()
    tokenizer.tokenize(bytes, into: &list)
    withUnsafeTemporaryAllocation(of: FormNumbers.self, capacity: Self.blockTokens) { block in
      var previous: UInt32?
      var filled = 0
      list.visit { token, foldedForm, exactForm in
        if isTitle { title.count(foldedForm, 1) }
        guard weight > 0 else { return }
        if filled == Self.blockTokens {
          previous = count(block[..<filled], after: previous, weight)
          filled = 0
        }
        var found = numbers[token.word] ?? number(token, foldedForm, exactForm)
        found.isPaired = token.gap <= Self.widestPairGap
        block[filled] = found
        filled += 1
      }
      _ = count(block[..<filled], after: previous, weight)
    }
  }

  /// Looks up the forms of a token, and keeps what it finds for the next of the word.
  private mutating func number(
    _ token: Token, _ foldedForm: UnsafeBufferPointer<UInt8>,
    _ exactForm: UnsafeBufferPointer<UInt8>
  ) -> FormNumbers {
    let exactNumber = exactForm.isEmpty ? 0 : exact.number(of: exactForm) + 1
    let found = FormNumbers(
      folded: UInt32(truncatingIfNeeded: folded.number(of: foldedForm)),
      exact: UInt32(truncatingIfNeeded: exactNumber))
    numbers.set(token.word, found)
    return found
  }

  /// Counts some tokens; returns the last one's folded form.
  private mutating func count(
    _ tokens: Slice<UnsafeMutableBufferPointer<FormNumbers>>, after previous: UInt32?,
    _ weight: UInt16
  ) -> UInt32? {
    let tokens = UnsafeBufferPointer(rebasing: tokens)
    folded.count(tokens.lazy.map(\.folded), weight)
    exact.count(tokens.lazy.filter { $0.exact != 0 }.map { $0.exact - 1 }, weight)
    pairs.count(tokens, after: previous, weight)
    return tokens.last?.folded ?? previous
  }

  private mutating func addCounted(to document: inout PackedDocument) throws(IndexError) {
    try document.addTerms { writer throws(IndexError) in
      try folded.forEachCounted { form, wdf throws(IndexError) in
        try writer.add(prefix: 0, form, wdf: wdf)
      }
      try exact.forEachCounted { form, wdf throws(IndexError) in
        try writer.add(prefix: Schema.Prefix.exact.letter, form, wdf: wdf)
      }
      try title.forEachCounted { form, _ throws(IndexError) in
        // Its words count already, so they do not make the document longer.
        try writer.add(prefix: Schema.Prefix.title.letter, form, wdf: 0)
      }
      try folded.withForms { forms throws(IndexError) in
        try pairs.forEachCounted { first, second, wdf throws(IndexError) in
          try writer.add(
            prefix: Schema.Prefix.pair.letter, forms[first], forms[second], wdf: wdf)
        }
      }
    }
  }

  private func addMetadataTerms(
    of article: StoredArticle, to document: inout PackedDocument
  ) throws(IndexError) {
    if let date = article.date {
      let month = date.month < 10 ? "0\(date.month)" : "\(date.month)"
      try addBoolean(
        Array(Schema.Prefix.year.utf8Bytes) + Array("\(date.year)".utf8), to: &document)
      try addBoolean(
        Array(Schema.Prefix.month.utf8Bytes) + Array("\(date.year)\(month)".utf8), to: &document)
    }
    let names = [
      (Schema.Prefix.author, article.author), (Schema.Prefix.section, article.section),
      (Schema.Prefix.source, article.source),
    ]
    for (prefix, name) in names {
      if let name, let term = Self.nameTerm(prefix, name) { try addBoolean(term, to: &document) }
    }
    if let id = article.recordID { try addBoolean(Self.recordTerm(id: id), to: &document) }
    for term in article.url.map(Self.urlTerms) ?? [] { try addBoolean(term, to: &document) }
  }

  private func addBoolean(
    _ term: [UInt8], to document: inout PackedDocument
  ) throws(IndexError) {
    try document.addBooleanTerm(term)
  }

  private mutating func forgetCounts() {
    folded.forgetCounts()
    exact.forgetCounts()
    title.forgetCounts()
    pairs.forgetCounts()
    if folded.formCount + exact.formCount > Self.maximumForms {
      folded = FormCounter()
      exact = FormCounter()
      title = FormCounter()
      numbers = WordNumbers()
    }
  }
}
