/// A short piece of an article around what was searched for.
public struct Snippet: Sendable, Equatable {
  /// The text, in the spelling of the article, on one line; `…` where something is left out.
  public var text: String
  /// UTF-8 byte ranges in ``text`` to highlight, ascending and disjoint.
  public var highlights: [Range<Int>]

  public init(text: String, highlights: [Range<Int>]) {
    (self.text, self.highlights) = (text, highlights)
  }
}

/// Chooses and cuts snippets.
struct SnippetMaker {
  /// About how many characters a snippet may have.
  var targetLength = 220

  /// The snippet of `article` for `matches`, which are ranges in its text, ascending.
  ///
  /// The window with the most different matched words wins, the earlier on a tie; it prefers to
  /// begin where a sentence does. The title is left out, as every output prints it by itself,
  /// unless there is nothing else.
  func snippet(of article: StoredArticle, matches: [MatchMarker.Match]) -> Snippet {
    let bytes = Array(article.text.utf8)
    let body = bodyRange(of: article, count: bytes.count)
    let inBody = matches.filter { $0.range.lowerBound >= body.lowerBound }
    let span = bestSpan(inBody, body: body)
    let window = widened(span, body: body, bytes: bytes)
    return cut(bytes, window: window, keeping: span, body: body, matches: inBody)
  }

  private func bodyRange(of article: StoredArticle, count: Int) -> Range<Int> {
    var start = article.titleLength
    let utf8 = article.text.utf8
    var index = utf8.index(utf8.startIndex, offsetBy: start)
    while index < utf8.endIndex, utf8[index] == 0x0A {
      start += 1
      index = utf8.index(after: index)
    }
    return start < count ? start..<count : 0..<count
  }

  /// Bytes a window may span: Vietnamese has about 1.35 bytes a character.
  private var windowBytes: Int { min(max(targetLength, 0), 1 << 30) * 27 / 20 }

  /// From the first to the last match that the snippet is to show; empty if there is none.
  private func bestSpan(_ matches: [MatchMarker.Match], body: Range<Int>) -> Range<Int> {
    guard let first = matches.first else { return body.lowerBound..<body.lowerBound }
    var best = (score: -1, range: first.range)
    var counts = [Int](repeating: 0, count: 1 + matches.reduce(0) { max($0, $1.word) })
    var low = 0
    var score = 0
    for high in matches.indices {
      // A word's first occurrence counts most, its later ones a little.
      let seen = counts[matches[high].word]
      score += seen == 0 ? 10 : (seen < 3 ? 1 : 0)
      counts[matches[high].word] = seen + 1
      while matches[high].range.upperBound - matches[low].range.lowerBound > windowBytes * 4 / 5,
        low < high
      {
        let left = counts[matches[low].word] - 1
        score -= left == 0 ? 10 : (left < 3 ? 1 : 0)
        counts[matches[low].word] = left
        low += 1
      }
      if score > best.score {
        best = (score, matches[low].range.lowerBound..<matches[high].range.upperBound)
      }
    }
    return best.range
  }

  /// Grows a span of matches to a whole window: back to the sentence's start if it is near, else a
  /// few words, then forward.
  private func widened(_ span: Range<Int>, body: Range<Int>, bytes: [UInt8]) -> Range<Int> {
    guard body.count > windowBytes else { return body }
    let spare = max(0, windowBytes - span.count)
    var start = span.lowerBound
    let furthest = max(body.lowerBound, span.lowerBound - spare * 2 / 3)
    while start > furthest, !isSentenceStart(start, bytes, body) { start -= 1 }
    if !isSentenceStart(start, bytes, body) {
      start = max(body.lowerBound, span.lowerBound - spare / 4)
    }
    return start..<min(body.upperBound, start + max(windowBytes, span.upperBound - start))
  }

  private func isSentenceStart(_ index: Int, _ bytes: [UInt8], _ body: Range<Int>) -> Bool {
    guard index > body.lowerBound else { return true }
    if bytes[index - 1] == 0x0A { return true }
    return index >= body.lowerBound + 2 && bytes[index - 1] == 0x20
      && (bytes[index - 2] == 0x2E || bytes[index - 2] == 0x21 || bytes[index - 2] == 0x3F)
  }

  /// Whether a cut at `index` would part a character, or a letter from its marks.
  private func isInsideLetter(_ index: Int, _ bytes: [UInt8]) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] & 0xC0 == 0x80 { return true }
    // U+0300…036F, the combining marks of decomposed text.
    guard index + 1 < bytes.count else { return false }
    return bytes[index] == 0xCC || bytes[index] == 0xCD && bytes[index + 1] < 0xB0
  }

  /// Cuts the window at spaces, turns line breaks and control characters into single spaces, and
  /// carries the matches over. What is in `span` is not cut off.
  private func cut(
    _ bytes: [UInt8], window: Range<Int>, keeping span: Range<Int>, body: Range<Int>,
    matches: [MatchMarker.Match]
  ) -> Snippet {
    var (start, end) = (window.lowerBound, window.upperBound)
    if !isSentenceStart(start, bytes, body) {
      let limit = span.isEmpty ? min(end, start + 40) : min(span.lowerBound, start + 40)
      while start < limit, bytes[start] != 0x20, bytes[start] != 0x0A { start += 1 }
    }
    if end < body.upperBound {
      let limit = max(start, end - 40, span.upperBound)
      var candidate = end
      while candidate > limit, bytes[candidate] != 0x20, bytes[candidate] != 0x0A { candidate -= 1 }
      if bytes[candidate] == 0x20 || bytes[candidate] == 0x0A { end = candidate }
    }
    while start < end, isInsideLetter(start, bytes) { start += 1 }
    while end > start, isInsideLetter(end, bytes) { end -= 1 }

    var text: [UInt8] = []
    var positions = [Int](repeating: 0, count: end - start + 1)
    if start > body.lowerBound { text.append(contentsOf: "…".utf8) }
    let textStart = text.count
    for index in start..<end {
      let isBlank = bytes[index] <= 0x20 || bytes[index] == 0x7F
      let skips = isBlank && (text.count == textStart || text.last == 0x20)
      positions[index - start] = text.count
      if !skips { text.append(isBlank ? 0x20 : bytes[index]) }
    }
    while text.count > textStart, text.last == 0x20 { text.removeLast() }
    positions[end - start] = text.count
    if end < body.upperBound { text.append(contentsOf: "…".utf8) }
    let highlights = matches.compactMap { match -> Range<Int>? in
      guard match.range.lowerBound >= start, match.range.upperBound <= end else { return nil }
      return positions[match.range.lowerBound - start]..<positions[match.range.upperBound - start]
    }
    return Snippet(text: String(decoding: text, as: UTF8.self), highlights: highlights)
  }
}
