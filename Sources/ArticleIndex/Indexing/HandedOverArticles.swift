import SystemPackage

/// The articles of a generation that were handed over by id: no folder has them, so a rebuild takes
/// them from the generation before.
struct HandedOverArticles {
  private let reader: StoreReader
  private let numbers: [UInt32]

  init(_ reader: StoreReader) throws(IndexError) {
    self.reader = reader
    var numbers: [UInt32] = []
    try reader.forEachValue(slot: Schema.Slot.fileState) { number, state in
      if RecordState(encoded: state)?.content == RecordState.handedOver { numbers.append(number) }
    }
    self.numbers = numbers
  }

  var isEmpty: Bool { numbers.isEmpty }
  var count: Int { numbers.count }

  /// Writes them as parts of a new generation, named by `place`, of at most `documents` each.
  ///
  /// - Returns: the parts.
  func write(
    documents: Int, place: (Int) -> FilePath
  ) throws(IndexError) -> [FilePath] {
    var analyzer = ArticleAnalyzer()
    var document = PackedDocument()
    var parts: [FilePath] = []
    for start in stride(from: 0, to: numbers.count, by: max(1, documents)) {
      let path = place(parts.count)
      let part = try StorePart(at: path)
      for number in numbers[start..<min(numbers.count, start + max(1, documents))] {
        let article = try StoredArticle(encoded: try reader.data(of: number), id: number)
        guard let id = article.recordID else {
          throw IndexError(.unreadableArticle, subject: "document \(number)")
        }
        try analyzer.analyze(article, origin: .handedOver(id: id), into: &document)
        try part.put(&document)
      }
      try part.finish()
      parts.append(path)
    }
    return parts
  }
}
