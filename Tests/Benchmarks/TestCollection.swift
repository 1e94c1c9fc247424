import ArgumentParser
import ArticleIndex
import Foundation
import SystemPackage

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
