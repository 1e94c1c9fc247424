import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleReading

/// The examples in the documentation of the library compile, run, and are the ones in Examples.swift.
struct ExamplesTests {
  private static let sources = PackageFiles.root.appending(path: "Sources/ArticleReading")
  private static let compiled = PackageFiles.root.appending(
    path: "Tests/ArticleReadingTests/Examples.swift")

  /// Files of the catalogue, and sources that declare anything public.
  private static func documented() throws -> [URL] {
    let all = try #require(FileManager.default.enumerator(atPath: sources.path))
    return try all.compactMap { $0 as? String }.map { sources.appending(path: $0) }.filter {
      guard ["md", "swift"].contains($0.pathExtension) else { return false }
      return try $0.pathExtension == "md"
        || String(contentsOf: $0, encoding: .utf8).contains("\npublic ")
    }
  }

  /// The lines of each block of Swift in a file, without what makes them comments.
  private static func blocks(in file: URL) throws -> [[String]] {
    var blocks: [[String]] = []
    var open: [String]?
    for line in try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      var text = line.drop { $0 == " " }
      if text.hasPrefix("///") {
        text = text.dropFirst(text.hasPrefix("/// ") ? 4 : 3)
      } else {
        text = line
      }
      if text == "```swift" {
        open = []
      } else if text == "```", let block = open {
        blocks.append(block)
        open = nil
      } else {
        open?.append(String(text))
      }
    }
    return blocks
  }

  @Test("Every example is compiled")
  func compiled() throws {
    let compiled = try String(contentsOf: Self.compiled, encoding: .utf8)
    var count = 0
    for file in try Self.documented() {
      for block in try Self.blocks(in: file) {
        let body = block.drop { $0.isEmpty || $0.hasPrefix("import ") }
        #expect(!body.isEmpty)
        #expect(
          compiled.contains("\n" + body.joined(separator: "\n") + "\n"),
          "\(file.lastPathComponent): not in Examples.swift:\n\(body.joined(separator: "\n"))")
        count += 1
      }
    }
    #expect(count >= 5, "the examples are not found any more")
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
