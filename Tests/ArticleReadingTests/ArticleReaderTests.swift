import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleReading

/// What another program uses of the library: files and bytes of every kind.
struct ArticleReaderTests {
  private func all(
    _ articles: ArticleStream
  ) throws -> [Result<ReadArticle, RecordFailure>] {
    var results: [Result<ReadArticle, RecordFailure>] = []
    while let result = try articles.next() { results.append(result) }
    return results
  }

  @Test("Bytes give what the file of that name gives", arguments: RecordFiles.samples.map(\.name))
  func bytesAndFile(name: String) throws {
    let bytes = try [UInt8](Data(contentsOf: RecordFiles.folder.appending(path: name)))
    let reader = ArticleReader()
    let fromFile = try all(reader.articles(in: RecordFiles.path(name)))
    let fromBytes = try all(reader.articles(in: bytes, named: FilePath(name)))
    #expect(!fromFile.isEmpty && fromFile == fromBytes)
  }

  @Test(
    "Compressed too",
    arguments: ["tin-dong-khoi.jsonl.gz", "tin-phay.csv.xz", "tin-moi.rss.zst"])
  func compressed(name: String) throws {
    let plain = String(name.prefix { $0 != "." }) + "." + name.split(separator: ".")[1]
    let bytes = try [UInt8](Data(contentsOf: RecordFiles.folder.appending(path: name)))
    let reader = ArticleReader()
    let expected = try all(reader.articles(in: RecordFiles.path(plain)))
    #expect(try all(reader.articles(in: RecordFiles.path(name))) == expected)
    #expect(try all(reader.articles(in: bytes, named: FilePath(name))) == expected)
    #expect(throws: ReadingError.self) {
      try all(reader.articles(in: Array(bytes.dropLast(20)), named: FilePath(name)))
    }
  }

  @Test("One article, its encoding, and the end behind it")
  func oneArticle() throws {
    let text = "Tiếng trống khai trường\n\nSáng nay học sinh cả nước tựu trường.\n"
    let bytes = LegacyEncoder(.tcvn3).encode(text).bytes
    let articles = try ArticleReader(options: ReadingOptions(encoding: .tcvn3))
      .articles(in: bytes, named: "tin")
    let read = try #require(try articles.next()).get()
    #expect(read.article.title == "Tiếng trống khai trường" && read.encoding == .tcvn3)
    #expect(try articles.next() == nil)
  }

  @Test("A bad record is a failure among the others")
  func badRecord() throws {
    let bytes = Array("{\"title\": \"A\"}\n[1]\n{\"title\": \"B\"}\n".utf8)
    let results = try all(ArticleReader().articles(in: bytes, named: "a.jsonl"))
    #expect(results.count == 3)
    #expect(throws: RecordFailure(position: .line(2), error: ReadingError(.notAnObject))) {
      try results[1].get()
    }
  }

  @Test("What is not read is named")
  func refused() throws {
    let reader = ArticleReader(maximumBytes: 1000)
    #expect(!ArticleReader.reads("a.jpg") && ArticleReader.reads("a.docx.gz"))
    #expect(throws: ReadingError(.unknownKind(extension: "jpg"))) {
      try reader.articles(in: "/nowhere/a.JPG")
    }
    #expect(throws: ReadingError(.system(.noSuchFileOrDirectory))) {
      try reader.articles(in: "/nowhere/a.txt")
    }
    let long = [UInt8](repeating: 0x61, count: 1001)
    let folder = try TemporaryFolder()
    let path = try folder.write(long, to: folder("a.txt"))
    for read in [{ try reader.articles(in: path) }, { try reader.articles(in: long, named: "a") }] {
      #expect(throws: ReadingError(.contentTooLarge(limit: 1000))) { try read() }
    }
  }
}
