/// One record cut out of a dump or feed and not yet understood: what workers share out among them.
///
/// Cutting is one pass over the stream and cheap; ``RecordReader`` does the rest on any thread.
package struct RawRecord: Sendable, Equatable {
  /// What was cut out.
  package enum Content: Sendable, Equatable {
    /// One JSON object.
    case json([UInt8])
    /// Named values: a row under its header, an item of a feed. Names as the source spells them.
    case fields([Field])
    /// A whole document.
    case member(Member)
  }

  /// A named value, UTF-8 unless the source was not.
  package struct Field: Sendable, Equatable {
    package var name: String
    package var value: String
  }

  package var content: Content
  package var position: RecordPosition
  /// What the file knows it by: the key it stands under, the address it was asked for.
  package var key: String?
  /// The file inside the file that it was cut from, by its path there.
  package var container: String?

  package init(content: Content, position: RecordPosition, key: String? = nil) {
    (self.content, self.position, self.key) = (content, position, key)
  }
}

/// Where a record of a file is.
public enum RecordPosition: Sendable, Hashable {
  /// The line it begins in, from 1: in tables and JSON Lines.
  case line(Int)
  /// Which one it is, from 1: in JSON and feeds.
  case item(Int)
  /// In a file inside the file, by its path there: which of its records; nil for the whole of it.
  indirect case member(String, RecordPosition?)
}

extension RawRecord {
  /// Bytes of the content, roughly.
  package var byteCount: Int {
    switch content {
    case .json(let bytes): bytes.count
    case .fields(let fields):
      fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
    case .member(let member): member.bytes.count
    }
  }

  /// XXH3 of the content.
  package var contentHash: UInt64 {
    switch content {
    case .json(let bytes): return ContentHash.hash64(bytes)
    case .fields(let fields):
      var bytes: [UInt8] = []
      for field in fields {
        bytes.append(contentsOf: field.name.utf8)
        bytes.append(0)
        bytes.append(contentsOf: field.value.utf8)
        bytes.append(0)
      }
      return ContentHash.hash64(bytes)
    case .member(let member):
      // Two members may have the same content: a page that was saved under two names.
      return ContentHash.hash64(member.bytes + (member.said.recordID ?? key ?? "").utf8)
    }
  }
}
