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
  /// Whether the content is compressed, as a second extension says: `tin.txt.gz`.
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
    if let ending, CompressedFile.extensions.contains(ending) {
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
    guard let format = Self.format(of: ending) else { return nil }
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
  static func ending(of path: FilePath) -> String? {
    guard let name = path.extension?.lowercased() else { return nil }
    return name.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? nil : name
  }

  /// The format of files whose names end so, in lower case: each format knows its own.
  private static func format(of ending: String) -> Format? {
    if PlainTextReader.extensions.contains(ending) { return .plainText }
    if HTMLReader.extensions.contains(ending) { return .html }
    if let format = OfficeReader.Format(rawValue: ending) { return .office(format) }
    return RecordFormat(extension: ending).map { .records($0) }
  }
}
