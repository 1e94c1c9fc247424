import Platform

/// What the text values of a record hold: plain text or HTML, made lines or paragraphs.
///
/// What throws does so as ``HTMLTree/withRoot(of:_:)``.
enum RecordText {
  /// One line: markup and line breaks gone, white space trimmed.
  static func line(_ text: String) throws(ReadingError) -> String {
    let plain =
      Markup.isIn(text) ? try HTMLReader.paragraphs(ofFragment: text).joined(separator: " ") : text
    return joinedWords(plain[...])
  }

  /// The paragraphs of some texts, one after the other.
  ///
  /// HTML with blocks (`<p>`, `<br>`) is read as HTML. In plain text, and where tags are but inline,
  /// paragraphs are parted by line breaks, unless those are hard wrapping. The lines that `furniture`
  /// names go.
  static func paragraphs(
    _ texts: [String], furniture: FurnitureTable
  ) throws(ReadingError) -> [String] {
    var paragraphs: [String] = []
    for text in texts {
      switch Markup.kind(of: text) {
      case .blocks:
        paragraphs += try HTMLReader.paragraphs(ofFragment: text)
      case .inline:
        for line in plainParagraphs(text, furniture) {
          paragraphs += Markup.isIn(line) ? try HTMLReader.paragraphs(ofFragment: line) : [line]
        }
      case .none:
        paragraphs += plainParagraphs(text, furniture)
      }
    }
    return paragraphs
  }

  /// The names of some authors, as one line; nil if there are none.
  ///
  /// RSS has the author's address first: `toasoan@bao.vn (Hoài An)`.
  static func names(_ texts: [String]) throws(ReadingError) -> String? {
    let names = try texts.map { text throws(ReadingError) in
      let name = withoutRole(try line(text))
      guard name.hasSuffix(")"), let open = name.firstIndex(of: "("), name[..<open].contains("@")
      else { return name }
      return String(name[open...].dropFirst().dropLast())
    }
    let joined = names.filter { isName($0) }.joined(separator: ", ")
    return joined.isEmpty ? nil : joined
  }

  /// `Hoài An` of `Tác giả: Hoài An`.
  private static func withoutRole(_ line: String) -> String {
    guard line.contains(":") else { return line }
    return Byline.classify(line[...]).author ?? line
  }

  /// Whether somebody's name may be so: not `None`, a number or an address.
  private static func isName(_ text: String) -> Bool {
    !isNothing(text) && !PersonName.isPlaceholder(text[...]) && !isAddress(text)
  }

  /// An address of a page, a site or a person.
  private static func isAddress(_ text: String) -> Bool {
    if text.contains("://") || text.hasPrefix("www.") || text.hasPrefix("/") { return true }
    guard !text.contains(where: \.isWhitespace) else { return false }
    return text.contains("@")
      || [".vn", ".com", ".net", ".org"].contains { text.lowercased().hasSuffix($0) }
  }

  /// What programs write for nothing, and what is but a number or a sign.
  static func isNothing(_ text: String) -> Bool {
    if !text.contains(where: \.isLetter) { return true }
    return ["none", "null", "nan", "n/a", "undefined", "unknown", "nil"].contains(text.lowercased())
  }

  /// The text without the mark of an excerpt at its end: `[…]`, `…`, `...`, `[&hellip;]`.
  static func withoutEllipsis(_ text: String) -> String {
    var rest = text[...]
    for ending in ["]", "…", "...", "&hellip;", "["] where rest.hasSuffix(ending) {
      rest = trimmed(rest.dropLast(ending.count))
    }
    // A bracket that opens nothing cut off.
    return rest.count == text.count ? text : String(rest)
  }

  private static func plainParagraphs(_ text: String, _ furniture: FurnitureTable) -> [String] {
    let lines = TextLines(text)
    guard lines.count > 0 else { return [] }
    let wrapping = HardWrapping(lines)
    let kept = FurnitureFilter(lines, table: furniture).keptLines().lines
    var paragraphs: [String] = []
    paragraphs.reserveCapacity(kept.count)
    var previous: Int?
    let isClean = !hasControls(text)
    for index in kept {
      if let previous, index == previous + 1, !lines.startsBlock(index),
        wrapping.isSoftBreak(after: previous)
      {
        HardWrapping.join(lines[index], to: &paragraphs[paragraphs.count - 1])
      } else {
        paragraphs.append(isClean ? String(lines[index]) : joinedWords(lines[index]))
      }
      previous = index
    }
    return paragraphs
  }

  /// Whether there are controls other than white space.
  private static func hasControls(_ text: String) -> Bool {
    text.utf8Span.span.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        // Eight bytes at once: which of them are below 0x20?
        if bytes.count - index >= 8 {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let low = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
          if low == 0 {
            index += 8
            continue
          }
        }
        for byte in bytes[index..<min(index + 8, bytes.count)] where byte < 0x20 {
          if byte &- 0x09 > 4 { return true }
        }
        index += 8
      }
      return false
    }
  }

  private static func joinedWords(_ text: Substring) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 }) { return String(text) }
    return text.unicodeScalars.split { $0.value <= 0x20 || $0.properties.isWhitespace }
      .map { String($0) }.joined(separator: " ")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}

/// Whether a text has HTML in it, and how much of it.
enum Markup {
  enum Kind {
    /// Neither tags nor entities.
    case none
    /// Entities and tags within a line, line breaks meaning what they say.
    case inline
    /// Tags that make paragraphs.
    case blocks
  }

  private static let blocks: Set<String> = [
    "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td",
    "blockquote", "section", "article", "figure", "pre", "html", "body",
  ]
  private static let maximumNameBytes = 10

  static func isIn(_ text: String) -> Bool { kind(of: text) != .none }

  /// Looks at every `<` and `&` until a block is found.
  static func kind(of text: String) -> Kind {
    let bytes = text.utf8Span.span
    guard mayBeIn(bytes) else { return .none }
    var kind = Kind.none
    for index in bytes.indices {
      switch bytes[unchecked: index] {
      case 0x3C:
        guard let name = tagName(bytes, at: index + 1) else { continue }
        if blocks.contains(name) { return .blocks }
        kind = .inline
      case 0x26:
        if isEntity(bytes, at: index + 1) { kind = .inline }
      default: continue
      }
    }
    return kind
  }

  /// A quick no for a text without `<` and `&`.
  private static func mayBeIn(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return memchr(start, 0x3C, bytes.count) != nil || memchr(start, 0x26, bytes.count) != nil
    }
  }

  /// The name of the tag or comment behind a `<`, lower case; nil if there is none.
  private static func tagName(_ bytes: Span<UInt8>, at start: Int) -> String? {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
    if index + 2 < bytes.count, bytes[index] == UInt8(ascii: "!") { return "!" }
    var name: [UInt8] = []
    while index < bytes.count, name.count <= maximumNameBytes {
      let byte = bytes[index]
      if isLetter(byte) || (!name.isEmpty && byte &- 0x30 < 10) {
        name.append(byte | 0x20)
      } else {
        let ends = byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
        return ends && !name.isEmpty ? String(decoding: name, as: UTF8.self) : nil
      }
      index += 1
    }
    return nil
  }

  /// `nbsp;`, `#160;`, `#xA0;`.
  private static func isEntity(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let nameStart = index
    while index < bytes.count, index - nameStart <= maximumNameBytes {
      let byte = bytes[index]
      if byte == UInt8(ascii: ";") { return index > nameStart }
      guard isLetter(byte) || byte &- 0x30 < 10 else { return false }
      index += 1
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
