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
  /// Changes articles that were handed over by id, all in one generation.
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
      let known = try knownForUpdate()
      var update = try ArticleUpdate(run, known)
      return try update.apply(changes)
    }
  }
}

/// Brings articles handed over by id into a new generation.
private struct ArticleUpdate: ~Copyable {
  private let run: IndexRun
  private let known: KnownIndex
  private let reader: StoreReader?
  private var draft: GenerationDraft
  private var report = IndexReport()

  init(_ run: IndexRun, _ known: KnownIndex) throws(IndexError) {
    reader = if let previous = known.previous { try StoreReader(at: previous) } else { nil }
    draft = GenerationDraft(run, after: known)
    (self.run, self.known) = (run, known)
  }

  mutating func apply(_ changes: [ArticleChange]) throws(IndexError) -> IndexReport {
    try draft.open()
    do {
      try take(changes)
      if known.previous == nil || !draft.isEmpty {
        draft.setMetadata(as: known)
        try draft.publish()
      }
    } catch {
      draft.close()
      throw error.withSpace(of: run.index, needed: nil)
    }
    draft.close()
    report.generation = draft.isEmpty ? known.generation ?? draft.number : draft.number
    report.total = known.articles + report.added - report.removed
    return report
  }

  private mutating func take(_ changes: [ArticleChange]) throws(IndexError) {
    // Of several changes to one id the last counts.
    var last: [String: Int] = [:]
    for (place, change) in changes.enumerated() { last[change.id] = place }
    var analyzer = ArticleAnalyzer(draft.dictionary)
    var postings = PostingRun()
    for (place, change) in changes.enumerated() {
      try run.checkForStop()
      let before = try number(of: change.id)
      if last[change.id] == place {
        switch change {
        case .put(let id, let article):
          try put(article, id, &analyzer, &postings)
          if before == nil { report.added += 1 } else { report.updated += 1 }
        case .remove:
          if before != nil { report.removed += 1 }
        }
        if let before { draft.writer.removed.insert(before) }
      }
      if postings.isFull || postings.bytes > run.options.bytesPerRun {
        try draft.add(postings)
        postings = PostingRun()
      }
      if place % 64 == 63 {
        run.onProgress?(IndexProgress(done: place + 1, total: changes.count, isFinishing: false))
      }
    }
    try draft.add(postings)
    run.onProgress?(
      IndexProgress(done: changes.count, total: changes.count, isFinishing: true))
  }

  private mutating func put(
    _ article: Article, _ id: String, _ analyzer: inout ArticleAnalyzer,
    _ postings: inout PostingRun
  ) throws(IndexError) {
    var article = article
    article.recordID = id
    do {
      try analyzer.analyze(
        StoredArticle(article, path: FilePath(id)), origin: .handedOver(id: id), into: &postings)
    } catch {
      throw error.code == .invalidArgument ? IndexError(error.cause, subject: id) : error
    }
    if article.date == nil { report.undated += 1 }
  }

  /// The number of the article that was handed over under an id; nil if there is none.
  private func number(of id: String) throws(IndexError) -> UInt32? {
    guard !id.isEmpty, !id.utf8.contains(0) else {
      throw IndexError(.invalid(.badID), subject: id)
    }
    return try reader?.find(DocumentOrigin.handedOver(id: id).uniqueTerm(path: []))
  }
}

extension ArticleChange {
  /// The id it is about.
  fileprivate var id: String {
    switch self {
    case .put(let id, _), .remove(let id): id
    }
  }
}
