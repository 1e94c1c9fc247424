import Foundation
import TestSupport
import Testing

/// `Samples/queries.tsv`: every query finds the article it is written for, with and without accents.
@Suite struct SamplesTests {
  struct Row {
    var number: Int
    var query: String
    var article: String
    var why: String
  }

  static let samples = PackageFiles.root.appending(path: "Samples")
  static let articles = samples.appending(path: "Articles")

  /// The sample articles of the repository, indexed.
  static let shared = Shared { folder in
    let workspace = try Workspace([:], isIndexed: false, in: folder)
    let outcome = try workspace.run("index", articles.path)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return workspace.path
  }

  static func rows() throws -> [Row] {
    let text = try String(
      contentsOf: samples.appendingPathComponent("queries.tsv"), encoding: .utf8)
    return try text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line in
        guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        try #require(cells.count == 3, "line \(index + 1) has \(cells.count) cells")
        return Row(number: index + 1, query: cells[0], article: cells[1], why: cells[2])
      }
  }

  /// The text as typed without an input method for Vietnamese.
  static func toneless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.decomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar in
          switch scalar {
          case "đ": "d"
          case "Đ": "D"
          case "\u{300}"..."\u{36F}": nil
          default: scalar
          }
        }))
  }

  @Test func everyQueryFindsItsArticleWithAndWithoutAccents() throws {
    let rows = try Self.rows()
    #expect(rows.count >= 60)
    let workspace = try Workspace(Self.shared)
    let articles = Self.articles

    let forms: [(name: String, of: (String) -> String)] = [
      ("as written", { $0 }), ("without accents", Self.toneless),
    ]
    for form in forms {
      let input = rows.map { form.of($0.query) + "\n" }.joined()
      let outcome = try workspace.run("search", "--batch", input: input)
      let answers = try JSONAnswer.lines(BatchObject.self, outcome.output)
      try #require(answers.count == rows.count)
      var failures: [String] = []
      for (row, answer) in zip(rows, answers) {
        let expected = articles.appendingPathComponent(row.article).path
        let rank = answer.hits.first { $0.path == expected }?.rank
        guard rank != 1 else { continue }
        failures.append(
          "line \(row.number): \(answer.query) → \(row.article) is "
            + (rank.map { "hit \($0)" } ?? "not among the hits")
            + ", first is \(answer.hits.first?.path.dropFirst(articles.path.count + 1) ?? "none")"
            + " (\(row.why))")
      }
      #expect(failures.isEmpty, "\(form.name):\n\(failures.joined(separator: "\n"))")
    }
  }

  @Test func everyArticleNamedIsThere() throws {
    for row in try Self.rows() {
      let path = Self.samples.appendingPathComponent("Articles/\(row.article)").path
      #expect(FileManager.default.fileExists(atPath: path), "line \(row.number): \(row.article)")
    }
  }
}
