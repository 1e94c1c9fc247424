/// A piece of the head of a state document: what a line says in one of its columns.
///
/// The head has two columns. Texts have them one after the other, or side by side with white space
/// between; so the line `TỈNH MẪU   Độc lập - Tự do - Hạnh phúc` has two pieces, and so it has where one
/// space is all that is left.
struct HeadPiece: Equatable {
  enum Content: Equatable {
    /// `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`, or the Party's name.
    case nation
    /// `Độc lập - Tự do - Hạnh phúc`.
    case motto
    /// `Số: 123/QĐ-UBND`; nil where the number is left open.
    case number(String?)
    /// `Mẫu, ngày 05 tháng 3 năm 2020`.
    case date(ArticleDate)
    /// Underscores, dashes, asterisks.
    case rule
    case text
  }

  let line: Int
  let content: Content
  /// As printed, its words one space apart.
  let text: String
  /// The same folded.
  let folded: String

  /// Whether all letters are capitals.
  var isCapitals: Bool {
    !text.contains(where: \.isLowercase) && text.contains(where: \.isUppercase)
  }
}

extension HeadPiece {
  /// The pieces of a line.
  static func pieces(of line: Substring, at index: Int) -> [HeadPiece] {
    cells(of: line).flatMap { pieces(ofCell: $0, at: index) }
  }

  /// A line cut at tabs, bars and two spaces and more.
  private static func cells(of line: Substring) -> [[Substring]] {
    var cells: [[Substring]] = []
    for column in line.split(whereSeparator: { $0 == "\t" || $0 == "|" }) {
      var words: [Substring] = []
      var last: Substring.Index?
      for word in column.split(whereSeparator: \.isWhitespace) {
        if let last, column[last..<word.startIndex].count > 1, !isNumberLabel(words.last) {
          cells.append(words)
          words = []
        }
        words.append(word)
        last = word.endIndex
      }
      if !words.isEmpty { cells.append(words) }
    }
    return cells
  }

  /// Space behind `Số:` is left for a number that is still to come.
  private static func isNumberLabel(_ word: Substring?) -> Bool {
    word?.last == ":" && word?.first?.lowercased() == "s" && word.map { foldedLine($0) } == "so:"
  }

  private static func pieces(ofCell words: [Substring], at line: Int) -> [HeadPiece] {
    let folded = words.map { foldedLine($0) }
    var pieces: [HeadPiece] = []
    var textStart = 0
    func add(_ content: Content, _ range: Range<Int>) {
      pieces.append(
        HeadPiece(
          line: line, content: content, text: words[range].joined(separator: " "),
          folded: folded[range].joined(separator: " ")))
    }
    var index = 0
    while index < words.count {
      guard let (content, end) = special(words, folded, at: index) else {
        index += 1
        continue
      }
      var start = index
      if case .date = content {
        // The place before the day belongs to it.
        start = max(textStart, placeStart(words, before: index))
      }
      // `Luật số: 45/2019/QH14`
      if case .number = content, start > textStart, folded[start - 1] == "luat" { start -= 1 }
      if textStart < start { add(.text, textStart..<start) }
      add(content, start..<end)
      (index, textStart) = (end, end)
    }
    if textStart < words.count { add(.text, textStart..<words.count) }
    return pieces
  }

  /// Where the place begins that a comma ends: `TP. Hồ Chí Minh, ngày`.
  private static func placeStart(_ words: [Substring], before index: Int) -> Int {
    guard index > 0, words[index - 1].hasSuffix(",") else { return index }
    var start = index - 1
    while start > 0, index - start < 5, words[start - 1].first?.isUppercase == true,
      !words[start - 1].contains(where: \.isNumber)
    { start -= 1 }
    return start
  }

  /// What begins at a word, if it is anything but text.
  private static func special(
    _ words: [Substring], _ folded: [String], at index: Int
  ) -> (Content, end: Int)? {
    let rest = folded[index...]
    if rest.starts(with: nation) { return (.nation, index + nation.count) }
    if rest.starts(with: party), words[index].allSatisfy({ !$0.isLowercase }) {
      return (.nation, index + party.count)
    }
    if folded[index] == "doc", let end = mottoEnd(folded, from: index + 1) { return (.motto, end) }
    if words[index].allSatisfy({ "_-–—*=~.…".contains($0) }),
      words.count == 1 || words[index].count >= 3
    {
      return (.rule, index + 1)
    }
    if folded[index].hasPrefix("so"), let found = number(words, folded, at: index) { return found }
    if folded[index] == "ngay", let found = date(folded, at: index) { return found }
    return nil
  }

  private static let nation = ["cong", "hoa", "xa", "hoi", "chu", "nghia", "viet", "nam"]
  private static let party = ["dang", "cong", "san", "viet", "nam"]

  /// `lập - Tự do - Hạnh phúc`, spaces around the dashes or not.
  private static func mottoEnd(_ folded: [String], from start: Int) -> Int? {
    guard start < folded.count, folded[start].hasPrefix("lap") else { return nil }
    return folded[start...].prefix(9).firstIndex { $0.hasPrefix("phuc") }.map { $0 + 1 }
  }

  /// `Số: 123/QĐ-UBND`, `Số 15-CT/TU`, `Số:     /KH-UBND`; spaces beside slashes and dashes go.
  private static func number(
    _ words: [Substring], _ folded: [String], at index: Int
  ) -> (Content, end: Int)? {
    guard folded[index] == "so" || folded[index].hasPrefix("so:") else { return nil }
    var end = index + 1
    var text = String(words[index].drop { $0 != ":" }.dropFirst())
    if text.isEmpty, end < words.count, words[end] == ":" { end += 1 }
    while end < words.count, text.utf8.count < maximumNumber {
      let word = words[end]
      let isJoined = text.isEmpty || isJoint(text.last) || isJoint(word.first)
      guard isJoined else { break }
      text += word
      end += 1
    }
    while let last = text.last, ",.;:)".contains(last) { text.removeLast() }
    if DocumentNumber.isOne(text) { return (.number(text), end) }
    let isOpen =
      text.first.map { "/-….".contains($0) } == true && text.contains(where: \.isUppercase)
    return isOpen ? (.number(nil), end) : nil
  }

  private static let maximumNumber = 60

  private static func isJoint(_ character: Character?) -> Bool {
    character == "/" || character == "-" || character == "–"
  }

  /// `ngày 05 tháng 3 năm 2020`, `ngày 05/3/2020`.
  private static func date(_ folded: [String], at index: Int) -> (Content, end: Int)? {
    for length in [6, 2] where index + length <= folded.count {
      let text = folded[index..<index + length].joined(separator: " ")
      let trimmed = text.last.map { ",.;)".contains($0) } == true ? text.dropLast() : text[...]
      if let date = DateParser.parse(trimmed) { return (.date(date), index + length) }
    }
    return nil
  }
}

/// The numbers that state documents have: `123/QĐ-UBND`, `45/2019/NĐ-CP`, `15-CT/TU`.
enum DocumentNumber {
  /// Whether a text is one: digits, then a slash or dash, then letters of which the first is a capital.
  static func isOne(_ text: String) -> Bool {
    let digits = text.prefix(while: \.isNumber)
    guard (1...6).contains(digits.count), text.utf8.count <= 60 else { return false }
    let rest = text.dropFirst(digits.count).drop { $0.isLetter && $0.isLowercase }
    guard let mark = rest.first, "/-–".contains(mark) else { return false }
    let symbol = rest.drop { !$0.isLetter }
    return symbol.first?.isUppercase == true
      && text.allSatisfy { $0.isLetter || $0.isNumber || "/-–.&()".contains($0) }
  }

  /// The kind of document that the letters of a number stand for, folded.
  static func kind(of number: String) -> String? {
    let parts = number.split { "/-–".contains($0) }
    return parts.lazy.compactMap { kinds[String($0)] }.first
  }

  private static let kinds = [
    "QĐ": "quyet dinh", "NQ": "nghi quyet", "CT": "chi thi", "KH": "ke hoach", "TB": "thong bao",
    "BC": "bao cao", "TTr": "to trinh", "HD": "huong dan", "NĐ": "nghi dinh", "TT": "thong tu",
    "CĐ": "cong dien", "KL": "ket luan", "TTLT": "thong tu lien tich", "QyĐ": "quy dinh",
    "CTr": "chuong trinh", "ĐA": "de an", "PA": "phuong an", "GM": "giay moi", "L": "lenh",
  ]
}
