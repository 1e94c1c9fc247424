/// Reads one article from Markdown: what the front matter says, and the text without its marks.
///
/// The first heading is the title where the front matter has none. Headings, lists and quotations stay as
/// lines of text; pictures, code, rules, comments and the addresses of links go. The rest is read by the
/// rules of plain text (``PlainTextReader``).
struct MarkdownReader: Sendable {
  /// How the names of its files end.
  static let extensions: Set<String> = ["md", "markdown", "mdx", "mkd"]

  let furniture: FurnitureTable

  func article(from text: String) throws(ReadingError) -> Article {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    let front = FrontMatter(&lines)
    var body = MarkdownText(lines)
    let title = front.title ?? body.takeTitle()
    let plain = body.text
    guard title != nil || plain.utf8.contains(where: { $0 > 0x20 }) else {
      throw ReadingError(.onlyWhiteSpace)
    }
    let whole = title.map { "\($0)\n\n\(plain)" } ?? plain
    var article = try PlainTextReader(furniture: furniture).article(from: whole)
    article.title = title ?? article.title
    article.date = front.date ?? article.date
    article.author = front.author ?? article.author
    article.section = front.section ?? article.section
    article.source = front.source ?? article.source
    article.url = front.url ?? article.url
    if let lede = front.lede, !article.paragraphs.contains(lede), lede != article.lede {
      if !article.lede.isEmpty { article.paragraphs.insert(article.lede, at: 0) }
      article.lede = lede
    }
    return article
  }
}

/// The lines before the text that say what it is, between `---` (YAML) or `+++` (TOML).
///
/// Read are names with a value in their line, or a list below or behind them; what nests deeper is not.
struct FrontMatter {
  private static let maximumLines = 500
  private var values: [RecordFields.Part: (rank: Int, text: String)] = [:]

  /// Takes the lines off the start of a text, if it begins so.
  init(_ lines: inout ArraySlice<Substring>) {
    guard let first = lines.first?.trimmingSpaces(), first == "---" || first == "+++" else {
      return
    }
    let rest = lines.dropFirst().prefix(Self.maximumLines)
    guard let end = rest.firstIndex(where: { $0.trimmingSpaces() == first || $0 == "..." }) else {
      return
    }
    var part: RecordFields.Meaning?
    for line in rest[..<end] {
      let isNested = line.first?.isWhitespace == true || line.hasPrefix("-")
      let text = line.trimmingSpaces()
      if isNested {
        if let part, text.hasPrefix("- ") || values[part.part]?.text.isEmpty == true {
          add(Self.value(text.drop { $0 == "-" || $0 == " " }), for: part)
        }
        continue
      }
      guard let mark = text.firstIndex(where: { $0 == ":" || $0 == "=" }) else { continue }
      part = RecordFields.builtIn[RecordFields.key(String(text[..<mark]))]
      guard let part else { continue }
      guard values[part.part].map({ part.rank < $0.rank }) ?? true else { continue }
      values[part.part] = (part.rank, "")
      add(Self.value(text[text.index(after: mark)...]), for: part)
    }
    lines = lines[(end + 1)...]
  }

  private mutating func add(_ value: String, for meaning: RecordFields.Meaning) {
    guard !value.isEmpty, values[meaning.part]?.rank == meaning.rank else { return }
    let before = values[meaning.part]?.text ?? ""
    values[meaning.part]?.text = before.isEmpty ? value : "\(before), \(value)"
  }

  /// A value without quotes and the brackets of a list; the marks of one in several lines are none.
  private static func value(_ text: Substring) -> String {
    var text = text.trimmingSpaces()
    if text == ">" || text == "|" || text == ">-" || text == "|-" { return "" }
    if text.first == "[", text.last == "]" {
      return text.dropFirst().dropLast().split(separator: ",").map { value($0) }
        .joined(separator: ", ")
    }
    if let quote = text.first, quote == "\"" || quote == "'", text.count > 1, text.last == quote {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }

  private subscript(part: RecordFields.Part) -> String? {
    values[part].flatMap { $0.text.isEmpty ? nil : $0.text }
  }

  var title: String? { self[.title] }
  var date: ArticleDate? { self[.date].flatMap { TimestampParser.parse($0) } }
  var author: String? { self[.author] }
  var section: String? {
    self[.section].map { String($0.prefix { $0 != "," }) }
  }
  var source: String? { self[.source] }
  var url: String? { self[.url] }
  var lede: String? { self[.lede] }
}
