/// Verifies an index: its stub, its databases, its version, and that its terms are those of the text it
/// stores.
///
/// Reads damaged files, and no library promises to survive all damage: run it in a process of its own
/// (``CheckProcess``).
public struct IndexCheck {
  /// One thing that is wrong. Building the index anew mends it.
  public struct Finding: Sendable, Equatable {
    /// What can be wrong. Cases may be added.
    public enum Cause: Sendable, Equatable {
      /// The files are damaged; the store's own words.
      case damaged(String)
      /// So many of the articles have a path, and not all.
      case withoutPath(having: Int, articles: Int)
      /// An article's terms are not those of its text.
      case terms(TermDifference)
      /// What kept the check from going on.
      case failure(IndexError.Cause)
    }

    /// What it is about: a file, a document.
    public var subject: String
    /// What is wrong.
    public var cause: Cause
  }

  /// How the terms of an article differ from those that its stored text gives. Terms as the index
  /// spells them.
  public enum TermDifference: Sendable, Equatable {
    /// It has not exactly one term that only this article has.
    case notUnique
    /// A term of the text is not in the index.
    case missing(String)
    /// The index has a term that the text does not give.
    case surplus(String)
    /// They are the same in another order or number.
    case disordered
  }

  /// What a check found.
  public struct Report: Sendable, Equatable {
    /// Empty for a good index.
    public var findings: [Finding] = []
    /// Articles in the index.
    public var articles = 0
    /// Articles whose terms were compared with their text.
    public var compared = 0
    /// The generation that was looked at.
    public var generation = 0
  }

  /// How many documents are compared unless all are asked for.
  public static let sampleSize = 200
  /// Findings of one kind beyond this are only counted.
  private static let maximumFindings = 20

  private let folder: IndexFolder

  /// A check of the index in a folder.
  public init(_ folder: IndexFolder) { self.folder = folder }

  /// Looks at everything; `isFull` compares every document instead of a sample.
  ///
  /// - Throws: ``IndexError`` if there is no index, or one that is not on this disk.
  public func run(isFull: Bool = false) throws(IndexError) -> Report {
    guard let generation = try folder.currentGeneration() else {
      throw IndexError(.noIndex, subject: folder.path.string)
    }
    var report = Report()
    report.generation = generation
    let database = folder.generation(generation)
    do {
      let checked = try StoreMaintenance.check(database)
      if checked.errors > 0 {
        report.findings.append(
          Finding(
            subject: database.string, cause: .damaged(Self.firstComplaint(checked.report))))
        return report
      }
      try checkDocuments(isFull: isFull, &report)
    } catch {
      report.findings.append(
        Finding(subject: error.subject, cause: .failure(error.cause)))
    }
    return report
  }

  /// The lines of Xapian's report that do not say that something is well, on one line.
  private static func firstComplaint(_ report: String) -> String {
    let lines = report.split(whereSeparator: \.isNewline).map(String.init)
    let complaints = lines.filter { !$0.hasSuffix(":") && !$0.hasSuffix("checked OK") }
    return (complaints.isEmpty ? lines : complaints).joined(separator: "; ")
  }

  private func checkDocuments(isFull: Bool, _ report: inout Report) throws(IndexError) {
    let reader = try folder.openReader()
    try IndexIdentity.check(reader, path: folder.path.string)
    report.articles = Int(try reader.counts().documents)
    var ids: [UInt32] = []
    try reader.forEachValue(slot: Schema.Slot.path) { id, _ in ids.append(id) }
    if ids.count != report.articles {
      report.findings.append(
        Finding(
          subject: folder.path.string,
          cause: .withoutPath(having: ids.count, articles: report.articles)))
    }
    let step = isFull ? 1 : max(1, ids.count / Self.sampleSize)
    var comparison = TermComparison()
    for index in stride(from: 0, to: ids.count, by: step) {
      report.compared += 1
      guard let cause = try comparison.difference(of: ids[index], reader) else { continue }
      report.findings.append(Finding(subject: "document \(ids[index])", cause: cause))
      if report.findings.count == Self.maximumFindings { break }
    }
  }
}
