import SystemPackage
import Testing

@testable import ArticleReading

@Suite("Names that mirrors give to pages")
struct MirrorNameTests {
  @Test(
    "The kind of a page with a query",
    arguments: [
      ("/a/x.html?utm=1", .html), ("/a/article.aspx?id=123", .html),
      ("/a/article.aspx@id=123", .html),
      ("/a/x.html%3Futm=1", .html), ("/a/x.html?v=1.2", .html), ("/a/tin?page=2", .page),
      ("/a/index.php?id=5", .page), ("/a/a.jsp", .page), ("/a/a.epi", .page), ("/a/a.vnp", .page),
      ("/a/a.ldo", .page), ("/a/Vì sao?", .plainText), ("/a/Sao thế? a=b", .plainText),
      ("/a/an@bao.txt", .plainText), ("/a/feed.xml?type=rss", .records(.feed)),
    ] as [(FilePath, FileKind.Format)])
  func kinds(path: FilePath, format: FileKind.Format) {
    #expect(FileKind(path)?.format == format)
  }

  @Test(
    "Pictures and programs are not looked into",
    arguments: ["/a/a.jpg?w=5", "/a/a.js?v=1", "/a/a.css", "/a/a.exe"] as [FilePath])
  func others(path: FilePath) {
    #expect(FileKind(path) == nil)
  }

  @Test(
    "Content decides",
    arguments: [
      "<!DOCTYPE html>", "<?xml version=\"1.0\"?>\n<!-- a > b --> <HTML>",
      "\u{FEFF}\n<html lang=vi>",
    ])
  func pages(start: String) {
    #expect(PageSniffer.isPage(Array(start.utf8)))
  }

  @Test(
    "What begins as no page is none",
    arguments: ["<?php echo '<html>';", "<%@ page %>", "<rss>", "", "<!--", "html"])
  func noPages(start: String) {
    #expect(!PageSniffer.isPage(Array(start.utf8)))
    let outcome = ContainerSamples.read(start, named: "/a/b.php")
    #expect(outcome.error?.code == .otherKind)
  }

  @Test("Names that differ only in how a reader came are one page")
  func copies() {
    let names = [
      "x.html", "x.html?utm_source=a&utm_medium=b", "x.html?fbclid=1", "y.html?utm=1",
      "y.html?utm=2",
      "z.aspx?id=1", "z.aspx?id=1&gclid=2", "z.aspx?id=2&gclid=2", "an@bao.vn", "100%.txt",
    ]
    #expect(MirrorName.copies(among: names.map { FilePath("/a").appending($0) }) == [1, 2, 4, 6])
    #expect(MirrorName.copies(among: ["/a/x.html", "/b/x.html?utm=1"]) == [])
  }

  @Test("A page as it is printed is the same page")
  func views() {
    let names = [
      "a.aspx?id=1&print=1", "a.aspx?id=1", "a.aspx?id=2&print=1", "a.aspx?print=1&id=2&amp=1",
      "a.aspx?id=3&view=list", "a.aspx?id=3", "b.html?amp", "b.html",
    ]
    #expect(MirrorName.copies(among: names.map { FilePath("/a").appending($0) }) == [0, 3])
  }
}
