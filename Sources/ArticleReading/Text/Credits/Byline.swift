/// What a short line at the edge of an article credits: its author, its source, a photographer.
///
/// Bylines are told by shape, for papers print no label before most of them. A line is one if all
/// of it is accounted for:
///
/// - names (``PersonName``), after a role or not: `Hoài An`, `Bài và ảnh: Ngọc Lan`;
/// - names and a note in brackets: `Ánh Ngọc (Theo AFP)` credits a source, `Mộc Miên (Tổng hợp)`
///   says how it was made, which is dropped;
/// - a source: `Theo Báo Cà Mau`, `Nguồn: VnExpress`, `(TTXVN)`.
///
/// A full stop, a lower-case word in a name, a word that is left over: then it is not a byline.
/// Where such a line may stand is for ``PlainTextReader`` to judge.
struct Byline: Equatable {
  /// The authors as printed, without role and note.
  var author: String?
  /// The publication or agency, without `Theo`, `Nguồn` and brackets.
  var source: String?
  /// Whether the line credits the picture alone; the author then stays nil.
  var isPhotoCredit = false
  /// Whether a role, a source or a note says that it is a byline; bare names need a fitting place.
  var isLabelled = false

  /// The line is no byline.
  static let none = Byline()

  /// Longer lines, in bytes, are not bylines.
  static let maximumLength = 120
  /// Nor are lines of more words: three authors, a role and a source have fewer.
  static let maximumWords = 16

  /// What a line credits; ``none`` if it is anything but a byline.
  static func classify(_ line: Substring) -> Byline {
    guard mayBeByline(line) else { return none }
    let line = trimmed(line)
    if let source = sourceLine(line) { return Byline(source: source, isLabelled: true) }
    let (head, note) = splitNote(line)
    if let role = Role.leading(head) {
      if role.kind == .photo { return Byline(isPhotoCredit: true, isLabelled: true) }
      let names = trimmed(beforePhotoCredit(role.rest))
      guard PersonName.isAuthors(names, allowsSingle: true) else { return none }
      return byline(of: names, note: note, isLabelled: true)
    }
    let names = trimmed(beforePhotoCredit(head))
    // `Ông Bảo - Ảnh: Lê Trung` is a caption: a credit behind a name labels nothing.
    guard PersonName.isAuthors(names, allowsSingle: note != nil) else { return none }
    return byline(of: names, note: note, isLabelled: note != nil)
  }

  /// The cheap questions, for most lines that are asked about are the body's last sentence.
  private static func mayBeByline(_ line: Substring) -> Bool {
    guard line.utf8.count <= maximumLength else { return false }
    let words = LineShape.wordCount(line)
    // Only initials (`T. H.`) end in a stop.
    return words <= 3 || (words <= maximumWords && !LineShape.endsSentence(line))
  }

  /// The author of a line that also dates the article: `Hoài An - 08/06/2020`.
  static func dated(_ line: Substring) -> (byline: Byline, date: ArticleDate)? {
    guard let (date, text) = DateParser.split(line) else { return nil }
    let byline = classify(text)
    guard byline.author != nil || byline.source != nil else { return nil }
    return (byline, date)
  }

  private static func byline(of names: Substring, note: Substring?, isLabelled: Bool) -> Byline {
    var byline = Byline(author: String(names), isLabelled: isLabelled)
    if let note {
      byline.source = CreditNote.source(of: note).map(String.init)
      guard byline.source != nil || CreditNote.isMethod(note) else { return none }
    }
    return byline
  }

  private static func sourceLine(_ line: Substring) -> String? {
    if line.first == "(", line.last == ")" {
      let inner = trimmed(line.dropFirst().dropLast())
      guard !inner.contains("(") else { return nil }
      return (CreditNote.source(of: inner) ?? CreditNote.agency(inner) ?? CreditNote.office(inner))
        .map(String.init)
    }
    return (CreditNote.source(of: line) ?? CreditNote.agency(line)).map(String.init)
  }

  /// `Ánh Ngọc (Theo AFP)` or `PV / Theo Thanh Niên` → the name and the note behind it.
  private static func splitNote(_ line: Substring) -> (head: Substring, note: Substring?) {
    guard line.utf8.last == 0x29, let open = line.firstIndex(of: "("), open > line.startIndex
    else {
      let marks = line.unicodeScalars
      guard let mark = marks.firstIndex(where: isNoteMark) else { return (line, nil) }
      let rest = trimmed(line[marks.index(after: mark)...])
      return CreditNote.source(of: rest) == nil ? (line, nil) : (trimmed(line[..<mark]), rest)
    }
    let note = trimmed(line[line.index(after: open)...].dropLast())
    return note.contains("(") ? (line, nil) : (trimmed(line[..<open]), note)
  }

  /// `Minh Châu - Ảnh: Đức Thịnh` → `Minh Châu`.
  private static func beforePhotoCredit(_ names: Substring) -> Substring {
    guard LineShape.contains(":", in: names) else { return names }
    let scalars = names.unicodeScalars
    for index in scalars.indices where isNoteMark(scalars[index]) {
      let rest = trimmed(names[scalars.index(after: index)...])
      if Role.leading(rest)?.kind == .photo { return names[..<index] }
    }
    return names
  }

  private static func isNoteMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "-", "–", "|", ",", ";": true
    default: false
    }
  }

  /// The text without white space, dashes and bullets at its ends.
  private static func trimmed(_ text: Substring) -> Substring {
    var rest = text.unicodeScalars.drop(while: isTrimmed)
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return Substring(rest)
  }

  private static func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\0"..." ", "\u{A0}", "-", "–", "—", "*", "•", "|", ">", "/": true
    default: false
    }
  }
}
