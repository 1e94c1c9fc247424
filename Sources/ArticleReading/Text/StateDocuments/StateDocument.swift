/// A decision, directive, decree, plan or letter of an office of the state or the Party.
///
/// Such a document has no headline. Its head, in two columns that a text has one after the other or side
/// by side, names the issuing body and the nation, the number, the place and the day; under it stand the
/// kind (`QUYẾT ĐỊNH`) and what it is about (`Về việc phê duyệt kế hoạch …`). A letter has the latter
/// under its number (`V/v …`) and no kind.
///
/// The name of the nation in the first lines tells one, with a number or a kind under it; without that
/// name, a kind in capitals alone in the first line with a number under it.
struct StateDocument {
  /// `Quyết định 123/QĐ-UBND: phê duyệt kế hoạch …`.
  private(set) var title = ""
  private(set) var number: String?
  private(set) var date: ArticleDate?
  /// Who issued it, as printed.
  private(set) var issuer: String?
  /// The lines that are said by the above, or are the same in every document.
  private(set) var headLines: Set<Int> = []

  private let pieces: [HeadPiece]
  /// The pieces that are accounted for.
  private var used: Set<Int> = []

  /// Lines looked at for a head, and for the nation's name.
  private static let maximumLines = 40
  private static let linesToNation = 14
  /// A longer line, in bytes, is text.
  private static let maximumLine = 400

  /// - Returns: nil for text that is anything else.
  init?(_ lines: TextLines) {
    guard Self.mayBeOne(lines) else { return nil }
    pieces = (0..<min(lines.count, Self.maximumLines)).prefix {
      lines.length($0) <= Self.maximumLine
    }
    .flatMap { HeadPiece.pieces(of: lines[$0], at: $0) }
    let nation = pieces.firstIndex { $0.content == .nation && $0.line < Self.linesToNation }
    let kind = kindIndex(after: nation)
    guard nation != nil || (kind == 0 && hasNumber(before: 6)) else { return nil }
    takeNumber(before: kind.map { $0 + 6 })
    guard kind != nil || number != nil else { return nil }
    takeIssuer(before: kind ?? endOfHead, nation: nation)
    takeDate(before: kind.map { $0 + 6 } ?? endOfHead)
    takeTitle(at: kind, lines)
    settleHead(before: kind ?? endOfHead)
  }

  /// A quick no for most texts: one of the first lines ends as the nation's name does, or the first is in
  /// capitals.
  private static func mayBeOne(_ lines: TextLines) -> Bool {
    guard lines.count > 3 else { return false }
    for index in 0..<min(lines.count, linesToNation) where endsLikeNation(lines, index) {
      return true
    }
    return lines.length(0) <= 60 && !lines[0].utf8.contains(where: { $0 &- 0x61 < 26 })
      && DocumentKind.leading(foldedLine(lines[0])) != nil
  }

  /// Whether the last letters are `NAM`, whatever stands behind them in the way of a table.
  private static func endsLikeNation(_ lines: TextLines, _ index: Int) -> Bool {
    let range = lines.lines[index].bytes
    let bytes = lines.text.utf8Span.span
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= 0x20 || bytes[end - 1] == 0x7C { end -= 1 }
    guard end - range.lowerBound >= 18, range.count <= maximumLine else { return false }
    return bytes[end - 3] == 0x4E && bytes[end - 2] | 0x20 == 0x61 && bytes[end - 1] | 0x20 == 0x6D
  }

  // MARK: - Kind and number

  /// The piece that names the kind: alone, or with what follows in capitals.
  private func kindIndex(after nation: Int?) -> Int? {
    for (index, piece) in pieces.enumerated() where piece.content == .text {
      if Self.startsBody(piece) { return nil }
      guard let (_, words) = DocumentKind.leading(piece.folded) else { continue }
      let isAlone = LineShape.wordCount(piece.text[...]) == words
      if piece.isCapitals || (isAlone && nation != nil) { return index }
    }
    return nil
  }

  private func hasNumber(before end: Int) -> Bool {
    pieces.prefix(end).contains { if case .number(.some) = $0.content { true } else { false } }
  }

  private mutating func takeNumber(before end: Int?) {
    for (index, piece) in pieces.prefix(end ?? endOfHead).enumerated() {
      guard case .number(let number) = piece.content else { continue }
      self.number = self.number ?? number
      used.insert(index)
      return
    }
  }

  private mutating func takeDate(before end: Int) {
    for (index, piece) in pieces.prefix(end).enumerated() {
      guard case .date(let date) = piece.content else { continue }
      self.date = date
      used.insert(index)
      return
    }
  }

  /// Where the text begins, at the latest.
  private var endOfHead: Int { pieces.firstIndex(where: Self.startsBody) ?? pieces.count }

  private static func startsBody(_ piece: HeadPiece) -> Bool {
    guard piece.content == .text else { return false }
    return bodyStarts.contains { piece.folded.hasPrefix($0) }
      || (!piece.isCapitals && LineShape.isRunningText(piece.text[...]))
  }

  private static let bodyStarts = ["can cu ", "kinh gui", "dieu 1", "xet ", "theo de nghi"]

  // MARK: - Issuing body

  /// The office that the head names last: above it stands the one it belongs to.
  private mutating func takeIssuer(before end: Int, nation: Int?) {
    var offices: [(text: String, pieces: [Int])] = []
    let hasCapitals = pieces.prefix(end).contains { $0.content == .text && $0.isCapitals }
    for (index, piece) in pieces.prefix(end).enumerated() where piece.content == .text {
      guard piece.isCapitals || (!hasCapitals && index < nation ?? 0), !Self.isNote(piece),
        LineShape.wordCount(piece.text[...]) <= 14, offices.count < 4
      else { continue }
      if offices.isEmpty || Self.namesOffice(piece.folded) {
        offices.append((piece.text, [index]))
      } else {
        offices[offices.count - 1].text += " " + piece.text
        offices[offices.count - 1].pieces.append(index)
      }
    }
    guard let office = offices.last else { return }
    issuer = office.text
    used.formUnion(office.pieces)
  }

  /// What stands in a head besides: how urgent or secret it is, what a letter is about.
  private static func isNote(_ piece: HeadPiece) -> Bool {
    notes.contains { piece.folded.hasPrefix($0) }
  }

  private static let notes = [
    "v/v", "ve viec", "du thao", "hoa toc", "khan", "thuong khan", "mat", "toi mat", "ban sao",
    "ban chinh", "mau so", "phu luc", "(",
  ]

  /// Whether a line begins another office's name rather than going on with the one above.
  private static func namesOffice(_ folded: String) -> Bool {
    let words = folded.split(separator: " ").prefix(2)
    guard let first = words.first else { return false }
    return offices.contains(String(first)) || offices.contains(words.joined(separator: " "))
  }

  private static let offices: Set<String> = [
    "uy ban", "ubnd", "hdnd", "ubmttq", "bo", "so", "cuc", "tong cuc", "vu", "phong", "ban",
    "chi cuc",
    "van phong", "thu tuong", "chinh phu", "quoc hoi", "uy ban", "truong", "vien", "cong ty",
    "tong cong", "tap doan", "toa an", "tand", "vksnd", "ngan hang", "bao hiem", "kho bac",
    "cong an",
    "thanh tra", "doan", "tinh doan", "huyen doan", "thanh doan", "lien doan", "trung tam",
    "tinh uy",
    "huyen uy", "thanh uy", "quan uy", "thi uy", "dang uy", "dang bo", "chu tich", "kiem toan",
    "benh vien", "hoc vien", "dai hoc", "mat tran", "quan khu", "bch", "bch.", "hiep hoi",
    "nha xuat",
    "uy ban mttq", "ban chi", "bo truong", "hoi nong", "hoi lien", "hoi cuu", "hoi chu", "hoi nha",
    "hoi luat", "hoi dong",
  ]

  // MARK: - Title

  private mutating func takeTitle(at kind: Int?, _ lines: TextLines) {
    guard let kind else {
      let name =
        number.flatMap(DocumentNumber.kind).flatMap(DocumentKind.name) ?? DocumentKind.letter
      let about = pieces.prefix(endOfHead).firstIndex {
        $0.content == .text && ($0.folded.hasPrefix("v/v") || $0.folded.hasPrefix("ve viec"))
      }
      let subject = about.map { self.subject(from: $0, isLetter: true, lines) } ?? ""
      title = Self.title(name, number, subject)
      return
    }
    used.insert(kind)
    let piece = pieces[kind]
    guard let (name, words) = DocumentKind.leading(piece.folded) else { return }
    let rest = piece.text.split(separator: " ").dropFirst(words)
    var start = kind + 1
    // `CHỈ THỊ`, and under it `CỦA BAN THƯỜNG VỤ TỈNH ỦY`.
    if start < pieces.count, pieces[start].content == .text, pieces[start].isCapitals,
      pieces[start].folded.hasPrefix("cua ")
    {
      used.insert(start)
      if issuer == nil { issuer = String(pieces[start].text.dropFirst(4)) }
      start += 1
    }
    var subject = self.subject(from: start, isLetter: false, lines)
    if rest.first?.lowercased() == "của" {
      if issuer == nil { issuer = rest.dropFirst().joined(separator: " ") }
    } else if !rest.isEmpty {
      let inline = rest.joined(separator: " ")
      subject = subject.isEmpty ? inline : inline + " " + subject
    }
    if issuer == nil { takeAuthority() }
    title = Self.title(name, number, Self.withoutLabel(subject))
  }

  private static func title(_ kind: String, _ number: String?, _ subject: String) -> String {
    let name = number.map { "\(kind) \($0)" } ?? kind
    let subject = withoutLabel(subject)
    return subject.isEmpty ? name : "\(name): \(subject)"
  }

  /// What the document is about: from a piece on, until the text or who decides it begins.
  private mutating func subject(from start: Int, isLetter: Bool, _ lines: TextLines) -> String {
    var parts: [String] = []
    var last: HeadPiece?
    for index in pieces.indices[start...].prefix(Self.maximumSubjectPieces) {
      let piece = pieces[index]
      switch piece.content {
      case .number, .date, .nation, .motto:
        if last == nil || isLetter { continue }
      case .rule:
        if last == nil { continue }
      case .text:
        if let last {
          guard continues(piece, last, isLetter: isLetter, lines) else { break }
        } else if !Self.maySubject(piece) {
          break
        }
        used.insert(index)
        parts.append(piece.text)
        last = piece
        continue
      }
      break
    }
    return parts.joined(separator: " ")
  }

  private static let maximumSubjectPieces = 9

  /// Whether a subject may begin with a piece.
  private static func maySubject(_ piece: HeadPiece) -> Bool {
    if piece.folded.hasPrefix("ve ") || piece.folded.hasPrefix("v/v") { return true }
    return !startsBody(piece) && !isAuthority(piece) && !piece.folded.hasPrefix("(")
      && !endsPart(piece)
  }

  private func continues(
    _ piece: HeadPiece, _ last: HeadPiece, isLetter: Bool, _ lines: TextLines
  ) -> Bool {
    if Self.startsBody(piece) || Self.isAuthority(piece) || Self.endsPart(piece)
      || last.text.last == "." || Self.stops.contains(where: piece.folded.hasPrefix)
    {
      return false
    }
    if isLetter { return !piece.isCapitals }
    if piece.isCapitals, !last.isCapitals { return false }
    return !lines.startsBlock(piece.line) || piece.text.first?.isLowercase == true
      || (piece.isCapitals && last.isCapitals)
  }

  /// Whether a line is one of the text: what is about something ends in no colon.
  private static func endsPart(_ piece: HeadPiece) -> Bool {
    piece.text.last == ";" || piece.text.last == ":"
  }

  /// What text under a subject begins with.
  private static let stops = [
    "thuc hien ", "nham ", "de ", "(", "phan ", "chuong ", "i.", "1.", "i ", "1)", "a.", "ngay ",
    "- ", "+ ", "thi hanh",
  ]

  /// Whether a line in capitals says who decides: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU`.
  private static func isAuthority(_ piece: HeadPiece) -> Bool {
    piece.isCapitals
      && (namesOffice(piece.folded) || heads.contains { piece.folded.hasPrefix($0) })
  }

  private static let heads = [
    "chu tich ", "bo truong ", "giam doc ", "thu tuong", "tong giam doc", "cuc truong ",
    "tong cuc truong", "thong doc ", "hieu truong ", "truong ban ", "chu nhiem ", "vien truong ",
    "chanh an ", "tong kiem toan", "tong thanh tra", "truong phong ", "chi cuc truong ",
    "chanh van phong", "ban thuong vu ", "tong bi thu",
  ]

  /// Who decides, where the head names no office.
  private mutating func takeAuthority() {
    guard let piece = pieces.first(where: { $0.content == .text && Self.isAuthority($0) }) else {
      return
    }
    let title = Self.heads.first { piece.folded.hasPrefix($0) && $0.last == " " }
    let words = title.map { LineShape.wordCount($0[...]) } ?? 0
    issuer = piece.text.split(separator: " ").dropFirst(words).joined(separator: " ")
  }

  /// The subject without `Về việc`, `V/v` and brackets.
  private static func withoutLabel(_ subject: String) -> String {
    var rest = subject[...]
    if rest.first == "(", rest.last == ")" { rest = rest.dropFirst().dropLast() }
    let words = rest.split(separator: " ")
    var count = 0
    if let first = words.first.map({ foldedLine($0) }) {
      if first.hasPrefix("v/v") {
        // `V/v:phê duyệt` has no space.
        let behind = rest.dropFirst(3).drop { ":. ".contains($0) }
        return String(behind)
      }
      if first == "ve", words.count > 2, foldedLine(words[1]).hasPrefix("viec") { count = 2 }
    }
    return words.dropFirst(count).joined(separator: " ")
  }

  // MARK: - What is left

  /// Finds the lines that hold nothing but what has been taken.
  private mutating func settleHead(before end: Int) {
    let last = max(end, used.max().map { $0 + 1 } ?? 0)
    var isUsed: [Int: Bool] = [:]
    for (index, piece) in pieces.enumerated() {
      let isFormal: Bool
      switch piece.content {
      case .nation, .motto, .number, .date, .rule: isFormal = index <= last
      case .text: isFormal = false
      }
      isUsed[piece.line] = (isUsed[piece.line] ?? true) && (isFormal || used.contains(index))
    }
    headLines = Set(isUsed.filter(\.value).keys)
  }
}
