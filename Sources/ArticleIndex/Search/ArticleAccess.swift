public import SystemPackage

// Articles themselves, whatever a query.

extension SearchIndex {
  /// An article by the number that hits carry; nil if there is none.
  public func article(number: UInt32) throws(IndexError) -> StoredArticle? {
    try read { reader throws(IndexError) in try Self.article(number, reader) }
  }

  /// The number and article of a file; nil if it is not indexed.
  ///
  /// - Throws: `invalidArgument` if the file holds several articles.
  public func article(
    path: FilePath
  ) throws(IndexError) -> (number: UInt32, article: StoredArticle)? {
    let bytes = path.platformBytes
    let term = Term.unique(path: bytes)
    return try read { reader throws(IndexError) in
      if let number = try reader.find(term) { return try Self.found(number, reader) }
      // The articles of a file of many are known by their own identity; this is rare, so it may
      // take a look at every path.
      var numbers: [UInt32] = []
      try reader.forEachValue(slot: Schema.Slot.path) { number, value in
        if value.elementsEqual(bytes) { numbers.append(number) }
      }
      guard let number = numbers.first else { return nil }
      guard numbers.count == 1 else {
        throw IndexError(.severalArticles(numbers.count, first: number), subject: path.string)
      }
      return try Self.found(number, reader)
    }
  }

  /// The number and article of the record that has this id in its source; the first if several do,
  /// nil if none does.
  public func article(
    recordID: String
  ) throws(IndexError) -> (number: UInt32, article: StoredArticle)? {
    let term = Term.record(id: recordID)
    return try read { reader throws(IndexError) in
      try reader.find(term).flatMap { number throws(IndexError) in try Self.found(number, reader) }
    }
  }

  /// Calls `body` with every article and its number, by ascending number, until it returns false.
  ///
  /// ```swift
  /// try index.forEachArticle { number, article in
  ///   print(number, article.title)
  ///   return true
  /// }
  /// ```
  ///
  /// One article is held at a time.
  ///
  /// - Parameters:
  ///   - first: the lowest number wanted.
  ///   - body: given an article and its number; returns whether to go on.
  public func forEachArticle(
    from first: UInt32 = 1,
    _ body: (_ number: UInt32, _ article: StoredArticle) throws(IndexError) -> Bool
  ) throws(IndexError) {
    var next = first
    try read { reader throws(IndexError) in
      let last = try reader.counts().lastID
      while next <= last {
        let number = next
        let article = try Self.article(number, reader)
        next += 1
        if let article, try !body(number, article) { return }
      }
    }
  }

  private static func found(
    _ number: UInt32, _ reader: StoreReader
  ) throws(IndexError) -> (number: UInt32, article: StoredArticle)? {
    try article(number, reader).map { (number, $0) }
  }

  private static func article(
    _ number: UInt32, _ reader: StoreReader
  ) throws(IndexError) -> StoredArticle? {
    let bytes: [UInt8]
    do {
      bytes = try reader.data(of: number)
    } catch {
      if error.code == .missing { return nil }
      throw error
    }
    return try StoredArticle(encoded: bytes, id: number)
  }
}
