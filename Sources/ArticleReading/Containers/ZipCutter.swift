/// Cuts a zip archive into its documents, and the dumps in it into their records.
///
/// A member is known by its path. What is of no kind that is read is passed over; an archive of nothing
/// else is none of articles.
struct ZipCutter: RecordCutter {
  private var members: MemberRecords
  private var archive: ZipArchive?
  private var hasReadable = false

  init(_ rules: MemberRecords.Rules) { members = MemberRecords(rules) }

  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item? {
    let archive = try archive(of: stream)
    while true {
      if let item = members.next() { return item }
      if archive.isLost { return nil }
      guard let entry = try archive.next() else {
        guard hasReadable else { throw ReadingError(.nothingReadableInside) }
        return nil
      }
      guard let kind = MemberRecords.kind(of: entry.name) else { continue }
      hasReadable = true
      do throws(ReadingError) {
        let content = try archive.content(of: entry, limit: members.rules.limit)
        if let item = members.take(content, name: entry.name, kind: kind) { return item }
      } catch {
        if case .expandsTooFar = error.cause { throw error }
        if let item = MemberRecords.failure(entry.name, error) { return item }
      }
    }
  }

  private mutating func archive(of stream: ByteStream) throws(ReadingError) -> ZipArchive {
    if let archive { return archive }
    var rules = members.rules
    if rules.budget == nil { rules.budget = ExpansionBudget(size: stream.rawCount) }
    members = MemberRecords(rules)
    let made = try ZipArchive(stream, budget: rules.budget, limit: rules.limit)
    archive = made
    return made
  }
}
