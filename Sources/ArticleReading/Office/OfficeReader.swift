import SystemPackage

/// Reads one article from an office file or a printed page.
///
/// .docx, .odt and .rtf are read here; .pdf and .doc by programs (``ConverterTool``). One that is not
/// installed is a ``ReadingError`` with code ``ReadingError/Code/missingConverter``.
package struct OfficeReader: Sendable {
  package enum Format: Sendable, CaseIterable { case docx, odt, pdf, doc, rtf }

  private let furniture: FurnitureTable
  private let encoding: TextEncoding?
  private let converters: Converters

  /// - Parameters:
  ///   - furniture: the lines to drop.
  ///   - encoding: what the user says the text of .rtf, .doc and .pdf is in, where no font says it.
  ///   - converters: where programs are found and what they may take.
  init(
    furniture: FurnitureTable = .builtIn, encoding: TextEncoding? = nil,
    converters: Converters = Converters()
  ) {
    (self.furniture, self.encoding, self.converters) = (furniture, encoding, converters)
  }

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - path: the file that holds just these bytes, for the programs; absolute.
  func read(
    _ bytes: [UInt8], path: FilePath, format: Format
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
