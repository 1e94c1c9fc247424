import Platform
import SystemPackage

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
      /// All articles together have so many terms more than their texts give, or less.
      case surplusPostings(Int)
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
    /// Its length, the number of its words and pairs, is not what the text gives.
    case length(Int, expected: Int)
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
    guard let (generation, hold) = try folder.heldGeneration() else {
      throw IndexError(.noIndex, subject: folder.path.string)
    }
    defer { withExtendedLifetime(hold) {} }
    var report = Report()
    report.generation = generation
    let database = folder.generation(generation)
    do {
      if let table = Self.missingTable(in: database) {
        report.findings.append(
          Finding(subject: table.string, cause: .failure(.system(.read, .noSuchFileOrDirectory))))
        return report
      }
      let checked = try StoreMaintenance.check(database)
      if checked.errors > 0 {
        report.findings.append(
          Finding(
            subject: database.string, cause: .damaged(Self.firstComplaint(checked.report))))
        return report
      }
      try checkDocuments(try StoreReader(at: database), isFull: isFull, &report)
    } catch {
      report.findings.append(
        Finding(subject: error.subject, cause: .failure(error.cause)))
    }
    return report
  }

  /// A table that is not there: to Xapian some are optional.
  private static func missingTable(in database: FilePath) -> FilePath? {
    func isThere(_ name: String) -> Bool {
      database.appending(name).withPlatformString { access($0, F_OK) } == 0
    }
    guard isThere("iamglass") else { return nil }
    return ["postlist.glass", "docdata.glass", "termlist.glass"].first { !isThere($0) }
      .map { database.appending($0) }
  }

  /// The lines of Xapian's report that do not say that something is well, on one line.
  private static func firstComplaint(_ report: String) -> String {
    let lines = report.split(whereSeparator: \.isNewline).map(String.init)
    let complaints = lines.filter { !$0.hasSuffix(":") && !$0.hasSuffix("checked OK") }
    return (complaints.isEmpty ? lines : complaints).joined(separator: "; ")
  }

  private func checkDocuments(
    _ reader: StoreReader, isFull: Bool, _ report: inout Report
  ) throws(IndexError) {
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
    let compared = stride(from: 0, to: ids.count, by: step).map { ids[$0] }
    var comparison = TermComparison(reader)
    for start in stride(from: 0, to: compared.count, by: TermComparison.batch) {
      let batch = Array(compared[start..<min(compared.count, start + TermComparison.batch)])
      report.compared += batch.count
      for (id, cause) in try comparison.differences(of: batch) {
        report.findings.append(Finding(subject: "document \(id)", cause: cause))
        if report.findings.count == Self.maximumFindings { return }
      }
    }
    guard isFull, report.findings.isEmpty else { return }
    var postings = 0
    try reader.forEachTerm(prefix: []) { _, frequency in
      postings += Int(frequency)
      return true
    }
    if postings != comparison.expectedPostings {
      report.findings.append(
        Finding(
          subject: folder.path.string,
          cause: .surplusPostings(postings - comparison.expectedPostings)))
    }
  }
}
