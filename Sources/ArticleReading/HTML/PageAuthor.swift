/// Tells authors in what a page says of itself and in elements that are named so.
struct PageAuthor {
  /// What is the site's and no person's.
  let siteName: String?
  let title: String
  /// A page of another language names people in ways of its own (`von der Leyen`, `AP`).
  let isVietnamese: Bool

  /// The authors that metadata names, one after another; nil if none of them is one.
  func names(_ names: [String]) -> String? {
    var found: [String] = []
    for name in names {
      if let author = self.name(name), !found.contains(author) { found.append(author) }
    }
    return found.isEmpty ? nil : found.joined(separator: ", ")
  }

  /// An author that metadata names: not the paper, not `admin`.
  private func name(_ text: String) -> String? {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line != siteName, !title.hasSuffix(line) else { return nil }
    if PersonName.isAuthors(line[...]) { return line }
    if let author = Byline.classify(line[...]).author { return author }
    return !isVietnamese && Self.mayBeName(line) ? line : nil
  }

  /// In metadata of other languages: a few words, none of them a number or an address.
  private static func mayBeName(_ line: String) -> Bool {
    let isPlain = line.allSatisfy { !$0.isNumber && !"@/:_<>{}".contains($0) }
    return isPlain && !line.contains("www.") && line.utf8.count <= 100
      && LineShape.wordCount(line[...]) <= 10
      && line.contains { $0.isLetter && !$0.isLowercase } && !PersonName.isPlaceholder(line[...])
  }

  /// What an element credits that says it names the author: with a label, a date or alone.
  static func byline(_ line: String) -> Byline? {
    let line = line[...]
    if let (byline, _) = Byline.dated(line) { return byline }
    let byline = Byline.classify(line)
    if byline != .none { return byline.isPhotoCredit ? nil : byline }
    if PersonName.isAuthors(line, allowsSingle: true) {
      return Byline(author: String(line), isLabelled: true)
    }
    // `Đăng bởi Hoài An vào lúc 10:20 ngày 08/07/2022`, `Bởi Hoài An -`.
    let short = Byline.classify(beforeDate(line))
    return short.author == nil ? nil : short
  }

  /// What stands before the first digit and the words that lead to a date.
  private static func beforeDate(_ line: Substring) -> Substring {
    var words = line.prefix { !$0.isNumber }.split(separator: " ")
    while let last = words.last, dateWords.contains(last.lowercased()) { words.removeLast() }
    guard let first = words.first, let last = words.last else { return "" }
    return line[first.startIndex..<last.endIndex]
  }

  private static let dateWords: Set<String> = [
    "vào", "lúc", "ngày", "on", "at", "am", "-", "–", "|", "•", "·", "/", "thứ",
  ]
}
