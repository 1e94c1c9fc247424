import ArticleReading
import SystemPackage

/// What a document was made from: what tells it from others, and whether it changed.
enum DocumentOrigin {
  /// A file that is one article.
  case file(FileState)
  /// One of a file's records; `key` is the same in every run.
  case record(RecordState, key: [UInt8])
  /// An article that a program handed over under this id.
  case handedOver(id: String)

  /// For ``Schema/Slot/fileState``; the lengths differ.
  var encodedState: [UInt8] {
    switch self {
    case .file(let state): state.encoded
    case .record(let state, _): state.encoded
    case .handedOver(let id):
      // Not of a file, so no run over folders asks for it.
      RecordState(content: 0, key: ContentHash.hash64(Array(id.utf8))).encoded
    }
  }

  /// The term that only this document has.
  func uniqueTerm(path: [UInt8]) -> Term {
    switch self {
    case .file: Term.unique(path: path)
    case .record(_, let key): Term.unique(path: path + [0] + key)
    // Paths are absolute, so that none begins so.
    case .handedOver(let id): Term.unique(path: [0] + id.utf8)
    }
  }
}

/// What tells a changed record from an unchanged one, and a changed one from a new one.
struct RecordState: Equatable, Sendable {
  /// XXH3 of the record as it stands in the file.
  var content: UInt64
  /// XXH3 of what identifies it: its id, else its URL, else its content.
  var key: UInt64

  /// 16 bytes for the value slot, big-endian.
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    for number in [content, key] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
      }
    }
    return bytes
  }

  init(content: UInt64, key: UInt64) { (self.content, self.key) = (content, key) }

  /// Reads ``encoded`` back; nil if it is none.
  init?(encoded bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 16 else { return nil }
    func number(_ start: Int) -> UInt64 {
      bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(content: number(0), key: number(8))
  }
}
