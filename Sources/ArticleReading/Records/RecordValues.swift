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
  /// Whether the value before was taken, for the elements of an array.
  private var lastTaken: RecordFields.Part?

  private struct Value {
    var rank: Int
    var texts: [String]
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
    guard let meaning = meanings[RecordFields.key(Self.string(name))] else {
      consider(value)
      return
    }
    guard isWanted(meaning), let text = Self.text(value) else { return }
    take(meaning, text)
  }

  /// Takes a value as ``add(name:value:isFirst:)`` does; values of one name are kept together.
  mutating func take(name: String, _ text: String) {
    lastTaken = nil
    guard let meaning = meanings[RecordFields.key(name)] else {
      var text = text
      text.withUTF8 { consider(UnsafeRawBufferPointer($0)) }
      return
    }
    guard isWanted(meaning), text.utf8.contains(where: { $0 > 0x20 }) else { return }
    take(meaning, text)
  }

  private func isWanted(_ meaning: RecordFields.Meaning) -> Bool {
    guard let known = found[meaning.part] else { return true }
    return meaning.rank <= known.rank
  }

  private mutating func take(_ meaning: RecordFields.Meaning, _ text: String) {
    if found[meaning.part]?.rank == meaning.rank {
      found[meaning.part]?.texts.append(text)
    } else {
      found[meaning.part] = Value(rank: meaning.rank, texts: [text])
    }
    lastTaken = meaning.part
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
  private mutating func consider(_ value: UnsafeRawBufferPointer) {
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
