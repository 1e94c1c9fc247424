/// What a document says of itself, apart from its text.
///
/// Most of it is what the program filled in: the name of the computer's owner, the day the template
/// was made, the first line of some older text. So the text goes first in everything, and of this
/// only what looks meant is used, and only where the text says nothing.
struct OfficeMetadata: Equatable {
  var title: String?
  /// Who is named as the author, in the order of trust.
  var creators: [String] = []
  /// When it was made, as an ISO 8601 date or its digits (`2019-05-02T08:11:00Z`, `20190502`).
  var created: String?

  /// The title if a person wrote it: not `Microsoft Word - tin.doc`, `Document1`, a file's name.
  var meantTitle: String? {
    guard let title, title.utf8.count <= 900 else { return nil }
    let words = title.split(whereSeparator: \.isWhitespace)
    let folded = words.joined(separator: " ").lowercased()
    let junk = ["microsoft word", "microsoft powerpoint", "document", "untitled", "word document"]
    guard words.count >= 3, !junk.contains(where: folded.hasPrefix),
      ![".doc", ".docx", ".odt", ".rtf", ".pdf", ".indd", ".qxd"].contains(where: folded.hasSuffix)
    else { return nil }
    return words.joined(separator: " ")
  }

  /// The first creator that is a person's name, as a byline would print it.
  var meantAuthor: String? {
    creators.lazy.map { $0[...].trimmingSpaces() }.first { name in
      let words = name.lowercased().split(whereSeparator: { !$0.isLetter })
      return PersonName.isAuthors(name)
        && !words.contains { Self.machineWords.contains(String($0)) }
    }.map(String.init)
  }

  /// The day it was made, as written (Word writes UTC, so it may be the evening before).
  ///
  /// That is not the day of publication, but mostly within days of it; better than none. Dates that
  /// programs write when they know none are refused.
  var createdDay: ArticleDate? {
    guard let created, !created.hasPrefix("2013-12-23T23:15:00") else { return nil }  // python-docx
    var digits: [Int] = []
    for byte in created.utf8 {
      if digits.count == 8 { break }
      if (0x30...0x39).contains(byte) {
        digits.append(Int(byte) - 0x30)
      } else if byte != 0x2D {
        return nil
      }
    }
    guard digits.count == 8 else { return nil }
    let year = digits[..<4].reduce(0) { $0 * 10 + $1 }
    guard year >= 1985 else { return nil }
    return ArticleDate(
      year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7])
  }

  /// What occurs in the names of machines and accounts, not of people.
  private static let machineWords: Set<String> = [
    "user", "users", "admin", "administrator", "computer", "microsoft", "office", "windows",
    "pc", "laptop", "home", "company", "unknown", "owner", "docx", "openoffice", "libreoffice",
  ]
}

/// Reads `docProps/core.xml` of a .docx and `meta.xml` of an .odt, which name the same things.
struct OfficeMetadataVisitor: XMLVisitor {
  private(set) var metadata = OfficeMetadata()
  private var current = ""
  private var value = ""

  mutating func start(_ element: borrowing XMLElement) {
    (current, value) = (element.name, "")
  }

  mutating func text(_ text: String) {
    // No name or title is longer; the rest is somebody's joke.
    if value.utf8.count < 4096 { value += text }
  }

  mutating func end(_ element: borrowing XMLElement) {
    guard element.name == current, !value.isEmpty else { return }
    switch current {
    case "title": metadata.title = metadata.title ?? value
    // In .odt `creator` is who saved last, and `initial-creator` who began.
    case "creator", "initial-creator", "lastModifiedBy": metadata.creators.append(value)
    case "created", "creation-date": metadata.created = value
    default: break
    }
    current = ""
  }

  /// The metadata of a part; empty where the part is missing or cannot be read.
  static func read(_ bytes: [UInt8]?) -> OfficeMetadata {
    guard let bytes else { return OfficeMetadata() }
    var visitor = OfficeMetadataVisitor()
    do {
      try XMLWalk.walk(bytes, part: "metadata", &visitor)
    } catch {
      return OfficeMetadata()
    }
    return visitor.metadata
  }
}
