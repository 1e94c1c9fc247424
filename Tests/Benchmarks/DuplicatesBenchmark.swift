import ArgumentParser
import ArticleIndex
import Foundation

/// How well copies of an article are told from other articles.
///
/// Copies are made by editing the articles of a folder as newspapers do; other articles are all pairs
/// of the folder, and bulletins of one template on different days. Ends with status 1 if the precision
/// is under ``required``.
struct DuplicatesBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Tell edited copies of a folder's articles from other articles: precision, recall.")

  /// The least precision.
  private static let required = 0.99
  /// Bulletins of each template.
  private static let days = 20

  @Argument(help: "A folder of articles, text files with the title in the first line.")
  var folder: String

  func run() throws {
    let articles = try Self.load(folder)
    guard articles.count > 1 else { throw ValidationError("no articles in \(folder)") }
    print(Self.row("copies made by", "pairs", "found", "shared: least, median"))
    var found = 0
    var copies = 0
    for edit in ArticleEdit.allCases {
      let pairs = articles.compactMap { article in
        edit.applied(to: article).map { (article, $0) }
      }
      let tally = Tally(pairs)
      tally.print(edit.rawValue + (edit.makesCopies ? "" : " (no copy)"))
      if edit.makesCopies { (copies, found) = (copies + tally.pairs, found + tally.found) }
    }
    print(Self.row("other articles", "pairs", "found", "shared: most, median"))
    var wrong = 0
    var bulletins = Bulletins()
    for kind in 0..<Bulletins.kinds {
      let days = (0..<Self.days).map { _ in bulletins.next(kind: kind) }
      let tally = Tally(Self.pairs(of: days))
      tally.print(days[0].title, most: true)
      wrong += tally.found
    }
    let tally = Tally(Self.pairs(of: articles))
    tally.print("all pairs of the folder", most: true)
    wrong += tally.found
    let precision = Double(found) / Double(max(1, found + wrong))
    print(
      "recall \(Self.percent(found, of: copies)), precision \(Self.percent(found, of: found + wrong))"
    )
    if precision < Self.required { throw ExitCode.failure }
  }

  /// The pairs of one kind.
  private struct Tally {
    private(set) var pairs = 0
    private(set) var found = 0
    private var shares: [Double] = []

    init(_ pairs: [(EditedArticle, EditedArticle)]) {
      for (left, right) in pairs {
        guard let left = ArticleSketch(title: left.title, body: left.body),
          let right = ArticleSketch(title: right.title, body: right.body)
        else { continue }
        self.pairs += 1
        shares.append(left.containment(in: right))
        if left.isDuplicate(of: right) { found += 1 }
      }
      shares.sort()
    }

    func print(_ name: String, most: Bool = false) {
      let extreme = (most ? shares.last : shares.first) ?? 0
      let median = shares.isEmpty ? 0 : shares[shares.count / 2]
      Swift.print(
        row(
          name, "\(pairs)", "\(found)",
          String(format: "%.2f %.2f", extreme, median)))
    }
  }

  private static func pairs(of articles: [EditedArticle]) -> [(EditedArticle, EditedArticle)] {
    articles.indices.flatMap { right in
      articles[..<right].map { ($0, articles[right]) }
    }
  }

  private static func row(_ name: String, _ columns: String...) -> String {
    let widths = [7, 7, 24]
    return name.padding(toLength: 60, withPad: " ", startingAt: 0)
      + zip(columns, widths).map { text, width in
        String(repeating: " ", count: max(1, width - text.count)) + text
      }.joined()
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    String(format: "%.1f %%", 100 * Double(part) / Double(max(1, whole)))
  }

  private static func load(_ folder: String) throws -> [EditedArticle] {
    try CorpusFiles.load(folder, limit: 100 << 20).map { file in
      let lines = String(decoding: file, as: UTF8.self).split(separator: "\n").map(String.init)
      return EditedArticle(title: lines.first ?? "", paragraphs: Array(lines.dropFirst()))
    }
  }
}
