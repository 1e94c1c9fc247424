import ArticleIndex

/// What is said about the index and the runs that make it.
enum RunMessages {
  static let looking = "looking for files …"
  static let finishing = "putting the index together …"

  static func reading(done: Int, total: Int, percent: Int, perSecond: Int) -> String {
    "\(percent)% \(done)/\(total) files, \(perSecond)/s"
  }

  /// `index` in one line.
  static func summary(_ report: IndexReport) -> String {
    let seconds = (report.seconds * 100).rounded() / 100
    var line = counts(RunCounts(report))
    line += "; \(counted(report.total, "article")) in the index (\(seconds) s)"
    for (encoding, count) in report.converted.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      line += "; \(count) converted from \(encoding.label)"
    }
    if report.undated > 0 { line += "; \(report.undated) without a date" + names(report) }
    if report.notArticles > 0 {
      let areNone = report.notArticles == 1 ? "is no article" : "are no articles"
      line += "; \(counted(report.notArticles, "page")) that \(areNone)"
    }
    if !report.passedOver.isEmpty {
      let kinds = report.passedOver.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(5).map { "\($0.value) .\(VisibleText.line($0.key))" }
      line += "; passed over \(kinds.joined(separator: ", "))"
    }
    if report.isWrittenByXapian {
      line += "; written slowly, as this Xapian library has another format than mucluc knows"
    }
    if report.added + report.updated + report.unchanged + report.failed == 0 {
      let folders = report.folders.map(\.string).joined(separator: ", ")
      line += folders.isEmpty ? "; it remembers no folder" : "; no articles in \(folders)"
    }
    return line
  }

  /// What values of records without a date are called, for the user to choose from.
  private static func names(_ report: IndexReport) -> String {
    let names = report.unreadNames.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(8).map { VisibleText.line($0.key) }
    guard !names.isEmpty else { return "" }
    return " (keys seen: \(names.joined(separator: ", ")); use --map date=KEY)"
  }

  static func leftOut(_ files: Int, reason: String) -> String {
    "\(counted(files, "file")) left out: \(reason)"
  }

  static func compacted(from before: Int, to after: Int, generation: Int) -> String {
    "numbered anew: \(size(before)), now \(size(after)); generation \(generation)"
  }

  static func forgot(_ folder: String, _ report: IndexReport) -> String {
    "forgot \(folder): \(counted(report.removed, "article")) removed,"
      + " \(counted(report.total, "article")) left"
  }

  static func noError(_ report: IndexCheck.Report) -> String {
    "no error in \(counted(report.articles, "article"));"
      + " the terms of \(report.compared) were compared with their text"
  }

  /// `status`, line by line.
  static func status(_ status: IndexStatus, _ lastRun: LastRun?, age: Int?) -> String {
    var lines = [
      ("index", status.path.string), ("articles", "\(status.articles)"),
      ("average length", "\(Int(status.averageLength.rounded())) terms"),
    ]
    if let bytes = status.diskBytes { lines.append(("size", size(bytes))) }
    if let generation = status.generation { lines.append(("generation", "\(generation)")) }
    lines.append(("schema", "\(status.schemaVersion), analyzer \(status.analyzer)"))
    lines.append(("library", "Xapian \(status.xapianVersion)"))
    if let lastRun, let age { lines.append(("last run", outcome(lastRun, age: age))) }
    for folder in status.folders { lines.append(("folder", folder.string)) }
    return lines.map { TextLayout.row($0, $1) }.joined()
  }

  /// What a monitor is to know of the last run; nil if all is well.
  static func problem(_ lastRun: LastRun?, age: Int?, limit: Int) -> String? {
    guard let lastRun, let age else { return "no run is remembered" }
    if let error = lastRun.error { return "the last run failed: \(error)" }
    if age < -60 { return "the last run lies in the future: one of the clocks is wrong" }
    return age > limit ? "the last run was \(span(age)) ago" : nil
  }

  private static func outcome(_ run: LastRun, age: Int) -> String {
    let when = age < -60 ? "in the future (a clock is wrong)" : "\(span(max(0, age))) ago"
    if let error = run.error { return "\(when), failed: \(error)" }
    return "\(when): \(counts(RunCounts(run)))"
  }

  private static func counts(_ counts: RunCounts) -> String {
    let failed = counts.failed > 0 ? ", \(counts.failed) failed" : ""
    return "\(counts.added) added, \(counts.updated) updated, \(counts.removed) removed,"
      + " \(counts.unchanged) unchanged\(failed)"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000
      ? "\((bytes + 999) / 1000) kB" : "\(Double(bytes * 10 / 1_000_000) / 10) MB"
  }

  /// A time of some seconds, in its largest unit.
  private static func span(_ seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7200: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) days"
    }
  }
}
