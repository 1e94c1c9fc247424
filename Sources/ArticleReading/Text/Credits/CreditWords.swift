/// The words before a name that say what the person did.
struct Role: Equatable {
  enum Kind { case author, photo }
  let kind: Kind
  /// What stands after the role, white space included.
  let rest: Substring

  /// The role at a line's start, with its colon: `Bài và ảnh: Ngọc Lan`.
  ///
  /// ``bareRoles`` need no colon where a capital follows; the rest do.
  static func leading(_ line: Substring) -> Role? {
    if let colon = line.firstIndex(of: ":") {
      let label = foldedLine(trimmed(line[..<colon]))
      let rest = line[line.index(after: colon)...].drop { $0.isWhitespace }
      if authorRoles.contains(label) { return Role(kind: .author, rest: rest) }
      if photoRoles.contains(label) { return Role(kind: .photo, rest: rest) }
      return nil
    }
    guard let first = line.utf8.first, "nptbvdNPTBVD".utf8.contains(first) || first == 0xC4 else {
      return nil
    }
    if let rest = afterPreposition(line) { return Role(kind: .author, rest: rest) }
    for words in bareRoles {
      let parts = line.split(separator: " ", maxSplits: words.count)
      guard parts.count > words.count, LineShape.isCapitalised(parts[words.count]) else { continue }
      if zip(parts, words).allSatisfy({ foldedLine($0) == $1 }) {
        return Role(kind: .author, rest: parts[words.count])
      }
    }
    return nil
  }

  /// What stands behind `Bởi`, `Đăng bởi`, `By` or `Von`, accents and all: `Bội` is a name.
  private static func afterPreposition(_ line: Substring) -> Substring? {
    var words = line.split(separator: " ", maxSplits: 2)[...]
    if words.count == 3, words.first?.lowercased() == "đăng" { words.removeFirst() }
    guard words.count >= 2, let word = words.popFirst()?.lowercased(),
      ["bởi", "by", "von"].contains(word), let rest = words.first, LineShape.isCapitalised(rest)
    else { return nil }
    return line[rest.startIndex...]
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var rest = text
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest.drop { $0.isWhitespace || $0 == "(" }
  }

  private static let authorRoles: Set<String> = [
    "bai va anh", "bai, anh", "bai - anh", "bai & anh", "bai anh", "anh va bai", "tin va anh",
    "tin, anh", "tin - anh", "tin, bai", "tin, bai va anh", "tin anh", "tin", "bai", "bai viet",
    "thuc hien", "phong vien", "pv", "tac gia", "tac gia bai viet", "nguoi dang",
    "nguoi viet", "ghi", "ghi chep", "bai, anh, clip",
    "bai va anh, clip", "noi dung", "tong hop", "bien soan", "nhom pv", "nhom phong vien",
    "bai va video", "bai, video", "tin, anh, video", "ghi nhan cua", "by",
  ]

  private static let photoRoles: Set<String> = [
    "anh", "anh minh hoa", "hinh anh", "hinh", "photo", "video", "clip", "video clip", "do hoa",
    "nguon anh", "anh tu lieu", "infographic", "anh, video", "chum anh", "ky thuat",
  ]

  private static let bareRoles: [[String]] = [
    ["nhom", "phong", "vien"], ["phong", "vien"], ["thuc", "hien"], ["tac", "gia"],
  ]
}

/// The notes that stand beside or instead of an author.
enum CreditNote {
  /// The source that `Theo …` or `Nguồn: …` names, nil if the text does not name one.
  ///
  /// `Theo kế hoạch` names none: a source starts with a capital or is a web address.
  static func source(of text: Substring) -> Substring? {
    guard let initial = text.utf8.first, "tnTN".utf8.contains(initial),
      LineShape.wordCount(text) <= 9, !LineShape.endsSentence(text)
    else { return nil }
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let first = words.first else { return nil }
    var label = foldedLine(first)
    var name = words[1]
    let hasColon = label.last == ":" || name.first == ":"
    if label.last == ":" { label.removeLast() }
    name = name.drop { $0 == ":" || $0.isWhitespace }
    if label == "nguon", name.hasPrefix("tin:") {
      name = name.dropFirst(4).drop { $0.isWhitespace }
    }
    switch label {
    case "theo": break
    case "nguon" where hasColon || LineShape.isCapitalised(name): break
    default: return nil
    }
    guard let start = name.first, !name.contains(": ") else { return nil }
    guard start.isUppercase || name.prefix(while: { $0 != " " }).contains(".") else { return nil }
    return isClause(name) ? nil : name
  }

  /// An agency or paper that signs with its name alone: `TTXVN`, `(TTXVN/Vietnam+)`.
  static func agency(_ text: Substring) -> Substring? {
    guard LineShape.wordCount(text) <= 5 else { return nil }
    let name = text.prefix { $0 != "/" && $0 != "," }
    return agencies.contains(foldedLine(name).trimmedEnd()) ? text : nil
  }

  /// A paper or agency alone in brackets, told by its first word: `(TTX Đông Nam Bộ)`, `(Báo Lào Cai)`.
  static func office(_ text: Substring) -> Substring? {
    guard LineShape.wordCount(text) <= 7, let word = text.split(separator: " ").first,
      offices.contains(word.lowercased())
    else { return nil }
    return LineShape.isCapitalised(word) && !LineShape.endsSentence(text) ? text : nil
  }

  /// Whether a note in brackets says how the article was made rather than whose it is.
  static func isMethod(_ note: Substring) -> Bool {
    let folded = String(foldedLine(note).filter { $0 != " " })
    if methods.contains(folded) { return true }
    return Role.leading(note)?.kind == .photo
      || folded.hasPrefix("tu")
        && LineShape.wordCount(note) <= 4 && note.dropFirst(3).first?.isUppercase == true
  }

  /// `Theo Reuters, ông Trump nói …` and `Theo Luật Đất đai 2013`: a lower-case word after a
  /// comma, or a digit, makes it a sentence's beginning.
  private static func isClause(_ name: Substring) -> Bool {
    var afterComma = false
    for character in name {
      if character.isWhitespace { continue }
      if afterComma, character.isLowercase { return true }
      afterComma = character == ","
    }
    return false
  }

  private static let agencies: Set<String> = [
    "ttxvn", "vna", "vov", "vtv", "vnexpress", "vietnam+", "vietnamplus", "afp", "ap", "reuters",
    "tass", "ria", "sputnik", "xinhua", "thx", "tan hoa xa", "yonhap", "kyodo", "bbc", "cnn",
    "qdnd", "sggp", "chinhphu.vn", "vgp", "vgp news", "bao tin tuc", "thong tan xa viet nam",
    "nhan dan", "nhandan", "baochinhphu.vn",
  ]

  /// With their accents: `Bão` and `Dài` start other words.
  private static let offices: Set<String> = ["báo", "đài", "ttx", "ttxvn", "cổng"]

  private static let methods: Set<String> = [
    "tonghop", "t/h", "th", "dich", "luocdich", "bientap", "bientapvatonghop", "thuchien", "ghi",
    "suutam", "st", "s/t", "biendich", "biensoan", "ghichep", "luocghi", "tongthuat",
    "thuthap", "pv", "ctv", "chuyenngu",
  ]
}

extension String {
  /// Without spaces at its end.
  fileprivate func trimmedEnd() -> String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
