/// Takes the site's name off a page's title: `Khai hội đền Hùng - Báo Vĩnh Phúc`.
enum PageTitle {
  /// The title without what the site adds behind it, told by its words, or by the site's name.
  static func withoutSite(_ title: String, site: String?) -> String {
    var title = title[...]
    let site = site.map { foldedLine($0[...]) }
    // A section may stand between title and site; what is left must still be a title.
    while let (head, tail) = lastPart(of: title), LineShape.wordCount(head) >= 3 {
      let folded = foldedLine(tail)
      guard folded == site || isSite(folded) else { break }
      title = head
    }
    return String(title)
  }

  /// What may be the headline in a title: all of it and its parts, for it may stand first, last or
  /// in the middle; behind a colon it may be, too, unless that belongs to it.
  static func parts(of title: String, atColon: Bool = true) -> [String] {
    var parts = [title[...]]
    var rest = title[...]
    while parts.count < 6, let (head, tail) = lastPart(of: rest) {
      parts += [head, tail]
      rest = head
    }
    if atColon, let colon = title.firstIndex(of: ":") { parts.append(trimmed(title[colon...])) }
    return parts.map { String($0) }
  }

  private static func lastPart(of title: Substring) -> (head: Substring, tail: Substring)? {
    let scalars = title.unicodeScalars
    for index in scalars.indices.reversed() {
      let scalar = scalars[index]
      // Spaces and letters of Vietnamese are passed over first.
      guard scalar.value < 0x7D ? scalar == "-" || scalar == "|" : isSeparator(scalar) else {
        continue
      }
      let (before, after) = (title[..<index], title[scalars.index(after: index)...])
      // A hyphen in a word parts nothing.
      guard before.unicodeScalars.last == " " || scalar == "|" else { continue }
      let head = trimmed(before)
      let tail = trimmed(after)
      if !head.isEmpty, !tail.isEmpty { return (head, tail) }
    }
    return nil
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "–", "—", "»", "·", "•": true
    default: false
    }
  }

  /// Whether a folded text begins as the names of papers, portals and stations do.
  static func isSite(_ folded: String) -> Bool {
    if !folded.contains(" "), folded.contains(".vn") || folded.contains(".com") { return true }
    return beginnings.contains { folded.hasPrefix($0) }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var rest = text.unicodeScalars.drop(while: isTrimmed)
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return Substring(rest)
  }

  private static func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "-" || scalar == "|" || scalar == ":" || isSeparator(scalar)
  }

  /// What the names of papers, portals and stations begin with, folded.
  private static let beginnings = [
    "bao ", "cong thong tin", "cong ttdt", "cong tin", "trang thong tin", "trang tin", "dai phat",
    "dai pt", "dai truyen hinh", "tap chi ", "trang chu", "website", "chi tiet tin", "tin tuc",
    "so ", "ubnd ", "uy ban nhan dan", "chuyen trang", "chi tiet bai", "tin chi tiet",
  ]
}
