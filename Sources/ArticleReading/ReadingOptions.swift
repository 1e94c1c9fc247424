/// How the files of a folder are read where they do not tell it themselves.
public struct ReadingOptions: Sendable, Equatable {
  /// The encoding of all text, whatever it looks like; nil to tell it file by file.
  public var encoding: TextEncoding?
  /// What the values of records are called.
  package var fields = RecordFields()

  public init(encoding: TextEncoding? = nil) { self.encoding = encoding }

  /// - Parameter map: `PART=NAME` assignments, such as `title=tieu_de`.
  /// - Throws: ``ReadingError`` naming the assignment that is none.
  public init(encoding: TextEncoding?, map: [String]) throws(ReadingError) {
    self.encoding = encoding
    fields = try RecordFields(assignments: map)
  }
}
