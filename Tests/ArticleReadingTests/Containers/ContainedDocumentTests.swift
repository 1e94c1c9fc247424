import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleReading

/// Documents that programs read, where they are no files of their own.
@Suite("PDF and old Word files in other files")
struct ContainedDocumentTests {
  private typealias Samples = ContainerSamples

  @Test(
    "As files by themselves", .enabled(if: OfficeSamples.hasPDFTools && OfficeSamples.hasAntiword),
    arguments: ["printed.pdf", "word.doc"])
  func sameArticle(name: String) throws {
    let bytes = try OfficeSamples.bytes(name)
    let articles = try ArticleReader().articles(in: OfficeSamples.path(name))
    let expected = try #require(try articles.next()).get().article
    let type = name == "word.doc" ? "application/msword" : "application/pdf"
    let mail = """
      Subject: x\r
      Content-Type: multipart/mixed; boundary=b\r
      \r
      --b\r
      Content-Type: \(type); name=\(name)\r
      Content-Disposition: attachment; filename=\(name)\r
      Content-Transfer-Encoding: base64\r
      \r
      \(Data(bytes).base64EncodedString())\r
      --b--\r
      """
    let containers: [(FilePath, [UInt8])] = [
      ("a.zip", try ZipMaker.archive([(name, bytes)])), ("a.eml", Array(mail.utf8)),
      ("a.warc", Samples.answer("https://b.example/a", bytes, head: "Content-Type: \(type)")),
      (FilePath(name), bytes),
    ]
    for (container, content) in containers {
      let outcome = Samples.read(content, named: container)
      #expect(outcome.failures.isEmpty && outcome.error == nil, "\(container)")
      let found = try #require(outcome.articles.first, "\(container)")
      #expect(found.title == expected.title, "\(container)")
      #expect(found.lede == expected.lede && found.paragraphs == expected.paragraphs)
    }
  }

  @Test("What is not the document it is called costs no other")
  func broken() throws {
    let archive = try ZipMaker.archive([
      ("a.pdf", Array("%PDF-1.4\nhỏng".utf8)), ("b.doc", Array("x".utf8)),
      ("c.html", Array(Samples.page("Đường ra bến").utf8)),
    ])
    let outcome = Samples.read(archive, named: "a.zip")
    #expect(outcome.titles == ["Đường ra bến"])
    #expect(outcome.failures.map(\.position) == [.member("a.pdf", nil), .member("b.doc", nil)])
  }

  @Test("Programs get so much time for all documents of a file")
  func time() throws {
    let time = ConversionTime(seconds: 10)
    for _ in 0..<100 { time.spend(.seconds(1)) }
    #expect(!time.isSpent)
    time.spend(.seconds(11))
    #expect(time.isSpent)
    var office = OfficeReader()
    office.converters.time = time
    #expect(
      throws: ReadingError(.converter(tool: "pdftotext", .tookTooLongInAll(seconds: 10)))
    ) { try office.read(Array("%PDF-1.4\n".utf8), path: nil, format: .pdf) }
  }

  @Test("Nothing stays of the file that a program reads")
  func scratch() throws {
    let read = { (path: FilePath) in try? FileReading.bytes(of: path, size: 3, limit: 10) }
    let (path, content) = try ScratchFile([1, 2, 3]).withPath { ($0, read($0)) }
    #expect(content == [1, 2, 3])
    #expect(read(path) == nil)
  }
}
