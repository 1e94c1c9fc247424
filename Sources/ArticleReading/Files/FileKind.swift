package import SystemPackage

/// What a file is to be read as, told from its name.
package struct FileKind: Equatable {
  /// How the content is read.
  package enum Format: Equatable {
    case plainText
    case html
    case office(OfficeReader.Format)
    /// Any number of articles.
    case records(RecordFormat)
  }

  package var format: Format
  /// Whether the content is compressed: `.gz`, `.xz`, `.zst`, `.bz2` behind the extension.
  package var isCompressed = false

  /// Nil for a file that is no article.
  ///
  /// A file without extension is read as text. What is behind the last dot is no extension if it is
  /// nothing or a number: `Tin ngày 8.6.2020`.
  package init?(_ path: FilePath) {
    if Self.isPlainlyText(path) {
      format = .plainText
      return
    }
    var name = path
    var ending = Self.ending(of: name)
    if let ending, Self.compressions.contains(ending) {
      isCompressed = true
      name = FilePath(path.stem ?? "")
    }
    if isCompressed { ending = Self.ending(of: name) }
    guard let ending else {
      // `dump.gz` might be anything; `Tin ngày 8.6.2020` is text.
      if isCompressed { return nil }
      format = .plainText
      return
    }
    guard let format = Self.formats[ending] else { return nil }
    self.format = format
  }

  /// A text file that is not compressed.
  package static let plainText = FileKind(format: .plainText)

  private init(format: Format) { self.format = format }

  /// Whether the name ends in `.txt`, as most do: told without making a string of it.
  private static func isPlainlyText(_ path: FilePath) -> Bool {
    let length = path.length
    guard length > 4 else { return false }
    return path.withPlatformString { start in
      start[length - 4] == 0x2E && start[length - 3] == 0x74 && start[length - 2] == 0x78
        && start[length - 1] == 0x74
    }
  }

  /// The extension to report a file under that is passed over.
  package static func reportedExtension(_ path: FilePath) -> String {
    ending(of: path) ?? "?"
  }

  /// The extension in lower case; nil if there is none.
  private static func ending(of path: FilePath) -> String? {
    guard let name = path.extension?.lowercased() else { return nil }
    return name.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? nil : name
  }

  private static let compressions: Set<String> = ["gz", "xz", "zst", "bz2"]

  private static let formats: [String: Format] = [
    "txt": .plainText, "text": .plainText,
    "html": .html, "htm": .html, "xhtml": .html, "shtml": .html, "aspx": .html,
    "json": .records(.json), "jsonl": .records(.jsonLines), "ndjson": .records(.jsonLines),
    "csv": .records(.csv), "tsv": .records(.tsv),
    "rss": .records(.feed), "atom": .records(.feed), "rdf": .records(.feed),
    "xml": .records(.feed),
    "docx": .office(.docx), "odt": .office(.odt), "pdf": .office(.pdf), "doc": .office(.doc),
    "rtf": .office(.rtf),
  ]
}
