/// Tells the names of authors by their shape.
enum PersonName {
  /// Whether a text is one author or several, as a byline prints them: `Hoài An`, `T.H`, `PV`,
  /// `Minh Châu - Đức Thịnh`, `Nguyễn Văn A, Trần B và Lê C`.
  ///
  /// A name is two to five words of letters, each with a capital first letter; or initials; or one
  /// of the words newsrooms sign with. One word alone is a name only beside other names or where
  /// `allowsSingle` says that the line has another sign of a byline. Names of places, offices and
  /// agencies are refused: a byline missed is better than one invented.
  static func isAuthors(_ text: Substring, allowsSingle: Bool = false) -> Bool {
    guard text.utf8.count <= 100, !isPlaceholder(text) else { return false }
    let names = parts(of: text)
    guard (1...4).contains(names.count) else { return false }
    let words = names.reduce(0) { $0 + LineShape.wordCount($1) }
    guard words <= (names.count == 1 ? 6 : 10) else { return false }
    return names.allSatisfy { isName($0, allowsSingle: allowsSingle || names.count > 1) }
  }

  /// Whether a text stands where the name is not known: `None`, `N/A`, `Đang cập nhật`.
  static func isPlaceholder(_ text: Substring) -> Bool {
    text.utf8.count <= 30 && placeholders.contains(foldedLine(text))
  }

  private static let placeholders: Set<String> = [
    "none", "nan", "null", "n/a", "na", "undefined", "unknown", "admin", "administrator", "guest",
    "dang cap nhat", "chua cap nhat", "khong ro", "quan tri", "quan tri vien", "ban quan tri", "by",
    "author", "tac gia",
  ]

  private static func isName(_ name: Substring, allowsSingle: Bool) -> Bool {
    if isPlaceholder(name) { return false }
    if isInitials(name) { return true }
    let words = name.split(whereSeparator: \.isWhitespace)
    guard (1...5).contains(words.count), words.allSatisfy(isNameWord) else {
      return isSignature(name)
    }
    // `UBND`, `TTXVN`: capitals alone make a name only as every word of several, all of them short.
    let shouted = words.count(where: isShouted)
    guard shouted == 0 || (shouted == words.count && words.count >= 2),
      words.count >= 2 || allowsSingle
    else { return isSignature(name) }
    return !isOffice(words) && !PlaceNames.contains(foldedLine(name)) || isSignature(name)
  }

  private static func isSignature(_ name: Substring) -> Bool {
    name.utf8.count <= 30 && newsroomSignatures.contains(foldedLine(name))
  }

  /// `T.H`, `Đ. V`, `H.Y.`, `N.T.H`: two to four capitals with stops.
  private static func isInitials(_ name: Substring) -> Bool {
    guard name.utf8.count <= 20, LineShape.contains(".", in: name) else { return false }
    var letters = 0
    var stops = 0
    for character in name where character != " " {
      if character == "." {
        stops += 1
      } else if character.isUppercase {
        letters += 1
      } else {
        return false
      }
    }
    return (2...4).contains(letters) && stops >= letters - 1
  }

  /// A word of a name: letters (an initial with its stop allowed), the first one a capital.
  private static func isNameWord(_ word: Substring) -> Bool {
    // The longest syllable has seven letters, three bytes each at most; foreign names are longer.
    guard word.utf8.count <= 24, LineShape.isCapitalised(word) else { return false }
    if let dot = word.firstIndex(of: ".") {
      // `T.Xuân`, `V.`: one capital before the stop.
      let rest = word[word.index(after: dot)...]
      return word[..<dot].count == 1 && isLetters(rest)
    }
    return isLetters(word)
  }

  private static func isLetters(_ text: Substring) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      // Combining marks, for the text may be decomposed, and the apostrophes of `R'Ông`, `H’Hen`.
      case 0x300...0x36F, 0x27, 0x2019: true
      default: scalar.properties.isAlphabetic
      }
    }
  }

  private static func isShouted(_ word: Substring) -> Bool {
    word.count >= 2 && word.allSatisfy(\.isUppercase)
  }

  /// Whether it names an office: its first words do, accents and all (`Báo` is, `Bảo` is a name).
  private static func isOffice(_ words: [Substring]) -> Bool {
    let words = words.prefix(2).map { $0.lowercased() }
    guard let first = words.first else { return false }
    return officeWords.contains(first) || officeWords.contains(words.joined(separator: " "))
  }

  /// The text cut at what parts authors: dashes, commas, `/`, `&`, `và`.
  private static func parts(of text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var words = text[...]
    while let separator = nextSeparator(in: words) {
      parts.append(trimmed(text[start..<separator.lowerBound]))
      start = separator.upperBound
      words = text[start...]
    }
    parts.append(trimmed(text[start...]))
    return parts
  }

  private static func nextSeparator(in text: Substring) -> Range<Substring.Index>? {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      switch scalars[index] {
      case "-", "–", "—", ",", "/", "&", ";", "+", "|": return index..<next
      case " " where text[next...].hasPrefix("và "):
        return index..<text.index(next, offsetBy: 3)
      default: index = next
      }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var rest = text.drop { $0.isWhitespace }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }

  /// What newsrooms sign with instead of a name, folded.
  private static let newsroomSignatures: Set<String> = [
    "pv", "p.v", "p.v.", "nhom pv", "nhom phong vien", "phong vien", "btv", "bbt", "ctv",
    "pv - ctv", "ban bien tap", "toa soan", "tong hop",
  ]

  /// What the names of offices begin with, in lower case.
  private static let officeWords: Set<String> = [
    "ông", "bà", "báo", "đài", "đảo", "sở", "ủy", "uỷ", "ubnd", "hđnd", "tỉnh", "huyện", "thị",
    "xã", "phường",
    "phòng", "trường", "đảng", "viện", "cục", "bộ", "chi", "tổng", "tp", "tp.", "cty", "hội",
    "liên", "trung tâm", "công an", "công ty", "công đoàn", "ban chỉ", "ban tổ", "ban dân",
    "ban tuyên", "ban quản", "ban thường", "hợp tác", "tạp chí", "văn phòng", "quân khu",
    "cổng thông", "nhà máy", "nhà văn", "nhà xuất", "ngân hàng", "thông tấn",
  ]
}
