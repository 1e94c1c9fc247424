public import ArticleReading
import SystemPackage

/// A change to the articles that a program hands over by id, beside those of folders.
public enum ArticleChange: Sendable, Equatable {
  /// Adds an article, or puts it in the place of the one that was handed over under this id.
  case put(id: String, Article)
  /// Removes the article that was handed over under this id, if there is one.
  case remove(id: String)
}

extension ArticleIndexer {
  /// Changes articles that were handed over by id, all in one commit.
  ///
  /// ```swift
  /// let indexer = ArticleIndexer(index: IndexFolder("Index"))
  /// try indexer.apply([
  ///   .put(id: "vp-0815", Article(title: "Vĩnh Phúc chuyển đổi số", paragraphs: ["…"])),
  ///   .remove(id: "vp-0007"),
  /// ])
  /// ```
  ///
  /// Makes the index if there is none. The id is the article's ``StoredArticle/recordID``, and its path
  /// is derived from it. Runs over folders leave such an article alone, and a rebuild takes it over,
  /// unless the generation before is too damaged to be read: then it has to be handed over again. Of
  /// several changes to one id the last counts.
  ///
  /// - Throws: ``IndexError``; nothing is changed then. `invalidArgument` for an id that is empty or
  ///   holds a NUL, and for an article that cannot be stored; the id is its subject.
  @discardableResult
  public func apply(_ changes: [ArticleChange]) throws(IndexError) -> IndexReport {
    try index.checkPlace()
    return try locked { () throws(IndexError) in
      let generation = try generationToChange()
      var update = try ArticleUpdate(run, generation: generation)
      return try update.apply(changes)
    }
  }

  /// The generation in use, made empty if there is none.
  private func generationToChange() throws(IndexError) -> Int {
    let current = try index.currentGeneration()
    index.removeLeftovers(keeping: current)
    if let current { return current }
    var report = IndexReport()
    report.generation = 1
    _ = try FreshBuild(
      run, generation: 1, base: .nothing([]), furniture: try index.furniture(), report: report
    ).build()
    return 1
  }
}

/// Brings articles handed over by id into a generation, in one commit.
private struct ArticleUpdate: ~Copyable {
  private let run: IndexRun
  private let reader: StoreReader
  private let writer: StoreWriter
  private var analyzer = ArticleAnalyzer()
  private var document = PackedDocument()
  /// The documents that this update has put, by id: the reader does not see them yet.
  private var pending: [String: UInt32] = [:]
  private var report = IndexReport()

  init(_ run: IndexRun, generation: Int) throws(IndexError) {
    let reader = try StoreReader(at: run.index.generation(generation))
    try IndexIdentity.check(reader, path: run.index.path.string)
    let writer = try run.openWriter(generation)
    self.run = run
    self.reader = reader
    self.writer = writer
    report.generation = generation
  }

  mutating func apply(_ changes: [ArticleChange]) throws(IndexError) -> IndexReport {
    for (number, change) in changes.enumerated() {
      try run.checkForStop()
      switch change {
      case .put(let id, let article): try put(article, id)
      case .remove(let id): try remove(id)
      }
      if number % 64 == 63 {
        run.onProgress?(
          IndexProgress(done: number + 1, total: changes.count, isFinishing: false))
      }
    }
    run.onProgress?(
      IndexProgress(done: changes.count, total: changes.count, isFinishing: true))
    try writer.commit()
    try reader.reopen()
    report.total = Int(try reader.counts().documents)
    return report
  }

  private mutating func put(_ article: Article, _ id: String) throws(IndexError) {
    let known = try document(of: id)
    var article = article
    article.recordID = id
    let origin = DocumentOrigin.handedOver(id: id)
    do {
      try analyzer.analyze(
        StoredArticle(article, path: FilePath(id)), origin: origin, into: &document)
      pending[id] = try writer.put(&document, id: known)
    } catch {
      throw error.code == .invalidArgument ? IndexError(error.cause, subject: id) : error
    }
    if known == nil { report.added += 1 } else { report.updated += 1 }
    if article.date == nil { report.undated += 1 }
  }

  private mutating func remove(_ id: String) throws(IndexError) {
    guard let known = try document(of: id) else { return }
    try writer.remove(known)
    pending[id] = 0
    report.removed += 1
  }

  /// The document of an id; nil if there is none.
  private func document(of id: String) throws(IndexError) -> UInt32? {
    guard !id.isEmpty, !id.utf8.contains(0) else {
      throw IndexError(.invalid(.badID), subject: id)
    }
    if let number = pending[id] { return number == 0 ? nil : number }
    return try reader.find(DocumentOrigin.handedOver(id: id).uniqueTerm(path: []))
  }
}
