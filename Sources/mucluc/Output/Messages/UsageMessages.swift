/// What is wrong with a command line. The argument parser prints its own sentences beside these.
enum UsageMessages {
  static let noQuery = "No query given. Try: mucluc search vinh phuc"
  static let queryWithBatch =
    "--batch reads queries from standard input; leave the query out."
  static let pageFromZero = "--limit and --offset take numbers from 0."
  static let pageTooFar = "--limit goes up to 1000000 and --offset up to 100000000."
  static let similarPage = "--limit goes from 0 to 1000 and --offset to 10000."
  static let explainedHits = "--limit takes a number from 0 to 1000."
  static let recency = "--recency takes a number from 0 to 100."
  static let recencyWithoutRelevance = "--recency goes with --sort relevance."
  static let oneOutput = "Give one of --json, --paths, --count and --batch."
  static let jsonOrPaths = "Give one of --json and --paths."
  static let nullWithoutPaths = "-0 goes with --paths."
  static let facetsWithoutHits = "--facets does not go with --paths and --count."
  static let wait = "--wait takes seconds from 0."
  static let maxAge = "--max-age takes hours above 0."

  static let maxSeconds = "--max-seconds takes seconds above 0."

  static func maxSize(_ mebibytes: Int) -> String {
    "--max-size takes 1 to \(mebibytes) (MiB)."
  }

  static func encoding(_ names: [String]) -> String {
    "--encoding takes auto or one of: \(names.joined(separator: ", "))."
  }

  static func map(_ reason: String) -> String { "--map: \(reason)." }
}
