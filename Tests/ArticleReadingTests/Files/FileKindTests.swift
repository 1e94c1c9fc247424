import SystemPackage
import Testing

@testable import ArticleReading

struct FileKindTests {
  @Test(
    arguments: [
      ("/a/tin.txt", .plainText, false), ("/a/TIN.TXT", .plainText, false),
      ("/a/tin", .plainText, false), ("/a/Tin ngày 8.6.2020", .plainText, false),
      ("/a/tin.", .plainText, false), ("/a/tin.txt.gz", .plainText, true),
      ("/a/trang.html", .html, false), ("/a/default.aspx", .html, false),
      ("/a/trang.htm.XZ", .html, true), ("/a/kho.json", .records(.json), false),
      ("/a/kho.jsonl.zst", .records(.jsonLines), true), ("/a/kho.csv", .records(.csv), false),
      ("/a/kho.tsv.bz2", .records(.tsv), true), ("/a/tin.rss", .records(.feed), false),
      ("/a/feed.xml", .records(.feed), false), ("/a/b.docx", .office(.docx), false),
      ("/a/b.pdf", .office(.pdf), false), ("/a/b.rtf", .office(.rtf), false),
    ] as [(FilePath, FileKind.Format, Bool)])
  func isToldFromTheName(path: FilePath, format: FileKind.Format, isCompressed: Bool) throws {
    let kind = try #require(FileKind(path))
    #expect(kind.format == format)
    #expect(kind.isCompressed == isCompressed)
  }

  @Test(arguments: ["/a/anh.jpg", "/a/kho.gz", "/a/kho.tar.gz", "/a/b.7z"] as [FilePath])
  func whatIsNoArticleHasNone(path: FilePath) {
    #expect(FileKind(path) == nil)
  }
}
