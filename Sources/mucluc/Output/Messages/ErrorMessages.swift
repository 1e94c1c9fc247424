import ArticleIndex

/// What the program says when it stops.
enum ErrorMessages {
  static let noArguments = "the arguments cannot be read: is /proc mounted?"
  static let noProgram = "the program cannot find itself: is /proc mounted? (use --in-process)"

  /// An error of the library on one line.
  static func line(_ error: IndexError) -> String { error.description }

  /// What `check` found, on one line.
  static func line(_ finding: IndexCheck.Finding) -> String {
    "\(finding.subject): \(finding.reason) (\(finding.remedy))"
  }

  /// A file that could not be read.
  static func line(_ failure: IndexReport.Failure) -> String {
    "\(failure.path.string): \(failure.message)"
  }

  static func noArticle(_ reference: String) -> String {
    "\(reference): no such article is in the index (give the number or path of a hit)"
  }
}
