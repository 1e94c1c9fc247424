import TestSupport
import Testing

@testable import ArticleReading

@Suite("Articles of dumps and feeds, compared with recorded ones")
struct GoldenRecordTests {
  @Test("Each sample file", arguments: RecordFiles.samples.map(\.name))
  func sample(name: String) throws {
    let format = try #require(RecordFiles.samples.first { $0.name == name }?.format)
    let outcome = RecordFiles.read(RecordFiles.path(name), format)
    try expectGolden("records-\(name)", dump(outcome))
  }

  @Test(
    "A compressed file gives what the plain one does",
    arguments: [
      ("tin-dong-khoi.jsonl", "gz", RecordFormat.jsonLines), ("tin-phay.csv", "xz", .csv),
      ("tin-moi.rss", "zst", .feed),
    ])
  func compressed(name: String, ending: String, format: RecordFormat) {
    let plain = RecordFiles.read(RecordFiles.path(name), format)
    let compressed = RecordFiles.read(
      RecordFiles.path("\(name).\(ending)"), format, isCompressed: true)
    #expect(compressed == plain)
    #expect(plain.records.count == 2)
  }

  @Test(
    "Records do not depend on how much is read at once",
    arguments: RecordFiles.samples.map(\.name), [1, 7, 4096])
  func chunks(name: String, chunkBytes: Int) throws {
    let format = try #require(RecordFiles.samples.first { $0.name == name }?.format)
    let whole = RecordFiles.read(RecordFiles.path(name), format)
    let cut = RecordFiles.read(RecordFiles.path(name), format, chunkBytes: chunkBytes)
    #expect(cut == whole)
    #expect(!whole.records.isEmpty)
  }

  private func dump(_ outcome: RecordFiles.Outcome) -> String {
    var lines: [String] = []
    let reader = RecordReader()
    for item in outcome.items {
      switch item {
      case .bad(let failure): lines.append("FAILED \(failure)")
      case .record(let record):
        do {
          let read = try reader.read(record)
          lines.append(
            "\(record.position), key \(String(decoding: read.recordKey ?? [], as: UTF8.self))")
          lines += dump(read.article)
        } catch {
          lines.append("\(record.position) FAILED \(error)")
        }
      }
    }
    if let error = outcome.error { lines.append("ENDED \(error)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every field on lines of its own.
  private func dump(_ article: Article) -> [String] {
    [
      "title: \(article.title)", "date: \(article.date?.sortKey ?? "-")",
      "author: \(article.author ?? "-")", "section: \(article.section ?? "-")",
      "source: \(article.source ?? "-")", "url: \(article.url ?? "-")",
      "id: \(article.recordID ?? "-")", "lede: \(article.lede)",
    ] + article.paragraphs.map { "paragraph: \($0)" }
  }
}
