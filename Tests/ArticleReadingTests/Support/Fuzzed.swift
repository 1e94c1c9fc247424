import SystemPackage

@testable import ArticleReading

/// What reads bytes and is fuzzed, by the name of its folder in `Tests/Fuzz/Cases`: the formats.
enum Fuzzed: String, CaseIterable {
  case text, html, docx, odt, rtf, json, jsonl, csv, tsv, feed, gz, xz, zst
  case zip, epub, xlsx, mail, mhtml, warc, sql, markdown, xml

  /// Reads `bytes` to their end; what is thrown on the way is as it should be. Names a promise that
  /// does not hold, nil if there is none.
  func check(_ bytes: [UInt8]) -> String? {
    switch self {
    case .text: document(bytes, .plainText)
    case .html: document(bytes, .html)
    case .docx: document(bytes, .office(.docx))
    case .odt: document(bytes, .office(.odt))
    case .rtf: document(bytes, .office(.rtf))
    case .json: records(bytes, .json)
    case .jsonl: records(bytes, .jsonLines)
    case .csv: records(bytes, .csv)
    case .tsv: records(bytes, .tsv)
    case .feed, .xml: records(bytes, .feed)
    case .zip: records(bytes, .zip)
    case .epub: records(bytes, .epub)
    case .xlsx: records(bytes, .workbook)
    case .mail: records(bytes, .mail)
    case .mhtml: records(bytes, .savedPage)
    case .warc: records(bytes, .webArchive)
    case .sql: records(bytes, .sql)
    case .markdown: document(bytes, .markdown)
    case .gz, .xz, .zst: records(bytes, .jsonLines, compressed: rawValue)
    }
    return nil
  }

  private func document(_ bytes: [UInt8], _ format: FileKind.Format) {
    let reader = ArticleReader()
    _ = try? reader.read(bytes, of: "/fuzz", as: format)
  }

  /// Through a file, as the readers of streams want one; in memory where there is `/dev/shm`.
  private func records(_ bytes: [UInt8], _ format: RecordFormat, compressed: String? = nil) {
    let folder: FilePath = FileDescriptor.exists("/dev/shm") ? "/dev/shm" : "/tmp"
    let path = folder.appending("mucluc-fuzz-\(rawValue)\(compressed.map { ".\($0)" } ?? "")")
    let reader = ArticleReader()
    do {
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
      _ = try file.closeAfter { try file.writeAll(bytes) }
      let source = try RecordSource(
        path: path, format: format, isCompressed: compressed != nil, maximumRecordBytes: 1 << 16)
      while let item = try source.next() {
        if case .record(let record) = item { _ = try? reader.read(record) }
      }
    } catch {}
  }
}

extension FileDescriptor {
  fileprivate static func exists(_ path: FilePath) -> Bool {
    guard let file = try? open(path, .readOnly) else { return false }
    try? file.close()
    return true
  }
}
