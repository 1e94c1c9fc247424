import SystemPackage

/// Makes records of the documents in a container: a document is one, a dump in it is as many as it holds.
///
/// A container in a container in a container is read, and no deeper.
struct MemberRecords {
  /// What is read inside a container besides its members, and how.
  struct Rules {
    /// What values of dumps are called; nil to take any table.
    var fields: RecordFields?
    /// The longest record and the largest member, in bytes.
    var limit: Int
    /// How many seconds it may take until the next record.
    var seconds = RecordSource.maximumSeconds
    /// How many containers are around it.
    var depth = 0
    /// What all archives of the file may unpack to; nil where nothing is packed.
    var budget: ExpansionBudget?
    /// What programs may take for its documents.
    var conversions = ConversionTime()
  }

  private static let maximumDepth = 3

  let rules: Rules
  /// The dump that is being cut, and its name in the container.
  private var open: (name: String, records: RecordSource)?

  init(_ rules: Rules) { self.rules = rules }

  /// Whether members of that name are read.
  static func kind(of name: String) -> FileKind? {
    let path = FilePath(name)
    // Files that a system or program keeps for itself.
    guard let last = path.lastComponent?.string, !last.hasPrefix(".") else { return nil }
    guard !name.hasPrefix("__MACOSX/") else { return nil }
    return FileKind(path)
  }

  /// The next record of the dump that is open; nil if none is.
  mutating func next() -> RecordSource.Item? {
    guard let (name, records) = open else { return nil }
    do {
      if let item = try records.next() { return Self.placed(item, in: name) }
      open = nil
      return nil
    } catch {
      open = nil
      return Self.failure(name, error)
    }
  }

  /// Takes a member: the record that it is, why it is none, or nil if its records follow, or if it is
  /// nothing that is read.
  mutating func take(
    _ bytes: [UInt8], name: String, kind: FileKind, _ add: (inout Member) -> Void = { _ in }
  ) -> RecordSource.Item? {
    do throws(ReadingError) {
      if case .records(let format) = kind.format {
        guard rules.depth < Self.maximumDepth else { return nil }
        var inner = rules
        inner.depth += 1
        let stream = try ByteStream(bytes, isCompressed: kind.isCompressed, budget: rules.budget)
        open = (name, try RecordSource(stream, format: format, inner))
        return nil
      }
      let content =
        kind.isCompressed
        ? try ByteStream(bytes, isCompressed: true, budget: rules.budget).rest(limit: rules.limit)
        : bytes
      if kind.format == .page, !PageSniffer.isPage(content) { return nil }
      var member = Member(content, as: kind.format == .page ? .html : kind.format)
      member.said.recordID = name
      member.conversions = rules.conversions
      add(&member)
      return .record(RawRecord(content: .member(member), position: .member(name, nil)))
    } catch {
      return Self.failure(name, error)
    }
  }

  /// That a member cannot be read; nil if it is merely none of articles.
  static func failure(_ name: String, _ error: ReadingError) -> RecordSource.Item? {
    if error.code == .otherKind { return nil }
    return .bad(RecordFailure(position: .member(name, nil), error: error))
  }

  /// An item of a dump inside the container, with its place there.
  private static func placed(_ item: RecordSource.Item, in name: String) -> RecordSource.Item {
    switch item {
    case .record(var record):
      record.position = .member(name, record.position)
      record.container = record.container.map { "\(name)/\($0)" } ?? name
      return .record(record)
    case .bad(let failure):
      return .bad(
        RecordFailure(position: .member(name, failure.position), error: failure.error))
    }
  }
}
