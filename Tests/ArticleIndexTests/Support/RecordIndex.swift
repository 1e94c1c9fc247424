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

/// An index of records, in a temporary folder.
struct RecordIndex {
  private let folder: TemporaryFolder

  /// In a folder of its own if not in `folder`.
  init(in folder: TemporaryFolder? = nil) throws { self.folder = try folder ?? TemporaryFolder() }

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
}

/// The same records in one database and spread over two.
struct RecordIndexes: Sendable {
  private let one: IndexFolder
  private let halves: [FilePath]

  init(_ records: [SampleRecord], in folder: TemporaryFolder) throws {
    let maker = try RecordIndex(in: folder)
    let half = records.count / 2
    one = try maker.make("one", records).folder
    halves = [
      try maker.make("a", Array(records[..<half])).folder.generation(1),
      try maker.make("b", Array(records[half...])).folder.generation(1),
    ]
  }

  func openOne() throws -> SearchIndex { try SearchIndex(at: one) }

  /// The records in every way they may be kept: in one database; spread over two; spread over two of
  /// which one is behind a server, where there is one.
  func everyKind() throws -> [(name: String, index: SearchIndex)] {
    let joiner = IndexJoiner(try TemporaryFolder())
    var kinds = [("one", try openOne())]
    kinds.append(("two", try joiner.join("two", halves.map { .copy($0) })))
    if XapianServer.isInstalled {
      kinds.append(("remote", try joiner.join("remote", [.copy(halves[0]), .served(halves[1])])))
    }
    return kinds
  }
}
