import SystemPackage

/// Reads one article from an office file or a printed page.
///
/// .docx, .odt and .rtf are read here; .pdf and .doc by programs (``ConverterTool``). One that is not
/// installed is a ``ReadingError`` with code ``ReadingError/Code/missingConverter``.
package struct OfficeReader: Sendable {
  /// The formats, by how the names of their files end.
  package enum Format: String, Sendable, CaseIterable { case docx, odt, pdf, doc, rtf }

  /// The lines to drop.
  var furniture = FurnitureTable.builtIn
  /// What the user says the text of .rtf, .doc and .pdf is in, where no font says it.
  var encoding: TextEncoding?
  /// Where programs are found and what they may take.
  var converters = Converters()

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - path: the file that holds just these bytes, for the programs; nil if none does.
  func read(
    _ bytes: [UInt8], path: FilePath?, format: Format
  ) throws(ReadingError) -> ReadArticle {
    switch format {
    case .docx: try DocxReader(furniture: furniture).read(bytes)
    case .odt: try OdtReader(furniture: furniture).read(bytes)
    case .rtf: try RTFReader(furniture: furniture, encoding: encoding).read(bytes)
    case .pdf:
      try PDFReader(furniture: furniture, encoding: encoding, converters: converters)
        .read(bytes, path: path)
    case .doc:
      try WordReader(furniture: furniture, encoding: encoding, converters: converters)
        .read(bytes, path: path)
    }
  }
}
