import ArticleIndex
import ArticleReading
import Testing

@testable import mucluc

/// The sentences for what could not be read.
struct ReadingMessagesTests {
  @Test(
    arguments: [
      (.system(.noSuchFileOrDirectory), "cannot be read: No such file or directory"),
      (.fileTooLarge(bytes: 1001, limit: 1000), "too large: 1001 bytes, the limit is 1000 bytes"),
      (
        .fileTooLarge(bytes: (64 << 20) + 1, limit: 64 << 20),
        "too large: 65 MiB, the limit is 64 MiB"
      ),
      (.contentTooLarge(limit: 64 << 20), "larger than 64 MiB"),
      (.unknownKind(extension: "jpg"), ".jpg files are not read"),
      (.unknownKind(extension: nil), "its name does not say what it is"),
      (.emptyFile, "empty file"), (.outOfMemory, "out of memory"),
      (
        .missingLibrary(name: "libarchive", detail: "no such file"),
        "libarchive cannot be loaded: no such file"
      ),
      (.onlyWhiteSpace, "nothing but white space"), (.nulBytes, "binary data (NUL bytes)"),
      (.controlCharacters, "binary data (control characters)"),
      (.invalidUTF8(at: 1204), "invalid UTF-8 at byte 1204"),
      (.invalidUTF8(at: nil), "invalid UTF-8"),
      (.utf32, "UTF-32 is not read yet"),
      (
        .malformedFurniture(line: 3),
        "line 3 is not KIND, a tab, and the text of a line; KIND is line, prefix, list or tail"
      ),
      (.notCompressed, "not compressed by gzip, xz, bzip2 or zstd"),
      (.compressedTwice, "compressed more than once"),
      (.damagedCompression(detail: "crc"), "compressed data cut short or damaged (crc)"),
      (.damagedCompression(detail: nil), "compressed data cut short or damaged (no reason given)"),
      (.expandsTooFar(factor: 200), "expands to more than 200 times its size"),
      (.expansionTooLarge(limit: 1 << 10), "expands to more than 1 KiB"),
      (.recordTooLong(limit: 1000), "longer than 1000 bytes, or of more than 4096 values"),
      (.wideEncodingInDump, "UTF-32, which is not read in dumps: convert it to UTF-8"),
      (.recordWithoutText, "no title and no text"), (.notAnObject, "not an object"),
      (.noObject, "no JSON object"),
      (.invalidJSON(detail: "a bad word"), "invalid JSON: a bad word"),
      (.jsonEndsInside(item: 2), "invalid JSON: ends inside item 2"),
      (.jsonEndsBehind(item: 1), "invalid JSON: ends after item 1"),
      (.tableParserFails, "libcsv does not start"),
      (.invalidTable(line: 4, detail: "x"), "line 4: libcsv: x"),
      (.invalidTable(line: 4, detail: nil), "line 4: libcsv: no reason given"),
      (.openQuote(line: 3), "the quoted field that begins in line 3 has no end"),
      (.invalidHeader(line: 1), "invalid UTF-8 in the header, line 1"),
      (.noTextColumn, "no column is called title, body or the like (--map title=NAME)"),
      (.notAFeed, "XML, but not a feed and without articles"), (.notXML, "not XML"),
      (.invalidXML(line: 3, detail: nil), "line 3: XML is not well-formed"),
      (.invalidXML(line: 3, detail: "x"), "line 3: XML is not well-formed (x)"),
      (.ownEntity(name: "x"), "uses an entity of its own, which is not expanded (x)"),
      (.noTableOfArticles, "no table in it holds articles (--map body=NAME)"),
      (.nothingReadableInside, "no file in it is of a kind that is read"),
      (.noPageInside, "no page in it"), (.invalidWebArchive, "no record of a web archive"),
      (.endsInsideRecord(item: 3), "ends inside record 3"),
      (.unknownContentEncoding(name: "br"), "compressed by br"),
      (.tooManyTags(limit: 5), "more than 5 tags"),
      (.noArticleInPage, "no article text in the page"),
    ] as [(ReadingError.Cause, String)])
  func filesAndRecords(cause: ReadingError.Cause, expected: String) {
    #expect(ReadingError(cause).message == expected)
  }

  @Test(
    arguments: [
      (.wrongFormat(.rtf), "no RTF file"), (.wrongFormat(.pdf), "no PDF file"),
      (.wrongFormat(.word), "not a Word document"), (.wrongFormat(.zip), "not a zip archive"),
      (
        .missingPart(name: "word/document.xml", .docx),
        "no .docx: word/document.xml is not in it"
      ),
      (.missingPart(name: "content.xml", .odt), "no .odt: content.xml is not in it"),
      (.invalidPart(name: "a.xml", .empty), "a.xml is empty"),
      (.invalidPart(name: "a.xml", .tooLarge), "a.xml is too large"),
      (.invalidPart(name: "a.xml", .tookTooLong(seconds: 30)), "a.xml took more than 30 s"),
      (
        .invalidPart(name: "a.xml", .notWellFormed(line: 2)),
        "a.xml is not well-formed XML near line 2"
      ),
      (.invalidPart(name: "a.xml", .documentType), "a.xml has a document type"),
      (.invalidPart(name: "a.xml", .otherEncoding), "a.xml has another encoding than UTF-8"),
      (
        .invalidPart(name: "a.xml", .tooManyAttributes),
        "a.xml has an element with too many attributes"
      ),
      (.partTooLarge(name: "a.xml", limit: (16 << 20) + 5), "a.xml unpacks to more than 16 MiB"),
      (.unusualPacking(name: "a.xml"), "a.xml is packed in a way office files are not"),
      (.tooManyParts(limit: 20_000), "more than 20000 files in the zip"),
      (.damagedArchive(detail: "x"), "damaged zip: x"),
      (.damagedArchive(detail: nil), "damaged zip: unreadable"),
      (.nestsTooDeep(limit: 9), "RTF braces nest deeper than 9"),
      (.noTextInDocument, "no text in it"),
      (.scannedPages, "no text in it: a scanned PDF needs OCR first"), (.encrypted, "encrypted"),
      (.encryptedOrOldWord(.docx), "no .docx: it is encrypted, or a .doc"),
      (.needsPassword, "encrypted: it opens with a password only"),
      (.copyingNotAllowed, "encrypted: copying its text is not allowed"),
      (
        .converter(tool: "t", .cannotStart(.permissionDenied)),
        "t cannot be started: Permission denied"
      ),
      (.converter(tool: "t", .tookTooLong(seconds: 1)), "t took more than 1 s"),
      (
        .converter(tool: "t", .tookTooLongInAll(seconds: 600)),
        "t and the like took more than 600 s for what is in this file"
      ),
      (.converter(tool: "t", .tooMuchText(limit: 1 << 20)), "t made more than 1 MiB of text"),
      (
        .converter(tool: "t", .endedBySignal(11)),
        "t was ended by signal 11: out of its time or memory, or a crash"
      ),
      (.converter(tool: "t", .said("Syntax Error: x")), "t: Syntax Error: x"),
      (.converter(tool: "t", .failed(status: 3)), "t failed with status 3"),
      (.converter(tool: "t", .noText), "t failed with no text"),
      (.notAPlainFile, "its converter reads plain files only, and /proc is not mounted: unpack it"),
      (.fileGone, "the file cannot be opened any more"),
      (.invalidMapping(assignment: "a", .noEqualsSign), "a: no \"=\"; write title=ten_bai, say"),
      (.invalidMapping(assignment: "title=", .noName), "title=: no name behind \"=\""),
      (
        .invalidMapping(assignment: "tit=x", .unknownPart("tit")),
        "tit=x: \"tit\" is none of id, title, lede, body, date, author, section, source, url"
      ),
    ] as [(ReadingError.Cause, String)])
  func documentsAndOptions(cause: ReadingError.Cause, expected: String) {
    #expect(ReadingError(cause).message == expected)
  }

  @Test(
    arguments: [
      (nil, .reading(ReadingError(.emptyFile)), 1, "empty file"),
      (.line(7), .reading(ReadingError(.notAnObject)), 1, "line 7: not an object"),
      (
        .item(2), .tooManyWords, 1,
        "item 2: too many different words for one article; split the file"
      ),
      (nil, .cannotBeListed(.permissionDenied), 1, "cannot be listed: Permission denied"),
      (nil, .emptied(kept: 3), 1, "holds no articles any more; the 3 it held are kept"),
      (nil, .moreRecords, 1, "and 1 more record that cannot be read"),
      (nil, .moreRecords, 12, "and 12 more records that cannot be read"),
      (
        nil, .mostlyGone(gone: 3, known: 4), 1,
        "3 of 4 articles are gone, more than half, so they are kept (if they are gone for good:"
          + " --allow-mass-removal)"
      ),
    ] as [(RecordPosition?, IndexReport.Failure.Cause, Int, String)])
  func failures(
    record: RecordPosition?, cause: IndexReport.Failure.Cause, count: Int, expected: String
  ) {
    let failure = IndexReport.Failure(path: "/a", record: record, cause: cause, count: count)
    #expect(failure.message == expected)
  }

  @Test func encodings() {
    let labels = [TextEncoding.utf8, .tcvn3, .windows1258, .doubleUTF8].map(\.label)
    #expect(labels == ["UTF-8", "TCVN3", "Windows-1258", "doubly encoded UTF-8"])
  }
}
