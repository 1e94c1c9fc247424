/// What names the values of a record go by: built in, and as the user maps them.
struct RecordFields: Sendable, Equatable {
  /// The parts of an article that a record may hold.
  enum Part: String, Sendable, CaseIterable {
    case id, title, lede, body, date, author, section, source, url
  }

  /// `--map`: the name of a value in the source, by part. Asked before the built-in names.
  var mapped: [Part: String] = [:]
}
