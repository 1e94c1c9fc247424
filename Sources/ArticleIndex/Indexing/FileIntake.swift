import ArticleReading
import SystemPackage

/// Turns files and records into documents of a run. One per thread.
struct FileIntake: ~Copyable {
  /// What a file or record turned out to be.
  enum Outcome {
    /// It is a document of the run; how many bytes were read.
    case document(ArticleFacts, bytes: Int)
    /// The content is what the index already has.
    case sameContent(FileState, bytes: Int)
    /// A file of many articles after all; nothing of it was read.
    case records(RecordFormat)
    case failed(IndexReport.Failure.Cause)
  }

  /// Files over this many bytes are not read.
  var maximumFileSize: Int
  private let furniture: FurnitureTable
  private let rules: ReadingRules
  /// Reads with the options of the last file's folder.
  private var reader: ArticleReader
  private var readerOptions = ReadingOptions()
  private var analyzer: ArticleAnalyzer
  /// The documents since the last ``takeRun()``.
  private(set) var run = PostingRun()

  /// - Parameter dictionary: what texts are compressed with; nil: they are stored as they are.
  init(
    maximumFileSize: Int, furniture: FurnitureTable = .builtIn,
    rules: ReadingRules = ReadingRules(),
    dictionary: TextDictionary? = nil
  ) {
    self.maximumFileSize = maximumFileSize
    analyzer = ArticleAnalyzer(dictionary)
    (self.furniture, self.rules) = (furniture, rules)
    reader = ArticleReader(furniture: furniture)
  }

  /// Hands out the run; the next one begins.
  mutating func takeRun() -> PostingRun {
    var taken = PostingRun()
    swap(&taken, &run)
    return taken
  }

  /// Reads what a cursor has handed out.
  mutating func take(_ item: WorkCursor.Item) -> Outcome {
    switch item {
    case .file(let task): take(task.file, known: task.readsAgain ? nil : task.entry?.state)
    case .record(let record, let path, _): take(record, of: path)
    }
  }

  /// Reads a file that is one article; `known` is what the index has of it, if it has.
  mutating func take(
    _ file: SourceFile, known: FileState?
  ) -> Outcome {
    do throws(ReadingError) {
      let bytes = try content(of: file)
      var state = file.state
      state.contentHash = ContentHash.hash64(bytes)
      if let known, known.contentHash == state.contentHash {
        return .sameContent(state, bytes: bytes.count)
      }
      if file.kind.format == .plainText, !file.kind.isCompressed,
        let format = RecordFormat(ofText: bytes, rules[file.path].fields)
      {
        return .records(format)
      }
      useReader(for: file.path)
      let read = try reader.read(bytes, of: file.path, as: file.kind.format)
      if let cause = add(read.article, path: file.path, origin: .file(state)) {
        return .failed(cause)
      }
      return .document(ArticleFacts(read), bytes: bytes.count)
    } catch {
      return .failed(.reading(error))
    }
  }

  /// Reads a record of a file.
  mutating func take(_ record: RawRecord, of path: FilePath) -> Outcome {
    do throws(ReadingError) {
      useReader(for: path)
      let read = try reader.read(record)
      let content = record.contentHash
      let key = read.recordKey ?? Array("\(content)".utf8)
      let state = RecordState(content: content, key: ContentHash.hash64(key))
      if let cause = add(read.article, path: path, origin: .record(state, key: key)) {
        return .failed(cause)
      }
      return .document(ArticleFacts(read, record: state), bytes: record.byteCount)
    } catch {
      return .failed(.reading(error))
    }
  }

  private func content(
    of file: SourceFile
  ) throws(ReadingError) -> [UInt8] {
    if file.kind.isCompressed {
      return try ByteStream.bytes(
        ofCompressed: file.path, limit: maximumFileSize, followsLinks: file.followsLinks)
    }
    // Most files of unknown kinds are no pages, and need not be read.
    if file.kind.format == .page,
      try !PageSniffer.isPage(at: file.path, followsLinks: file.followsLinks)
    {
      throw ReadingError(.unknownKind(extension: nil))
    }
    guard file.state.size <= UInt64(maximumFileSize) else {
      throw ReadingError(.fileTooLarge(bytes: file.state.size, limit: maximumFileSize))
    }
    do {
      return try FileReading.bytes(
        of: file.path, size: Int(file.state.size), limit: maximumFileSize,
        followsLinks: file.followsLinks)
    } catch {
      throw ReadingError(.system(error))
    }
  }

  private mutating func useReader(for path: FilePath) {
    let options = rules[path]
    guard options != readerOptions else { return }
    readerOptions = options
    reader = ArticleReader(options: options, furniture: furniture)
  }

  /// Adds a document to the run; returns why it could not, nil if it could.
  private mutating func add(
    _ article: Article, path: FilePath, origin: DocumentOrigin
  ) -> IndexReport.Failure.Cause? {
    do {
      try analyzer.analyze(StoredArticle(article, path: path), origin: origin, into: &run)
      return nil
    } catch {
      return error.cause == .invalid(.longBytes) ? .tooManyWords : .storing(error)
    }
  }
}

/// What the report of a run counts of an article.
struct ArticleFacts {
  /// The encoding it was converted from; nil for UTF-8.
  var convertedFrom: TextEncoding?
  var hasDate: Bool
  /// Of a record without a date: the names of values that mean nothing.
  var unreadNames: [String]
  /// The state of the record it came from; nil for a file that is one article.
  var record: RecordState?

  init(_ read: ReadArticle, record: RecordState? = nil) {
    self.record = record
    convertedFrom = read.encoding == .utf8 ? nil : read.encoding
    hasDate = read.article.date != nil
    unreadNames = read.unreadNames
  }
}
