import SystemPackage
import Testing

@testable import ArticleIndex

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

  /// Its packed form: a boolean term `Q` + name, and the date as value 0.
  func packed() throws -> PackedDocument {
    var document = PackedDocument()
    try document.start(data: name.utf8)
    if let date { try document.addValue(slot: 0, date.utf8) }
    try document.addBooleanTerm("Q\(name)".utf8)
    for word in words { try document.addTerm(word.utf8, wdf: 1) }
    return document
  }
}

extension StoreWriter {
  /// Puts a test document.
  @discardableResult
  func put(_ sample: SampleDocument, id: UInt32? = nil) throws -> UInt32 {
    var document = try sample.packed()
    return try put(&document, id: id)
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

/// Makes a database of the given documents, committed and closed.
@discardableResult
func makeStore(at path: FilePath, _ documents: [SampleDocument] = samples) throws -> FilePath {
  let writer = try StoreWriter(at: path, mode: .new)
  for document in documents { try writer.put(document) }
  try writer.close()
  return path
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
