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
  mutating func add(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer, isFirst: Bool) {
    guard isFirst || lastTaken != nil else { return }
    guard let text = Self.text(value) else { return }
    if !isFirst, let part = lastTaken {
      found[part]?.texts.append(text)
      return
    }
    take(name: String(decoding: name, as: UTF8.self), text)
  }

  /// Takes a value as ``add(name:value:isFirst:)`` does; values of one name are kept together.
  mutating func take(name: String, _ text: String) {
    lastTaken = nil
    guard let meaning = meanings[RecordFields.key(name)] else { return }
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return }
    if let known = found[meaning.part], known.rank <= meaning.rank {
      if known.rank == meaning.rank {
        found[meaning.part]?.texts.append(text)
        lastTaken = meaning.part
      }
      return
    }
    found[meaning.part] = Value(rank: meaning.rank, texts: [text])
    lastTaken = meaning.part
  }

  /// All values of a part, in the order of the source.
  func all(_ part: RecordFields.Part) -> [String] { found[part]?.texts ?? [] }

  private static func text(_ bytes: UnsafeRawBufferPointer) -> String? {
    bytes.contains(where: { $0 > 0x20 }) ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
