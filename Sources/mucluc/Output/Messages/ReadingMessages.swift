import ArticleReading

extension ReadingError {
  /// The error in a few words, without the file's name and a full stop.
  var message: String {
    switch cause {
    case .system(let error): "cannot be read: \(error)"
    case .fileTooLarge(let bytes, let limit):
      "too large: \(Self.rounded(bytes)), the limit is \(Self.rounded(UInt64(limit)))"
    case .contentTooLarge(let limit): "larger than \(Self.size(limit))"
    case .unknownKind(let ending?): ".\(ending) files are not read"
    case .unknownKind(nil): "its name does not say what it is"
    case .emptyFile: "empty file"
    case .outOfMemory: "out of memory"
    case .missingLibrary(let name, let detail): "\(name) cannot be loaded: \(detail)"

    case .onlyWhiteSpace: "nothing but white space"
    case .nulBytes: "binary data (NUL bytes)"
    case .controlCharacters: "binary data (control characters)"
    case .invalidUTF8(let offset?): "invalid UTF-8 at byte \(offset)"
    case .invalidUTF8(nil): "invalid UTF-8"
    case .utf32: "UTF-32 is not read yet"
    case .malformedFurniture(let line):
      "line \(line) is not KIND, a tab, and the text of a line; KIND is line, prefix, list or tail"

    case .notCompressed: "not compressed by gzip, xz, bzip2 or zstd"
    case .compressedTwice: "compressed more than once"
    case .damagedCompression(let detail):
      "compressed data cut short or damaged (\(detail ?? "no reason given"))"
    case .expandsTooFar(let factor): "expands to more than \(factor) times its size"
    case .expansionTooLarge(let limit): "expands to more than \(Self.size(limit))"

    case .recordTooLong(let limit): "longer than \(Self.size(limit)), or of more than 4096 values"
    case .tookTooLong(let seconds): "nothing came of it for \(seconds) s (--max-seconds)"
    case .wideEncodingInDump:
      "UTF-32, which is not read in dumps: convert it to UTF-8"
    case .recordWithoutText: "no title and no text"
    case .notAnObject: "not an object"
    case .noObject: "no JSON object"
    case .invalidJSON(let detail): "invalid JSON: \(detail)"
    case .jsonEndsInside(let item): "invalid JSON: ends inside item \(item)"
    case .jsonEndsBehind(let item): "invalid JSON: ends after item \(item)"
    case .tableParserFails: "libcsv does not start"
    case .invalidTable(let line, let detail):
      "line \(line): libcsv: \(detail ?? "no reason given")"
    case .openQuote(let line): "the quoted field that begins in line \(line) has no end"
    case .invalidHeader(let line): "invalid UTF-8 in the header, line \(line)"
    case .noTextColumn: "no column is called title, body or the like (--map title=NAME)"
    case .notAFeed: "XML, but not a feed and without articles"
    case .notXML: "not XML"
    case .invalidXML(let line, nil): "line \(line): XML is not well-formed"
    case .invalidXML(let line, let detail?): "line \(line): XML is not well-formed (\(detail))"
    case .ownEntity(let name): "uses an entity of its own, which is not expanded (\(name))"

    case .noTableOfArticles: "no table in it holds articles (--map body=NAME)"
    case .nothingReadableInside: "no file in it is of a kind that is read"
    case .noPageInside: "no page in it"
    case .invalidWebArchive: "no record of a web archive"
    case .endsInsideRecord(let item): "ends inside record \(item)"
    case .unknownContentEncoding(let name): "compressed by \(VisibleText.line(name))"

    case .tooManyTags(let limit): "more than \(limit) tags"
    case .tooManyAttributes(let limit): "an element with more than \(limit) attributes"
    case .noArticleInPage: "no article text in the page"
    case .notAnArticle(.home): "a home page, not an article"
    case .notAnArticle(.list): "a list of articles, not an article"
    case .notAnArticle(.error): "an error page, not an article"
    case .notAnArticle(.siteFile): "a site's file for machines, not an article"

    case .wrongFormat(.zip): "not a zip archive"
    case .wrongFormat(.word): "not a Word document"
    case .wrongFormat(let format): "no \(Self.name(format)) file"
    case .missingPart(let name, let format): "no \(Self.name(format)): \(name) is not in it"
    case .invalidPart(let name, let fault): Self.words(name, fault)
    case .partTooLarge(let name, let limit): "\(name) unpacks to more than \(limit >> 20) MiB"
    case .unusualPacking(let name): "\(name) is packed in a way office files are not"
    case .tooManyParts(let limit): "more than \(limit) files in the zip"
    case .damagedArchive(let detail): "damaged zip: \(detail ?? "unreadable")"
    case .nestsTooDeep(let limit): "RTF braces nest deeper than \(limit)"
    case .noTextInDocument: "no text in it"
    case .scannedPages: "no text in it: a scanned PDF needs OCR first"
    case .encrypted: "encrypted"
    case .encryptedOrOldWord(let format): "no \(Self.name(format)): it is encrypted, or a .doc"
    case .needsPassword: "encrypted: it opens with a password only"
    case .copyingNotAllowed: "encrypted: copying its text is not allowed"

    case .missingConverter(let converter):
      "\(converter.format) needs \(converter.tool): install \(converter.package)"
    case .converter(let tool, let fault): Self.words(tool, fault)
    case .notAPlainFile: "its converter reads plain files only, and /proc is not mounted: unpack it"
    case .fileGone: "the file cannot be opened any more"

    case .invalidMapping(let assignment, let fault): "\(assignment): \(Self.words(fault))"
    }
  }

  private static func words(_ part: String, _ fault: PartFault) -> String {
    switch fault {
    case .empty: "\(part) is empty"
    case .tooLarge: "\(part) is too large"
    case .tookTooLong(let seconds): "\(part) took more than \(seconds) s"
    case .notWellFormed(let line): "\(part) is not well-formed XML near line \(line)"
    case .documentType: "\(part) has a document type"
    case .otherEncoding: "\(part) has another encoding than UTF-8"
    case .tooManyAttributes: "\(part) has an element with too many attributes"
    }
  }

  private static func words(_ tool: String, _ fault: ConverterFault) -> String {
    switch fault {
    case .cannotStart(let error): "\(tool) cannot be started: \(error)"
    case .tookTooLong(let seconds): "\(tool) took more than \(seconds) s"
    case .tookTooLongInAll(let seconds):
      "\(tool) and the like took more than \(seconds) s for what is in this file"
    case .tooMuchText(let limit): "\(tool) made more than \(size(limit)) of text"
    case .endedBySignal(let signal):
      "\(tool) was ended by signal \(signal): out of its time or memory, or a crash"
    case .said(let message): "\(tool): \(message)"
    case .failed(let status): "\(tool) failed with status \(status)"
    case .noText: "\(tool) failed with no text"
    }
  }

  private static func words(_ fault: MappingFault) -> String {
    switch fault {
    case .noEqualsSign: "no \"=\"; write title=ten_bai, say"
    case .unknownPart(let part):
      "\"\(part)\" is none of \(RecordFields.Part.allCases.map(\.rawValue).joined(separator: ", "))"
    case .noName: "no name behind \"=\""
    }
  }

  /// The format as people call it.
  private static func name(_ format: DocumentFormat) -> String {
    switch format {
    case .docx: ".docx"
    case .odt: ".odt"
    case .rtf: "RTF"
    case .pdf: "PDF"
    case .word: "Word"
    case .xlsx: ".xlsx"
    case .zip: "zip"
    }
  }

  /// A limit: `64 MiB`, or `1000 bytes` for what is no whole number of them.
  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case _ where bytes >= 1 << 20 && bytes % (1 << 20) == 0: "\(bytes >> 20) MiB"
    case _ where bytes >= 1 << 10 && bytes % (1 << 10) == 0: "\(bytes >> 10) KiB"
    default: "\(bytes) bytes"
    }
  }

  /// A size, rounded up.
  private static func rounded(_ bytes: UInt64) -> String {
    if bytes < 10_000 { return "\(bytes) bytes" }
    let mebibyte: UInt64 = 1 << 20
    if bytes >= 10 * mebibyte || bytes % mebibyte == 0 {
      return "\((bytes + mebibyte - 1) / mebibyte) MiB"
    }
    return "\((bytes + 1023) / 1024) KiB"
  }
}

extension RecordPosition {
  /// `line 7`.
  var label: String {
    switch self {
    case .line(let number): "line \(number)"
    case .item(let number): "item \(number)"
    case .member(let name, let record):
      record.map { "\(VisibleText.line(name)): \($0.label)" } ?? VisibleText.line(name)
    }
  }
}

extension TextEncoding {
  /// `TCVN3`, `Windows-1258`.
  var label: String {
    switch self {
    case .doubleUTF8: "doubly encoded UTF-8"
    case .windows1252, .windows1258: "W" + rawValue.dropFirst()
    default: rawValue.uppercased()
    }
  }
}
