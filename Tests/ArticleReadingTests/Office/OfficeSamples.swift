import Foundation
import SystemPackage
import TestSupport

@testable import ArticleReading

/// The fixtures in `Samples/Formats/office`, and what they are read with.
enum OfficeSamples {
  struct Sample: Sendable, CustomStringConvertible {
    let file: String
    let format: OfficeReader.Format
    var description: String { file }
  }

  static let parsed: [Sample] = [
    Sample(file: "word.docx", format: .docx), Sample(file: "minimal.docx", format: .docx),
    Sample(file: "changes.odt", format: .odt), Sample(file: "libreoffice.odt", format: .odt),
    Sample(file: "unicode.rtf", format: .rtf), Sample(file: "cp1258.rtf", format: .rtf),
  ]
  static let vnTime = Sample(file: "vntime.rtf", format: .rtf)
  static let pdfs: [Sample] = [
    Sample(file: "pages.pdf", format: .pdf), Sample(file: "printed.pdf", format: .pdf),
  ]
  static let word = Sample(file: "word.doc", format: .doc)

  /// Whether `.VnTime` is known: ``FontEncoding`` came after the readers that ask it.
  static let knowsFonts = FontEncoding(fontName: ".VnTime") != nil
  static let hasPDFTools = isInstalled(.pdfToText) && isInstalled(.pdfInfo)
  static let hasAntiword = isInstalled(.antiword)

  static func path(_ file: String) -> FilePath {
    FilePath(PackageFiles.root.appending(path: "Samples/Formats/office/\(file)").path)
  }

  static func bytes(_ file: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path(file).string)))
  }

  static func read(_ sample: Sample, converters: Converters = Converters()) throws -> ReadArticle {
    try OfficeReader(converters: converters).read(
      bytes(sample.file), path: path(sample.file), format: sample.format)
  }

  private static func isInstalled(_ tool: ConverterTool) -> Bool {
    Converters().locate(tool) != nil
  }
}

/// What an attempt to read came to: the error, nil if it was read.
func readingError(_ body: () throws -> some Any) -> ReadingError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? ReadingError
  }
}
