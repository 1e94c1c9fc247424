import Foundation

@testable import ArticleIndex
@testable import ArticleReading
@testable import VietnameseText

/// What holds of the words of any bytes whatever, and of the document that an article of them becomes.
enum FuzzedText {
  /// Analyzes `bytes`, which need not be text; names a broken promise, nil if there is none.
  static func check(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return brokenWords(bytes) ?? brokenMemory(bytes) ?? brokenEquivalence(text)
      ?? brokenDocument(text)
  }

  // MARK: - Words

  /// Ranges ascend within the text and cut no character in two; no more tokens than bytes; forms are
  /// short text, in lower case where they are Latin.
  private static func brokenWords(_ bytes: [UInt8]) -> String? {
    var tokenizer = Tokenizer()
    let list = list(bytes, &tokenizer)
    if list.tokens.count > bytes.count { return "more tokens than bytes" }
    let isText = String(validating: bytes, as: UTF8.self) != nil
    func isCut(_ offset: Int) -> Bool {
      isText && offset < bytes.count && bytes[offset] & 0xC0 == 0x80
    }
    var end = 0
    for token in list.tokens {
      let range = token.range
      if range.lowerBound < end || range.isEmpty { return "range \(range)" }
      if isCut(range.lowerBound) || isCut(range.upperBound) { return "\(range) cuts a character" }
      end = range.upperBound
    }
    if end > bytes.count { return "past the end" }
    var broken: String?
    list.visit { token, folded, exact in
      let most = TokenList.maximumFormBytes
      if folded.isEmpty || folded.count > most || exact.count > most { broken = "length" }
      for form in [folded, exact] {
        if String(validating: form, as: UTF8.self) == nil { broken = "no text" }
        if form.contains(where: { (0x41...0x5A).contains($0) || $0 <= 0x20 }) { broken = "case" }
      }
      if folded.elementsEqual(exact) { broken = "exact equals folded" }
    }
    return broken.map { "a form: \($0)" }
  }

  /// A tokenizer that remembers words finds what one finds that remembers none.
  private static func brokenMemory(_ bytes: [UInt8]) -> String? {
    var forgetful = Tokenizer(rememberedWords: 0)
    var remembering = Tokenizer(rememberedWords: 20)
    let expected = list(bytes, &forgetful)
    for _ in 0..<2 {
      let found = list(bytes, &remembering)
      if found.tokens != expected.tokens || found.forms != expected.forms { return "memory" }
    }
    return nil
  }

  private static func list(_ bytes: [UInt8], _ tokenizer: inout Tokenizer) -> TokenList {
    var list = TokenList()
    bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &list) }
    return list
  }

  // MARK: - Canonical equivalence

  /// Composed and decomposed, a text has the same words and folds to the same.
  private static func brokenEquivalence(_ text: String) -> String? {
    let text = withoutExceptions(text)
    let composed = text.precomposedStringWithCanonicalMapping
    let decomposed = text.decomposedStringWithCanonicalMapping
    if hasManyMarks(decomposed) { return nil }
    let (left, right) = (TokenList(of: composed), TokenList(of: decomposed))
    if left.tokens.count != right.tokens.count { return "composed, other words" }
    for (one, other) in zip(left.tokens, right.tokens) {
      if !left.folded(one).utf8.elementsEqual(right.folded(other).utf8)
        || !left.exact(one).utf8.elementsEqual(right.exact(other).utf8)
      {
        return "composed, \(left.exact(one)) is \(right.exact(other))"
      }
      if one.gap != other.gap || one.isNumber != other.isNumber { return "composed, other gaps" }
    }
    // Of strings, canonical equivalence is equality.
    let isSame = Folding.folded(composed) == Folding.folded(decomposed)
    return isSame ? nil : "composed, folds otherwise"
  }

  /// The text without letters beyond U+FFFF that have a decomposition, which ``Tokenizer`` leaves as
  /// they are: Indic scripts and musical signs.
  private static func withoutExceptions(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { scalar in
      scalar.value <= 0xFFFF
        || String(scalar).decomposedStringWithCanonicalMapping.utf8.elementsEqual(
          String(scalar).utf8)
    }
    return String(String.UnicodeScalarView(kept))
  }

  /// Whether one letter has more marks than are kept apart.
  private static func hasManyMarks(_ text: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: count += 1
      case .format: break
      default: count = 0
      }
      if count > MarkedLetter.maximumLooseMarks { return true }
    }
    return false
  }

  // MARK: - Documents

  /// An article whose every part is of the text becomes a document.
  private static func brokenDocument(_ text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let title = lines[0]
    let name = String(title.prefix(200))
    let article = Article(
      title: title, date: ArticleDate(year: 2020, month: 6, day: 8),
      lede: lines.count > 2 ? lines[1] : "", paragraphs: Array(lines.dropFirst(2)), author: name,
      section: name, source: name, url: title, recordID: title)
    var analyzer = ArticleAnalyzer()
    var run = PostingRun()
    do {
      try analyzer.analyze(
        StoredArticle(article, path: "/tin.txt"),
        origin: .file(FileState(size: 1, modified: 2)), into: &run)
    } catch {
      return "no document: \(error)"
    }
    return run.documents == 1 ? nil : "no document"
  }
}
