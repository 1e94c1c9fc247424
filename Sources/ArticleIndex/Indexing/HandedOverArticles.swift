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

  /// Adds them to a generation, in runs of at most so many documents.
  func write(into draft: inout GenerationDraft, documents: Int) throws(IndexError) {
    var analyzer = ArticleAnalyzer(draft.dictionary)
    var run = PostingRun()
    for number in numbers {
      let article = try StoredArticle(encoded: try reader.data(of: number), id: number)
      guard let id = article.recordID else {
        throw IndexError(.unreadableArticle, subject: "document \(number)")
      }
      try analyzer.analyze(article, origin: .handedOver(id: id), into: &run)
      if run.isFull || run.documents >= documents {
        try draft.add(run)
        run = PostingRun()
      }
    }
    try draft.add(run)
  }
}
