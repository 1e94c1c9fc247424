import VietnameseText

/// The values of one record that an article is made of: for each part those of the name asked first.
///
/// Where no name that is known leads to a date or a text, a value under another name does that looks like
/// one: written with the marks of a date, or long running text.
struct RecordValues {
  /// What the names mean, by ``RecordFields/key(_:)``.
  private let meanings: [String: RecordFields.Meaning]
  private var found: [RecordFields.Part: Value] = [:]
  /// Values under unknown names that look like a date, the first one, or a text, the longest.
  private var likely: [RecordFields.Part: String] = [:]
  /// Names that mean nothing, in the order of the source, the first of them.
  private(set) var unread: [String] = []
  private static let mostUnread = 12
  /// Whether the value before was taken, for the elements of an array.
  private var lastTaken: RecordFields.Part?

  private struct Value {
    var rank: Int
    var texts: [String]
    /// Whether it is what somebody posted, in an export of Facebook's.
    var isPost = false
  }

  init(meanings: [String: RecordFields.Meaning]) { self.meanings = meanings }

  /// Takes a value if it is of a part and no name asked earlier had one. An empty value is none.
  ///
  /// Both must be valid UTF-8; `isFirst` is false for the further elements of an array.
  mutating func add(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer, isFirst: Bool) {
    guard isFirst || lastTaken != nil else { return }
    if !isFirst, let part = lastTaken {
      if let text = Self.text(value) { found[part]?.texts.append(text) }
      return
    }
    lastTaken = nil
    let name = Self.string(name)
    guard let meaning = meaning(of: name) else {
      if !name.contains(".") || Self.isInBoxes(name) { consider(value, name) }
      return
    }
    guard isWanted(meaning), let text = Self.text(value) else { return }
    take(meaning, text, name: name)
    if meaning.part == .body, name == "data.post" { found[.body]?.isPost = true }
  }

  /// Takes a value as ``add(name:value:isFirst:)`` does; values of one name are kept together.
  mutating func take(name: String, _ text: String) {
    lastTaken = nil
    guard let meaning = meaning(of: name) else {
      var text = text
      text.withUTF8 { consider(UnsafeRawBufferPointer($0), name) }
      return
    }
    guard isWanted(meaning), text.utf8.contains(where: { $0 > 0x20 }) else { return }
    take(meaning, text, name: name)
  }

  /// What a name or path means. A path in objects that merely hold others means what its end does, and less.
  private func meaning(of name: String) -> RecordFields.Meaning? {
    if let meaning = meanings[RecordFields.key(name)] { return meaning }
    guard let dot = name.lastIndex(of: "."), Self.isInBoxes(name),
      var meaning = meanings[RecordFields.key(String(name[name.index(after: dot)...]))],
      meaning.rank > 0
    else { return nil }
    meaning.rank += Self.nestedRank
    return meaning
  }

  private static let nestedRank = 1000
  /// Objects that say nothing of what is in them.
  private static let boxes: Set<String> = [
    "data", "meta", "metadata", "attributes", "fields", "properties", "props", "article", "post",
    "news", "item", "record", "document", "doc", "node", "detail", "details", "info", "page",
    "payload", "result", "response", "entry", "story", "object", "content", "pageprops", "baiviet",
    "tin", "thongtin",
  ]

  /// Whether a value stands only in objects that say nothing of it.
  private static func isInBoxes(_ path: String) -> Bool {
    path.split(separator: ".").dropLast().allSatisfy {
      boxes.contains(RecordFields.key(String($0)))
    }
  }

  /// Whether a value stands in one that is a part itself.
  private func isInKnown(_ path: String) -> Bool {
    guard let dot = path.firstIndex(of: ".") else { return false }
    return meanings[RecordFields.key(String(path[..<dot]))] != nil
  }

  private func isWanted(_ meaning: RecordFields.Meaning) -> Bool {
    guard let known = found[meaning.part] else { return true }
    return meaning.rank <= known.rank
  }

  private mutating func take(_ meaning: RecordFields.Meaning, _ text: String, name: String) {
    // A subject may be what others call a title.
    if meaning.part == .section, meaning.rank > 0, RecordFields.key(name) == "subject" {
      likely[.title] = text
    }
    if found[meaning.part]?.rank == meaning.rank {
      found[meaning.part]?.texts.append(text)
    } else {
      found[meaning.part] = Value(rank: meaning.rank, texts: [text])
    }
    lastTaken = meaning.part
  }

  /// The headline. What Facebook puts above a post (`Báo Cà Mau đã cập nhật trạng thái.`) is none.
  var title: String {
    found[.body]?.isPost == true ? "" : all(.title).first ?? ""
  }

  /// All values of a part, in the order of the source.
  func all(_ part: RecordFields.Part) -> [String] {
    found[part]?.texts ?? likely[part].map { [$0] } ?? []
  }

  private static let dateLengths = 8...40
  /// A shorter text under an unknown name may be anything, in bytes and words.
  private static let leastText = 200
  private static let leastWords = 30

  /// Keeps a value under an unknown name if it looks like a date or a text. A bare number is as likely an
  /// id or a count.
  private mutating func consider(_ value: UnsafeRawBufferPointer, _ name: String) {
    if unread.count < Self.mostUnread, !unread.contains(name), !isInKnown(name) {
      unread.append(name)
    }
    if value.count >= Self.leastText {
      guard found[.body] == nil, value.count > likely[.body]?.utf8.count ?? 0,
        value.count(where: { $0 == 0x20 }) >= Self.leastWords
      else { return }
      likely[.body] = Self.string(value)
    } else if Self.dateLengths.contains(value.count), likely[.date] == nil,
      value.contains(where: { $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }),
      value.count(where: { (0x30...0x39).contains($0) }) >= 6
    {
      let text = Self.string(value)
      if TimestampParser.parse(text) != nil { likely[.date] = text }
    }
  }

  /// Nil for white space.
  private static func text(_ bytes: UnsafeRawBufferPointer) -> String? {
    bytes.contains(where: { $0 > 0x20 }) ? string(bytes) : nil
  }

  /// A copy of bytes that simdjson has validated, and of what its escapes stand for.
  private static func string(_ bytes: UnsafeRawBufferPointer) -> String {
    let span = bytes.bindMemory(to: UInt8.self).span
    return String(copying: unsafe UTF8Span(unchecked: span))
  }
}
