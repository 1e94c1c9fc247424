import Foundation
import SystemPackage
import TestSupport

@testable import ArticleReading

/// Files of records for tests: the samples, and ones written for a test.
enum RecordFiles {
  static let folder = PackageFiles.root.appending(path: "Samples/Formats/records")

  /// The samples by name, with their formats.
  static let samples: [(name: String, format: RecordFormat)] = [
    ("tin-phu-luong.json", .json), ("wordpress.json", .json), ("wrapped-articles.json", .json),
    ("wrapped-solr.json", .json), ("tin-dong-khoi.jsonl", .jsonLines),
    ("khong-tieu-de.jsonl", .jsonLines), ("tin-phay.csv", .csv), ("thieu-cot.csv", .csv),
    ("tin-cham-phay.csv", .csv), ("van-phong.csv", .csv), ("tin-phu-luong.tsv", .tsv),
    ("tom-tat.tsv", .tsv), ("tin-moi.rss", .feed), ("mo-ta.xml", .feed), ("rss1.xml", .feed),
    ("xhtml.atom", .feed), ("html.atom", .feed),
  ]

  static func path(_ name: String) -> FilePath { FilePath(folder.appending(path: name).path) }

  /// What a file gives: a line for each record and failure, and the error at the end if there is one.
  struct Outcome: Equatable {
    var items: [RecordSource.Item] = []
    var error: ReadingError?

    var records: [RawRecord] {
      items.compactMap { if case .record(let record) = $0 { record } else { nil } }
    }

    var failures: [String] {
      items.compactMap { if case .bad(let failure) = $0 { failure.description } else { nil } }
    }

    /// The JSON of the records as text.
    var objects: [String] {
      records.compactMap { record in
        guard case .json(let bytes) = record.content else { return nil }
        return String(decoding: bytes, as: UTF8.self)
      }
    }

    /// The fields of the records, `name=value`.
    var rows: [[String]] {
      records.compactMap { record in
        guard case .fields(let fields) = record.content else { return nil }
        return fields.map { "\($0.name)=\($0.value)" }
      }
    }
  }

  static func read(
    _ path: FilePath, _ format: RecordFormat, isCompressed: Bool = false, limit: Int = 1 << 20,
    chunkBytes: Int = ByteStream.chunkBytes
  ) -> Outcome {
    var outcome = Outcome()
    do {
      let source = try RecordSource(
        path: path, format: format, isCompressed: isCompressed, maximumRecordBytes: limit,
        chunkBytes: chunkBytes)
      while let item = try source.next() { outcome.items.append(item) }
    } catch {
      outcome.error = error
    }
    return outcome
  }

  /// What a text gives as a file.
  static func read(
    _ text: String, _ format: RecordFormat, limit: Int = 1 << 20,
    chunkBytes: Int = ByteStream.chunkBytes
  ) throws -> Outcome {
    try read(Array(text.utf8), format, limit: limit, chunkBytes: chunkBytes)
  }

  static func read(
    _ bytes: [UInt8], _ format: RecordFormat, isCompressed: Bool = false, limit: Int = 1 << 20,
    chunkBytes: Int = ByteStream.chunkBytes
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: folder("records"))
    return read(
      path, format, isCompressed: isCompressed, limit: limit, chunkBytes: chunkBytes)
  }
}
