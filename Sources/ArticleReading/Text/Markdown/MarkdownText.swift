/// The text of Markdown without its marks, line by line; a table's cells are parted by spaces.
struct MarkdownText {
  private enum Line {
    case heading(String)
    case text(String)
    case blank
  }

  private var lines: [Line] = []

  init(_ source: ArraySlice<Substring>) {
    var fence: Substring?
    var isComment = false
    for line in source {
      var text = line.trimmingSpaces()
      if let open = fence {
        if text.hasPrefix(open) { fence = nil }
        continue
      }
      if isComment {
        isComment = !text.contains("-->")
        continue
      }
      if text.hasPrefix("```") || text.hasPrefix("~~~") {
        fence = text.prefix(3)
        continue
      }
      if text.hasPrefix("<!--") {
        isComment = !text.contains("-->")
        continue
      }
      guard !text.isEmpty else {
        lines.append(.blank)
        continue
      }
      if Self.isRule(text) {
        underline(text)
        continue
      }
      if Self.isReference(text) { continue }
      let level = text.prefix { $0 == "#" }.count
      if (1...6).contains(level), text.dropFirst(level).first?.isWhitespace == true {
        text = text.dropFirst(level).trimmingSpaces()
        while text.last == "#" { text.removeLast() }
        lines += [.blank, .heading(Self.inline(text.trimmingSpaces())), .blank]
        continue
      }
      var plain = Self.inline(Self.withoutMark(text))
      if Markup.isIn(plain) {
        plain = ((try? HTMLReader.paragraphs(ofFragment: plain)) ?? []).joined(separator: " ")
      }
      // A picture alone leaves nothing.
      if !plain.isEmpty { lines.append(.text(plain)) }
    }
  }

  /// A line of `=` or `-` makes the line above a heading; alone it is a rule.
  private mutating func underline(_ rule: Substring) {
    guard rule.first == "=" || rule.first == "-", case .text(let above)? = lines.last else {
      lines.append(.blank)
      return
    }
    lines.removeLast()
    lines += [.blank, .heading(above), .blank]
  }

  /// Takes the first heading, if no text stands before it.
  mutating func takeTitle() -> String? {
    for index in lines.indices {
      switch lines[index] {
      case .blank: continue
      case .text: return nil
      case .heading(let title):
        lines.removeSubrange(...index)
        return title
      }
    }
    return nil
  }

  /// The lines that are left.
  var text: String {
    lines.map { line in
      switch line {
      case .heading(let text), .text(let text): text
      case .blank: ""
      }
    }.joined(separator: "\n")
  }

  private static func isRule(_ line: Substring) -> Bool {
    guard let mark = line.first, "-=*_|:".contains(mark), line.count >= 3 || mark == "=" else {
      return false
    }
    return line.allSatisfy {
      $0 == mark || $0 == " " || (mark == "|" || mark == ":") && "-:|".contains($0)
    }
  }

  /// `[1]: https://…`, and the note of a foot.
  private static func isReference(_ line: Substring) -> Bool {
    guard line.first == "[", let close = line.firstRange(of: "]:") else { return false }
    return line[close.upperBound...].trimmingSpaces().hasPrefix("http")
  }

  /// Without the mark of a quotation, list or table.
  private static func withoutMark(_ line: Substring) -> Substring {
    var line = line
    while line.first == ">" { line = line.dropFirst().trimmingSpaces() }
    if let mark = line.first, "-*+".contains(mark), line.dropFirst().first == " " {
      return line.dropFirst(2).trimmingSpaces()
    }
    let digits = line.prefix { $0.isNumber }
    if (1...3).contains(digits.count), line.dropFirst(digits.count).hasPrefix(". ") { return line }
    if line.first == "|", line.last == "|", line.count > 1 {
      return line.dropFirst().dropLast()
    }
    return line
  }

  /// Without the marks within a line: pictures go, of links the text stays, emphasis and code lose theirs.
  private static func inline(_ line: Substring) -> String {
    var result = ""
    var rest = line
    /// Brackets that began nothing: after many of them none is looked at.
    var strays = 0
    while let character = rest.popFirst() {
      if strays > longestLink, "[<!".contains(character) {
        result.append(character)
        continue
      }
      switch character {
      case "\\":
        if let next = rest.first, next.isPunctuation || next.isSymbol {
          result.append(rest.removeFirst())
        } else {
          result.append(character)
        }
      case "!" where rest.first == "[":
        guard let link = link(rest.dropFirst()) else {
          strays += 1
          result.append(character)
          continue
        }
        rest = link.rest
      case "[":
        guard let link = link(rest) else {
          strays += 1
          result.append(character)
          continue
        }
        result += link.text
        rest = link.rest
      case "<":
        let address = rest.prefix(longestLink).prefix { $0 != ">" }
        strays += 1
        if address.hasPrefix("http"), rest[address.endIndex...].first == ">" {
          rest = rest[address.endIndex...].dropFirst()
        } else {
          result.append(character)
        }
      case "`": continue
      case "*", "~":
        // Alone between spaces it is a sign.
        if rest.first?.isWhitespace == true, result.last?.isWhitespace ?? true {
          result.append(character)
        }
      case "_":
        let isInside = result.last.map { $0.isLetter || $0.isNumber } ?? false
        let goesOn = rest.first.map { $0.isLetter || $0.isNumber } ?? false
        if isInside, goesOn { result.append(character) }
      case "|": result.append(" ")
      default: result.append(character)
      }
    }
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let longestLink = 2000

  /// The text of a link behind its opening bracket, and what follows its address.
  private static func link(_ text: Substring) -> (text: String, rest: Substring)? {
    let head = text.prefix(longestLink)
    guard let close = head.firstIndex(of: "]") else { return nil }
    let after = text[text.index(after: close)...]
    let end: Character
    switch after.first {
    case "(": end = ")"
    case "[": end = "]"
    default: return nil
    }
    guard let last = after.prefix(longestLink).firstIndex(of: end) else { return nil }
    let label = head[..<close].filter { !"*_`".contains($0) }
    return (String(label), after[after.index(after: last)...])
  }
}
