import ArticleReading
import SystemPackage
import VietnameseText

/// Turns an article into a document of a run: text and metadata, values, and the three kinds of term.
///
/// One per thread; it keeps its tables between articles. The same tokenizer serves queries.
struct ArticleAnalyzer {
  /// How many times a word of the title counts.
  static let titleWeight: UInt32 = 3
  /// Neighbours make a pair up to this gap: not across the end of a sentence.
  static let widestPairGap = Token.Gap.punctuation
  /// How many tokens are counted at a time.
  private static let blockTokens = 512

  private var tokenizer = Tokenizer()
  private var list = TokenList()
  private var numbers = WordNumbers()
  private var sketcher = Sketcher()
  /// A term being put together.
  private var term: [UInt8] = []
  private let compressor: TextCompressor?

  /// - Parameter dictionary: what texts are compressed with; nil: they are stored as they are.
  init(_ dictionary: TextDictionary? = nil) {
    compressor = dictionary.map { TextCompressor($0) }
  }

  /// Adds the document of an article to a run.
  ///
  /// - Parameters:
  ///   - article: as it is to be stored.
  ///   - origin: what it comes from.
  ///   - run: the same as the time before, unless it is empty or terms were asked for meanwhile.
  /// - Throws: `invalidArgument` for an article that cannot be stored; the run is as it was.
  mutating func analyze(
    _ article: StoredArticle, origin: DocumentOrigin, into run: inout PostingRun
  ) throws(IndexError) {
    if run.documents == 0 { numbers = WordNumbers() }
    do {
      let path = article.path.platformBytes
      addValues(of: article, origin, path: path, to: &run)
      countText(of: article, in: &run)
      if let sketch = sketcher.finish() { run.setValue(sketch.encoded, slot: Schema.Slot.sketch) }
      try run.add(origin.uniqueTerm(path: path), wdf: 0)
      try addMetadataTerms(of: article, to: &run)
    } catch {
      run.forgetDocument()
      throw error
    }
    let data = article.encoded()
    try run.finishDocument(data: compressor?.compress(data) ?? data[...])
  }

  /// The terms that an article has in an index, but for the one that only it has.
  mutating func terms(of article: StoredArticle) throws(IndexError) -> [StoredTerm] {
    var run = PostingRun()
    // Numbers are those of one run.
    defer { numbers = WordNumbers() }
    try analyze(article, origin: .file(FileState(size: 0, modified: 0)), into: &run)
    return run.terms(of: 0).filter { $0.bytes.first != Schema.Prefix.unique.letter }
  }

  private func addValues(
    of article: StoredArticle, _ origin: DocumentOrigin, path: [UInt8], to run: inout PostingRun
  ) {
    if let date = article.date { run.setValue(date.sortKey.utf8, slot: Schema.Slot.date) }
    run.setValue(origin.encodedState, slot: Schema.Slot.fileState)
    run.setValue(path, slot: Schema.Slot.path)
    run.setValue(origin.identity(path: path), slot: Schema.Slot.identity)
    // The names that facets count.
    let names = [
      (Schema.Slot.section, article.section), (Schema.Slot.author, article.author),
      (Schema.Slot.source, article.source),
    ]
    for (slot, name) in names {
      if let name { run.setValue(FacetName.value(of: name), slot: slot) }
    }
  }

  private mutating func countText(of article: StoredArticle, in run: inout PostingRun) {
    var text = article.text
    text.withUTF8 { bytes in
      let title = UnsafeBufferPointer(rebasing: bytes[..<article.titleLength])
      let body = UnsafeBufferPointer(rebasing: bytes[article.titleLength...])
      // What was made of the text is not counted besides the text.
      count(title, weight: article.isTitleExcerpt ? 0 : Self.titleWeight, isTitle: true, in: &run)
      sketcher.addTitle(list)
      count(body, weight: 1, isTitle: false, in: &run)
      sketcher.add(list)
    }
    for credit in [article.author, article.source] {
      guard var credit else { continue }
      credit.withUTF8 { count($0, weight: 1, isTitle: false, in: &run) }
    }
  }

  /// - Parameter weight: how much a word counts; at 0 it is only one of the title.
  private mutating func count(
    _ bytes: UnsafeBufferPointer<UInt8>, weight: UInt32, isTitle: Bool, in run: inout PostingRun
  ) {
    list.removeAll()
    tokenizer.tokenize(bytes, into: &list)
    withUnsafeTemporaryAllocation(of: PostingRun.CountedToken.self, capacity: Self.blockTokens) {
      block in
      var previous: UInt32?
      var filled = 0
      list.visit { token, foldedForm, exactForm in
        if isTitle {
          // Its words count already, so they do not make the document longer.
          run.count(number(of: foldedForm, Schema.Prefix.title, in: &run), wdf: 0)
        }
        guard weight > 0 else { return }
        if filled == Self.blockTokens {
          previous = run.count(
            UnsafeBufferPointer(rebasing: block[..<filled]), after: previous, weight: weight)
          filled = 0
        }
        var found = numbers[token.word] ?? look(up: token, foldedForm, exactForm, in: &run)
        found.isPaired = token.gap <= Self.widestPairGap
        block[filled] = found
        filled += 1
      }
      _ = run.count(
        UnsafeBufferPointer(rebasing: block[..<filled]), after: previous, weight: weight)
    }
  }

  /// Looks up the forms of a token, and keeps what it finds for the next of the word.
  private mutating func look(
    up token: Token, _ foldedForm: UnsafeBufferPointer<UInt8>,
    _ exactForm: UnsafeBufferPointer<UInt8>, in run: inout PostingRun
  ) -> PostingRun.CountedToken {
    let isBare = exactForm.isEmpty && Self.isBare(token, foldedForm)
    let exactForm = isBare ? foldedForm : exactForm
    let exact =
      exactForm.isEmpty ? 0 : number(of: exactForm, Schema.Prefix.exact, in: &run) + 1
    let found = PostingRun.CountedToken(
      folded: run.number(of: foldedForm), exact: exact, isBare: isBare)
    numbers.set(token.word, found)
    return found
  }

  /// Whether a token without marks is a syllable that could have some, `ta`, so that its spelling tells
  /// it from others.
  private static func isBare(_ token: Token, _ form: UnsafeBufferPointer<UInt8>) -> Bool {
    form.count <= Syllables.maximumFoldedLetters && !token.isNumber
      && Syllables.isSyllable(folded: String(decoding: form, as: UTF8.self))
  }

  /// The number of a term that is a form behind a prefix.
  private mutating func number(
    of form: UnsafeBufferPointer<UInt8>, _ prefix: StaticString, in run: inout PostingRun
  ) -> UInt32 {
    term.removeAll(keepingCapacity: true)
    term.append(prefix.letter)
    term.append(contentsOf: form)
    return term.withUnsafeBufferPointer { run.number(of: $0) }
  }

  private func addMetadataTerms(
    of article: StoredArticle, to run: inout PostingRun
  ) throws(IndexError) {
    if let date = article.date {
      try run.add(Term.year(date), wdf: 0)
      try run.add(Term.month(date), wdf: 0)
    }
    let names =
      [
        (Schema.Prefix.author, article.author), (Schema.Prefix.source, article.source),
        (Schema.Prefix.number, article.number),
      ] + article.sections.map { (Schema.Prefix.section, $0) }
    var seen: Set<Term> = []
    for (prefix, name) in names {
      guard let term = name.flatMap({ Term.name(prefix, $0) }), seen.insert(term).inserted else {
        continue
      }
      try run.add(term, wdf: 0)
    }
    if let id = article.recordID { try run.add(Term.record(id: id), wdf: 0) }
    for place in article.url.map(Term.urlPlaces) ?? [] { try run.add(Term.url(place), wdf: 0) }
  }
}
