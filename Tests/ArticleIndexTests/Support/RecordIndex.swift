import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

/// An article as a record of a JSONL file.
struct SampleRecord: Encodable {
  var id: String
  var title: String
  var body: String
  var date: String?
  var author: String?
  var section: String?
  var source: String?
}

/// Indexes of records: one database, several, or several of which one is behind a server.
final class RecordIndex {
  let folder: TemporaryFolder
  private let joiner: IndexJoiner

  init() throws {
    folder = try TemporaryFolder()
    joiner = IndexJoiner(folder)
  }

  /// One database of these records, with ids in their order.
  @discardableResult
  func make(_ name: String, _ records: [SampleRecord]) throws -> SearchIndex {
    let encoder = JSONEncoder()
    let lines = try records.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
    let articles = folder.path.appending("\(name)-articles")
    try folder.write(Array(lines.joined().utf8), to: articles.appending("tin.jsonl"))
    var options = IndexingOptions()
    options.workers = 1
    let index = IndexFolder(folder(name))
    let report = try ArticleIndexer(index: index, options: options).run(folders: [articles])
    #expect(report.added == records.count)
    return try SearchIndex(at: index)
  }

  /// The records in every way they may be kept: in one database; spread over two; spread over two of
  /// which one is behind a server, where there is one.
  func everyKind(_ records: [SampleRecord]) throws -> [(name: String, index: SearchIndex)] {
    let one = try make("one", records)
    let half = records.count / 2
    try make("a", Array(records[..<half]))
    try make("b", Array(records[half...]))
    let parts = ["a", "b"].map { IndexFolder(folder($0)).generation(1) }
    var kinds = [("one", one)]
    kinds.append(("two", try joiner.join("two", [.copy(parts[0]), .copy(parts[1])])))
    if XapianServer.isInstalled {
      kinds.append(("remote", try joiner.join("remote", [.copy(parts[0]), .served(parts[1])])))
    }
    return kinds
  }
}
