import VietnameseText

/// The values of one record that an article is made of: for each part those of the name asked first.
struct RecordValues {
  /// What the names mean, by ``RecordFields/key(_:)``.
  private let meanings: [String: RecordFields.Meaning]
  private var found: [RecordFields.Part: Value] = [:]
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
    guard let meaning = meanings[RecordFields.key(Self.string(name))], isWanted(meaning),
      let text = Self.text(value)
    else { return }
    take(meaning, text)
  }

  /// Takes a value as ``add(name:value:isFirst:)`` does; values of one name are kept together.
  mutating func take(name: String, _ text: String) {
    lastTaken = nil
    guard let meaning = meanings[RecordFields.key(name)], isWanted(meaning),
      text.utf8.contains(where: { $0 > 0x20 })
    else { return }
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
  func all(_ part: RecordFields.Part) -> [String] { found[part]?.texts ?? [] }

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
