import Foundation
import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// What a test document holds: its data is its name, each word a term of wdf 1.
struct SampleDocument {
  var name: String
  var words: [String]
  var date: String?

  init(_ name: String, _ words: String, date: String? = nil) {
    self.name = name
    self.words = words.split(separator: " ").map(String.init)
    self.date = date
  }

}

extension PostingRun {
  /// Adds a test document: a term `Q` + name without weight, and the date as value 0.
  mutating func put(_ sample: SampleDocument) throws {
    if let date = sample.date { setValue(date.utf8, slot: 0) }
    try add("Q\(sample.name)".utf8, wdf: 0)
    for word in sample.words { try add(word.utf8, wdf: 1) }
    try finishDocument(data: sample.name.utf8)
  }
}

/// Five articles: dates descend with the id but for the last, which has none.
let samples = [
  SampleDocument("one", "vinh phuc tinh", date: "20240105"),
  SampleDocument("two", "vinh yen thanh pho", date: "20240104"),
  SampleDocument("three", "phuc yen thanh pho", date: "20240103"),
  SampleDocument("four", "tam dao vinh vinh vinh", date: "20240102"),
  SampleDocument("five", "song lo"),
]

/// Makes a database of the given documents.
@discardableResult
func makeStore(
  at path: FilePath, _ documents: [SampleDocument] = samples, without removed: Set<UInt32> = [],
  by tables: GenerationWriter.Tables = .own
) throws -> FilePath {
  var run = PostingRun()
  for document in documents { try run.put(document) }
  return try makeStore(at: path, run, without: removed, by: tables)
}

/// Makes a database of a run of documents, less some.
@discardableResult
func makeStore(
  at path: FilePath, _ run: consuming PostingRun, without removed: Set<UInt32> = [],
  metadata: [String: [UInt8]] = [:], by tables: GenerationWriter.Tables = .own
) throws -> FilePath {
  let file = FilePath(path.string + ".run")
  try run.write(to: file)
  defer { removeTree(file) }
  var writer = GenerationWriter()
  (writer.runs, writer.metadata, writer.tables) = ([file], metadata, tables)
  guard !removed.isEmpty else {
    try writer.write(to: path)
    return path
  }
  let whole = FilePath(path.string + ".whole")
  try writer.write(to: whole)
  defer { removeTree(whole) }
  (writer.runs, writer.previous, writer.removed) = ([], whole, removed)
  try writer.write(to: path)
  return path
}

/// Writes a database anew as `change` wants it: it keeps its documents and its metadata.
func rewrite(_ path: FilePath, _ change: (inout GenerationWriter) -> Void) throws {
  let reader = try StoreReader(at: path)
  var writer = GenerationWriter()
  writer.previous = path
  for key in Schema.Metadata.all { writer.metadata[key] = try reader.metadata(key) }
  change(&writer)
  let new = FilePath(path.string + ".new")
  try writer.write(to: new)
  removeTree(path)
  try FileManager.default.moveItem(atPath: new.string, toPath: path.string)
}

/// The terms of each document, each with its wdf.
func termsByDocument(_ reader: StoreReader) throws -> [UInt32: [String]] {
  let last = try reader.counts().lastID
  guard last > 0 else { return [:] }
  let ids = Array(1...last)
  var terms: [UInt32: [String]] = [:]
  for (term, _) in try reader.allTerms(prefix: []) {
    let wdfs = try reader.occurrences(of: [term], in: ids)
    let presence = try reader.occurrences(of: [term], in: ids, onlyPresence: true)
    for (id, (wdf, isThere)) in zip(ids, zip(wdfs, presence)) where isThere > 0 {
      terms[id, default: []].append("\(term.text) \(wdf)")
    }
  }
  return terms
}

/// The code of the error that `body` throws; nil if it throws none.
func code(_ body: () throws -> Void) -> IndexError.Code? {
  do {
    try body()
    return nil
  } catch let error as IndexError {
    let breaks = error.description.filter(\.isNewline)
    #expect(breaks.isEmpty, "\(error)")
    return error.code
  } catch {
    Issue.record("\(error) is not an IndexError")
    return nil
  }
}

extension Collection<UInt8> {
  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}
