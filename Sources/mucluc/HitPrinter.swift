import ArticleIndex
import SystemPackage

/// Writes the answer to a search. Nothing is written before the search has succeeded.
protocol HitPrinter {
  /// The bytes for standard output.
  func output(_ result: SearchResult, query: String, took: Duration) throws -> [UInt8]
}

/// For people: rank, title, date, author, path, number, snippet with the matched words highlighted.
struct HumanPrinter: HitPrinter {
  var columns: Int
  var usesColor: Bool
  /// The folder paths are shown relative to where they lie in it.
  var currentFolder: FilePath?
  /// Whether facets are drawn, for a terminal.
  var drawsFacets = false

  func output(_ result: SearchResult, query: String, took: Duration) -> [UInt8] {
    var text = ""
    for hit in result.hits { text += block(hit) + "\n" }
    if !result.hits.isEmpty || result.total > 0 { text += summary(result, took: took) + "\n" }
    text += FacetPrinter(columns: columns, usesColor: usesColor, draws: drawsFacets)
      .text(result.facets)
    return Array(text.utf8)
  }

  private func block(_ hit: Hit) -> String {
    let article = hit.article
    let number = "\(hit.rank). "
    let indent = max(4, number.count)
    let padding = String(repeating: " ", count: indent - number.count)
    let title = article.title.isEmpty ? "(no title)" : VisibleText.line(article.title)
    let titleLines = TextLayout.wrapped(
      title, highlights: titleHighlights(hit, title: title),
      style: usesColor ? Style(start: "\u{1B}[1;4m", end: "\u{1B}[0;1m") : .plain,
      columns: columns, indent: indent)
    let rest = String(decoding: titleLines.utf8.dropFirst(indent), as: UTF8.self)
    let heading = (usesColor ? Style.bold : .plain)(padding + number + rest)
    let facts = [
      article.date?.iso, article.author.map { VisibleText.line($0) }, path(of: article),
      "#\(hit.number)", hit.copies.isEmpty ? nil : "+\(hit.copies.count) bản khác",
    ]
    let details = TextLayout.wrapped(
      facts.compactMap { $0 }.joined(separator: " · "), style: .plain, columns: columns,
      indent: indent)
    var lines = [heading, (usesColor ? Style.dim : .plain)(details)]
    if !hit.snippet.text.isEmpty {
      let snippet = sameLengthVisible(hit.snippet.text)
      lines.append(
        TextLayout.wrapped(
          snippet.text, highlights: snippet.isSameLength ? hit.snippet.highlights : [],
          style: usesColor ? .match : .plain, columns: columns, indent: indent))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Snippets hold no control characters of one byte; longer ones would shift the highlights.
  private func sameLengthVisible(_ text: String) -> (text: String, isSameLength: Bool) {
    let visible = VisibleText.line(text)
    return (visible, visible.utf8.count == text.utf8.count)
  }

  /// The title is the first part of the text that `matches` refers to.
  private func titleHighlights(_ hit: Hit, title: String) -> [Range<Int>] {
    guard title.utf8.count == hit.article.titleLength else { return [] }
    return hit.matches.filter { $0.upperBound <= hit.article.titleLength }
  }

  private func path(of article: StoredArticle) -> String {
    var path = article.path
    if let currentFolder, path.removePrefix(currentFolder) {
      return VisibleText.line(path.string)
    }
    return VisibleText.line(article.path.string)
  }

  private func summary(_ result: SearchResult, took: Duration) -> String {
    let total = result.totalIsExact ? "\(result.total)" : "about \(result.total)"
    let matched =
      result.isRelaxed
      ? "\(result.hits.count) best \(result.hits.count == 1 ? "match" : "matches")"
      : "\(result.hits.count) of \(total) \(result.total == 1 ? "article" : "articles")"
    let line = "\(matched), \(milliseconds(took)) ms"
    return (usesColor ? Style.dim : .plain)(line)
  }
}

/// For programs: one JSON object a hit, then a summary.
struct JSONPrinter: HitPrinter {
  func output(_ result: SearchResult, query: String, took: Duration) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for hit in result.hits { bytes += try JSONOutput.line(HitRecord(hit: hit)) }
    let summary = SummaryRecord.Summary(
      query: query, total: result.total, totalIsExact: result.totalIsExact,
      isRelaxed: result.isRelaxed, tookMs: milliseconds(took),
      warnings: result.notices.map(\.message),
      suggestions: result.suggestions, correctedQuery: result.correctedQuery,
      facets: result.facets.map { FacetRecord($0) })
    return bytes + (try JSONOutput.line(SummaryRecord(summary: summary)))
  }
}

/// Paths only, one a line or each closed by NUL, as the file system spells them.
struct PathPrinter: HitPrinter {
  var endsWithNUL: Bool
  /// On a terminal control characters in paths are made visible.
  var isForTerminal: Bool

  func output(_ result: SearchResult, query: String, took: Duration) -> [UInt8] {
    var bytes: [UInt8] = []
    for hit in result.hits {
      let path = hit.article.path
      if isForTerminal, !endsWithNUL {
        bytes += Array(VisibleText.line(path.string).utf8)
      } else {
        bytes += path.platformBytes
      }
      bytes.append(endsWithNUL ? 0x00 : 0x0A)
    }
    return bytes
  }
}
