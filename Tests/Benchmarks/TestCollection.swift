import ArgumentParser
import ArticleIndex
import Foundation
import SystemPackage
import VietnameseText

/// A collection for measuring retrieval: a folder with `docs.jsonl` or `docs.jsonl.xz` (the
/// articles, with ids) and files `queries….tsv` (a query, a tab, the id of an article to be found;
/// several lines for a query with several).
struct TestCollection {
  /// A query and the ids of what should be found.
  struct Query {
    var text: String
    var relevant: Set<String>
  }

  /// Its folder's name.
  let name: String
  private let folder: URL

  init(_ path: String) {
    folder = URL(fileURLWithPath: path, isDirectory: true)
    name = folder.lastPathComponent
  }

  /// A collection made of news: headlines are the queries, the texts without them the documents.
  ///
  /// - Parameters:
  ///   - articles: a folder of plain texts, each with its headline in the first line and an empty line
  ///     after it.
  ///   - number: how many headlines to ask for, evenly spread.
  ///   - work: where it is written.
  static func headlines(of articles: String, number: Int, in work: URL) throws -> TestCollection {
    let files = FileManager.default
    let folder = work.appendingPathComponent("headlines")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    var documents = Data()
    var headlines: [(text: String, id: String)] = []
    let paths = files.enumerator(atPath: articles)?.compactMap { $0 as? String } ?? []
    for path in paths.sorted() where path.hasSuffix(".txt") {
      let text = try String(contentsOfFile: "\(articles)/\(path)", encoding: .utf8)
      let parts = text.split(separator: "\n\n", maxSplits: 1)
      guard parts.count == 2, !parts[0].contains("\n") else { continue }
      let id = String(path.dropLast(4))
      documents += try JSONEncoder().encode(["id": id, "body": String(parts[1])]) + Data("\n".utf8)
      // Shorter ones are no headlines mostly.
      if (5...30).contains(parts[0].split(separator: " ").count) {
        headlines.append((String(parts[0].replacing("\t", with: " ")), id))
      }
    }
    try documents.write(to: folder.appendingPathComponent("docs.jsonl"))
    let chosen = (0..<min(number, headlines.count)).map {
      headlines[$0 * headlines.count / number]
    }
    for (name, form) in [("", { $0 }), ("-toneless", Folding.folded)]
      as [(String, (String) -> String)]
    {
      let lines = chosen.map { "\(form($0.text))\t\($0.id)\n" }.joined()
      try Data(lines.utf8).write(to: folder.appendingPathComponent("queries\(name).tsv"))
    }
    return TestCollection(folder.path)
  }

  /// Indexes the articles below a temporary folder, which the caller removes.
  func index(in work: URL) throws -> SearchIndex {
    let files = FileManager.default
    let names = ["docs.jsonl", "docs.jsonl.xz", "docs.jsonl.gz", "docs.jsonl.zst"]
    guard
      let documents = names.first(where: { files.fileExists(atPath: file($0).path) })
    else { throw ValidationError("no docs.jsonl or docs.jsonl.xz in \(folder.path)") }
    let texts = work.appendingPathComponent("docs")
    try files.createDirectory(at: texts, withIntermediateDirectories: true)
    try files.copyItem(at: file(documents), to: texts.appendingPathComponent(documents))
    let index = IndexFolder(FilePath(work.appendingPathComponent("index").path))
    let report = try ArticleIndexer(index: index).run(folders: [FilePath(texts.path)])
    guard report.total > 0 else { throw ValidationError("no articles in \(documents)") }
    return try SearchIndex(at: index)
  }

  /// The query files, by name.
  func queryFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("queries") && $0.hasSuffix(".tsv") }
      .sorted { ($0.count, $0) < ($1.count, $1) }
  }

  /// The queries of a file, in its order.
  func queries(_ fileName: String) throws -> [Query] {
    var queries: [Query] = []
    var places: [String: Int] = [:]
    let text = try String(contentsOf: file(fileName), encoding: .utf8)
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "\t")
      guard parts.count >= 2 else { continue }
      let query = String(parts[0])
      if let place = places[query] {
        queries[place].relevant.insert(String(parts[1]))
      } else {
        places[query] = queries.count
        queries.append(Query(text: query, relevant: [String(parts[1])]))
      }
    }
    return queries
  }

  private func file(_ name: String) -> URL { folder.appendingPathComponent(name) }
}
