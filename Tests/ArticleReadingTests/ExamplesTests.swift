import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleReading

/// The examples in the documentation of the library compile, run, and are the ones in Examples.swift.
struct ExamplesTests {
  @Test("Every example is compiled")
  func compiled() throws {
    try DocumentedExamples(of: "ArticleReading").expectCompiled(atLeast: 5)
  }

  @Test("The examples do what they say")
  func run() throws {
    let path = RecordFiles.path("tin-phu-luong.json")
    try printArticles(in: path)
    try printTitles(of: path)
    let feed = try [UInt8](Data(contentsOf: RecordFiles.folder.appending(path: "tin-moi.rss")))
    #expect(try !titles(inFeed: feed).isEmpty)
    let folder = try TemporaryFolder()
    let export = try folder.write(
      Array(#"{"ten_bao": "Mưa lớn", "noidung2": "Nước suối dâng cao."}"#.utf8),
      to: folder("export.jsonl"))
    let read = try readExport(of: export).next()
    #expect(try read?.get().article.title == "Mưa lớn")
    #expect(whatToDo(about: ReadingError(.invalidUTF8(at: 7))) == "look at byte 7")
    #expect(whatToDo(about: ReadingError(.emptyFile)) == "empty")
  }
}
