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
    try document.addBooleanTerm(origin.uniqueTerm(path: path))
    try addMetadataTerms(of: article, to: &document)
    forgetCounts()
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
    let exactForm = exactForm.isEmpty && Self.isBare(token, foldedForm) ? foldedForm : exactForm
    let exactNumber = exactForm.isEmpty ? 0 : exact.number(of: exactForm) + 1
    let found = FormNumbers(
      folded: UInt32(truncatingIfNeeded: folded.number(of: foldedForm)),
      exact: UInt32(truncatingIfNeeded: exactNumber))
    numbers.set(token.word, found)
    return found
  }

  /// Whether a token without marks is a syllable that could have some, `ta`, so that its spelling tells
  /// it from others.
  private static func isBare(_ token: Token, _ form: UnsafeBufferPointer<UInt8>) -> Bool {
    form.count <= Syllables.maximumFoldedLetters && !token.isNumber
      && Syllables.isSyllable(folded: String(decoding: form, as: UTF8.self))
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
        // A syllable without marks counts already, as its folded form, which is the same.
        let isBare = form.allSatisfy { $0 < 0x80 }
        try writer.add(prefix: Schema.Prefix.exact.letter, form, wdf: isBare ? 0 : wdf)
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
      try document.addBooleanTerm(Term.year(date))
      try document.addBooleanTerm(Term.month(date))
    }
    let names = [
      (Schema.Prefix.author, article.author), (Schema.Prefix.section, article.section),
      (Schema.Prefix.source, article.source),
    ]
    for (prefix, name) in names {
      if let name, let term = Term.name(prefix, name) { try document.addBooleanTerm(term) }
    }
    if let id = article.recordID { try document.addBooleanTerm(Term.record(id: id)) }
    for place in article.url.map(Term.urlPlaces) ?? [] {
      try document.addBooleanTerm(Term.url(place))
    }
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
