import ArticleReading

/// Compares the terms a document has in the index with those its stored text gives now.
struct TermComparison {
  private var analyzer = ArticleAnalyzer()
  private var document = PackedDocument()

  /// What is wrong with a document; nil if nothing is.
  mutating func difference(
    of id: UInt32, _ reader: StoreReader
  ) throws(IndexError) -> IndexCheck.Finding.Cause? {
    let article: StoredArticle
    do {
      article = try StoredArticle(encoded: try reader.data(of: id), id: id)
    } catch  where error.code == .corrupt {
      return .failure(error.cause)
    }
    try analyzer.analyze(
      article, origin: .file(FileState(size: 0, modified: 0)), into: &document)
    // Which file or record a document is made from does not follow from its text.
    let unique = Schema.Prefix.unique.letter
    let stored = try reader.terms(of: id)
    guard stored.count(where: { $0.bytes.first == unique }) == 1 else {
      return .terms(.notUnique)
    }
    let expected = try document.storedTerms().filter { $0.bytes.first != unique }
    let found = stored.filter { $0.bytes.first != unique }
    guard expected != found else { return nil }
    let missing = expected.first { !found.contains($0) }
    let surplus = found.first { !expected.contains($0) }
    let name = { (term: StoredTerm) in String(decoding: term.bytes, as: UTF8.self) }
    if let missing { return .terms(.missing(name(missing))) }
    return .terms(surplus.map { .surplus(name($0)) } ?? .disordered)
  }
}

extension PackedDocument {
  /// The terms as a database will hold them: sorted by their bytes, repeated ones added up.
  mutating func storedTerms() throws(IndexError) -> [StoredTerm] {
    let packed = withPackedBytes { [UInt8]($0) }
    var wdf: [[UInt8]: Int] = [:]
    let outcome = packed.withUnsafeBytes { bytes in
      Result { () throws(IndexError) in
        var cursor = PackedCursor(bytes)
        _ = try cursor.bytes(Int(try cursor.next(UInt32.self)))
        for _ in 0..<(try cursor.next(UInt16.self)) {
          _ = try cursor.next(UInt32.self)
          _ = try cursor.bytes(Int(try cursor.next(UInt32.self)))
        }
        for _ in 0..<(try cursor.next(UInt32.self)) {
          let length = try cursor.next(UInt8.self)
          let isBoolean = try cursor.next(UInt8.self) == 1
          let count = try cursor.next(UInt16.self)
          wdf[[UInt8](try cursor.bytes(Int(length))), default: 0] += isBoolean ? 0 : Int(count)
        }
      }
    }
    try outcome.get()
    return wdf.map { StoredTerm(bytes: $0.key, wdf: UInt16(clamping: $0.value)) }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }
}
