import ArticleIndex
import ArticleReading
import SystemPackage

/// Writes the answer to a search. Nothing is written before the search has succeeded.
protocol HitPrinter {
  /// The bytes for standard output.
  func output(_ result: SearchResult, query: String, took: Duration) -> [UInt8]
}

/// For people: rank, title, date, author, path, number, snippet with the matched words highlighted.
struct HumanPrinter: HitPrinter {
  var columns: Int
  var usesColor: Bool
  /// Paths inside this folder are shown relative to it.
  var currentFolder: FilePath?
  /// Whether facets are drawn, for a terminal.
  var drawsFacets = false

  func output(_ result: SearchResult, query: String, took: Duration) -> [UInt8] {
    var text = ""
    var reading = result.reading
    for hit in result.hits {
      // What follows is not counted.
      if hit.reading != reading, hit.reading != result.reading || reading != result.reading {
        text +=
          (usesColor ? Style.dim : .plain)("── \(SearchMessages.heading(hit.reading))") + "\n\n"
        reading = hit.reading
      }
      text += block(hit) + "\n"
    }
    if !result.hits.isEmpty || result.total > 0 {
      text += (usesColor ? Style.dim : .plain)(SearchMessages.summary(result, took: took)) + "\n"
    }
    if let looser = result.looser {
      text += (usesColor ? Style.dim : .plain)(SearchMessages.offer(looser)) + "\n"
    }
    text += FacetPrinter(columns: columns, usesColor: usesColor, draws: drawsFacets)
      .text(result.facets)
    return Array(text.utf8)
  }

  private func block(_ hit: Hit) -> String {
    let article = hit.article
    let number = "\(hit.rank). "
    let indent = max(4, number.count)
    let padding = String(repeating: " ", count: indent - number.count)
    let title = article.title.isEmpty ? SearchMessages.noTitle : VisibleText.line(article.title)
    let titleLines = TextLayout.wrapped(
      title, highlights: titleHighlights(hit, title: title),
      style: usesColor ? Style(start: "\u{1B}[1;4m", end: "\u{1B}[0;1m") : .plain,
      columns: columns, indent: indent)
    let rest = String(decoding: titleLines.utf8.dropFirst(indent), as: UTF8.self)
    let heading = (usesColor ? Style.bold : .plain)(padding + number + rest)
    let facts = [
      article.date?.iso, article.author.map { VisibleText.line($0) }, path(of: article),
      "#\(hit.number)", hit.copies.isEmpty ? nil : SearchMessages.copies(hit.copies.count),
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

  /// The snippet with its control characters visible. Where a symbol is longer than the character it
  /// stands for, the highlights no longer fit.
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
}

/// Paths only, one a line or each followed by NUL, byte for byte as in the file system.
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
