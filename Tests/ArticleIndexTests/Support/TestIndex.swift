import SystemPackage
import TestSupport

@testable import ArticleIndex
@testable import ArticleReading

/// A folder of articles and an index of them, in a temporary folder.
final class TestIndex {
  let folder: TemporaryFolder
  let articles: FilePath
  let index: IndexFolder
  var options = IndexingOptions()

  /// Writes the files, name and text, and indexes them unless there are none; in a folder of their own
  /// if not in `folder`.
  init(_ files: KeyValuePairs<String, String> = [:], in folder: TemporaryFolder? = nil) throws {
    let folder = try folder ?? TemporaryFolder()
    self.folder = folder
    articles = folder("articles")
    index = IndexFolder(folder("index"))
    // Few files, of which tests remove most.
    options.allowsMassRemoval = true
    try IndexFolder(articles).create()
    for (name, text) in files { try write(text, to: name) }
    if !files.isEmpty { try update() }
  }

  /// Writes a file among the articles.
  @discardableResult
  func write(_ text: String, to name: String) throws -> FilePath {
    try folder.write(Array(text.utf8), to: articles.appending(name))
  }

  /// Removes a file from the articles.
  func remove(_ name: String) { removeTree(articles.appending(name)) }

  /// Indexes the folder of articles.
  @discardableResult
  func update() throws -> IndexReport {
    try ArticleIndexer(index: index, options: options).run(folders: [articles])
  }

  func open() throws -> SearchIndex { try SearchIndex(at: index) }

  /// The names of the files found, best first.
  func search(
    _ query: String, accents: AccentMode = .prefer, limit: Int = 10
  ) throws -> [String] {
    try open().search(SearchRequest(query, accents: accents, limit: limit)).names
  }

  /// A title and one paragraph as a text file has them.
  static func text(_ title: String, _ body: String) -> String { "\(title)\n\n\(body)\n" }
}

extension SearchResult {
  /// The names of the files found, best first.
  var names: [String] { hits.map(\.name) }
}

extension Hit {
  /// The name of the file.
  var name: String { article.path.lastComponent?.string ?? "" }
}

extension IndexReport {
  /// Added, updated, removed, unchanged.
  var changes: [Int] { [added, updated, removed, unchanged] }
}

/// All that an index holds of one document.
struct StoredDocument: Equatable {
  var terms: [String]
  var data: [UInt8]
  var state: [UInt8]
  var date: [UInt8]
}

/// The documents of an index by path.
func storedDocuments(_ index: IndexFolder) throws -> [String: StoredDocument] {
  let reader = try index.openReader()
  var documents: [String: StoredDocument] = [:]
  let terms = try termsByDocument(reader)
  var ids: [(id: UInt32, path: String)] = []
  try reader.forEachValue(slot: Schema.Slot.path) { id, bytes in
    ids.append((id, String(decoding: bytes, as: UTF8.self)))
  }
  for (id, path) in ids {
    documents[path] = StoredDocument(
      terms: terms[id] ?? [],
      data: try reader.data(of: id), state: try reader.value(of: id, slot: Schema.Slot.fileState),
      date: try reader.value(of: id, slot: Schema.Slot.date))
  }
  return documents
}
