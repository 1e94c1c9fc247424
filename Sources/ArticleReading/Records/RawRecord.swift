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
  /// Where the record begins, for messages.
  package var position: RecordPosition
}

/// Where a record stands in its file, counted from 1.
public enum RecordPosition: Sendable, Equatable, CustomStringConvertible {
  /// The line it starts in.
  case line(Int)
  /// Which one it is.
  case item(Int)

  public var description: String {
    switch self {
    case .line(let number): "line \(number)"
    case .item(let number): "item \(number)"
    }
  }
}
