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
      // It belongs to no file, so no run compares it.
      RecordState(content: RecordState.handedOver, key: ContentHash.hash64(Array(id.utf8))).encoded
    }
  }

  /// The term that only this document has.
  func uniqueTerm(path: [UInt8]) -> Term { Term.unique(identity: identity(path: path)) }

  /// For ``Schema/Slot/identity``: what tells the document from all others, the same in every
  /// generation and every shard. 16 bytes.
  func identity(path: [UInt8]) -> [UInt8] {
    switch self {
    case .file: ContentHash.hash128(path)
    case .record(_, let key): ContentHash.hash128(path + [0] + key)
    // No path begins with a NUL.
    case .handedOver(let id): ContentHash.hash128([0] + id.utf8)
    }
  }
}

/// What tells a changed record from an unchanged one, and a changed one from a new one.
struct RecordState: Equatable, Sendable {
  /// XXH3 of the record as it stands in the file.
  var content: UInt64
  /// XXH3 of what identifies it: its id, else its URL, else its content.
  var key: UInt64

  /// The content of an article that was handed over by id: no record hashes to it.
  static let handedOver: UInt64 = 0

  /// 16 bytes for the value slot, big-endian.
  var encoded: [UInt8] { BigEndian.bytes(of: content, key) }

  init(content: UInt64, key: UInt64) { (self.content, self.key) = (content, key) }

  /// Reads ``encoded`` back; nil if it is none.
  init?(encoded bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 16 else { return nil }
    self.init(content: BigEndian.number(at: 0, of: bytes), key: BigEndian.number(at: 8, of: bytes))
  }
}
