import SystemPackage
import VietnameseText

/// Brings one file from disk to a document. One per thread.
struct FileIntake {
  /// What a file turned out to be.
  enum Outcome {
    /// The document is filled; how many bytes were read.
    case document(bytes: Int)
    /// The content is what the index already has.
    case sameContent(FileState, bytes: Int)
    case failed(String)
  }

  /// Files over this many bytes are not read.
  var maximumFileSize: Int
  /// Documents over this many bytes, packed, cannot be stored.
  var maximumDocumentSize = PackedDocument.maximumBytes
  private let reader: PlainTextReader
  private var analyzer = ArticleAnalyzer()
  /// The document of the last file that gave one.
  var document = PackedDocument()

  init(maximumFileSize: Int, furniture: FurnitureTable = .builtIn) {
    self.maximumFileSize = maximumFileSize
    reader = PlainTextReader(furniture: furniture)
  }

  /// Reads `file`; `known` is what the index has of it, if it has.
  mutating func take(_ file: FolderWalker.File, known: FileState?) -> Outcome {
    guard file.state.size <= UInt64(maximumFileSize) else {
      return .failed(
        "too large: \(Self.size(file.state.size)), the limit is \(Self.size(UInt64(maximumFileSize)))"
      )
    }
    let bytes: [UInt8]
    do {
      bytes = try FileReading.bytes(
        of: file.path, size: Int(file.state.size), limit: maximumFileSize)
    } catch {
      return .failed("cannot be read: \(error)")
    }
    var state = file.state
    state.contentHash = ContentHash.hash64(bytes)
    if let known, known.contentHash == state.contentHash {
      return .sameContent(state, bytes: bytes.count)
    }
    let article: Article
    do {
      article = try reader.read(bytes)
    } catch {
      return .failed(error.reason)
    }
    do {
      try analyzer.analyze(
        StoredArticle(article, path: file.path), state: state, into: &document)
    } catch {
      return .failed(error.reason)
    }
    guard document.byteCount <= maximumDocumentSize else {
      return .failed("too many different words for one article; split the file")
    }
    return .document(bytes: bytes.count)
  }
}

extension FileIntake {
  /// Bytes for people, rounded up.
  private static func size(_ bytes: UInt64) -> String {
    if bytes < 10_000 { return "\(bytes) bytes" }
    let mebibyte: UInt64 = 1 << 20
    if bytes >= 10 * mebibyte || bytes % mebibyte == 0 {
      return "\((bytes + mebibyte - 1) / mebibyte) MiB"
    }
    return "\((bytes + 1023) / 1024) KiB"
  }
}

/// Which files of a folder are articles.
enum FileKind {
  /// Extensions that are read as plain text; a file without extension is too. What is behind the
  /// last dot is no extension if it is nothing or a number: `Tin ngày 8.6.2020`.
  static let textExtensions: Set<String> = ["txt", "text"]

  /// The extension to report a file under that is passed over; nil if it is to be read.
  static func passedOverExtension(_ path: FilePath) -> String? {
    guard let name = path.extension?.lowercased(), !textExtensions.contains(name) else {
      return nil
    }
    return name.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? nil : name
  }
}
