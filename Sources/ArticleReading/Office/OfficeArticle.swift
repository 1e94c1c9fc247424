/// Makes an article of a document's paragraphs by the rules for plain text.
///
/// The paragraphs become a text with a blank line between any two, so that date lines, bylines and
/// furniture are told in a document as they are in a text file (``PlainTextReader``). Two things are
/// added: a first paragraph in the style of a title is the title, however many lines it has; and
/// what the text leaves open is taken from the ``OfficeMetadata`` — the author, the day, and the
/// title where the first paragraph is no headline.
struct OfficeArticle {
  let furniture: FurnitureTable

  func article(
    of document: OfficeText, _ metadata: OfficeMetadata
  ) throws(ReadingError) -> ReadArticle {
    var text = ""
    for (index, paragraph) in document.paragraphs.enumerated() {
      if index > 0 { text += "\n\n" }
      text += index == 0 && paragraph.style == .title ? joined(paragraph.text) : paragraph.text
    }
    return ReadArticle(article: try article(from: text, metadata), encoding: document.encoding)
  }

  /// The same of a text whose paragraphs are lines.
  func article(
    from text: String, _ metadata: OfficeMetadata
  ) throws(ReadingError) -> Article {
    var article = try PlainTextReader(furniture: furniture).article(from: text)
    // Of a document of the state, the text says all; the rest is of who typed it.
    if StateDocument(TextLines(text)) != nil { return article }
    // The reader's rule 3: then the title was cut out of the body.
    let start = ([article.lede] + article.paragraphs).first { !$0.isEmpty }
    if let title = metadata.meantTitle, let start, start.hasPrefix(article.title) {
      article.title = title
    }
    article.author = article.author ?? metadata.meantAuthor
    article.date = article.date ?? metadata.createdDay
    return article
  }

  private func joined(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces() }.joined(separator: " ")
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without white space at its ends.
  func trimmingSpaces() -> Substring {
    var rest = self[...].drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
