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
  }

  /// A named value, UTF-8 unless the source was not.
  package struct Field: Sendable, Equatable {
    package var name: String
    package var value: String
  }

  package var content: Content
  package var position: RecordPosition
}

/// Where a record of a file is.
public enum RecordPosition: Sendable, Hashable {
  /// The line it begins in, from 1: in tables and JSON Lines.
  case line(Int)
  /// Which one it is, from 1: in JSON and feeds.
  case item(Int)
}

extension RawRecord {
  /// Bytes of the content, roughly.
  package var byteCount: Int {
    switch content {
    case .json(let bytes): bytes.count
    case .fields(let fields):
      fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
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
    }
  }
}
