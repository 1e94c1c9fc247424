import SystemPackage
import Testing

@testable import ArticleReading

@Suite("Files with articles in them")
struct ContainerTests {
  private typealias Samples = ContainerSamples

  // MARK: - Zip

  @Test("A zip gives its documents, and the records of dumps in it")
  func zip() throws {
    let inner = try Samples.zip([("c.html", Samples.page("Trang trong"))])
    let archive = try ZipMaker.archive([
      ("Tin bài/a.html", Array(Samples.page("Đường ra bến").utf8)),
      ("anh.jpg", [0xFF, 0xD8]), ("__MACOSX/._a.html", [1]), (".an.txt", Array("x".utf8)),
      (
        "kho.jsonl",
        Array("{\"id\":7,\"title\":\"A\",\"body\":\"B\"}\nhỏng\n{\"title\":\"C\"}".utf8)
      ),
      ("trong.zip", inner), ("trang.php", Array(Samples.page("Trang PHP").utf8)),
      ("ma.php", Array("<?php echo 1;".utf8)),
    ])
    let outcome = Samples.read(archive, named: "kho.zip")
    #expect(outcome.titles == ["Đường ra bến", "A", "C", "Trang trong", "Trang PHP"])
    #expect(outcome.articles.first?.recordID == "Tin bài/a.html")
    #expect(outcome.articles[1].recordID == "kho.jsonl/7")
    #expect(outcome.articles[3].recordID == "trong.zip/c.html")
    #expect(outcome.failures.map(\.position) == [.member("kho.jsonl", .line(2))])
    #expect(outcome.error == nil)
  }

  @Test("A member that is damaged costs no other", arguments: ["deflate", "store"])
  func damagedMember(packing: String) throws {
    let pages = ["một", "hai", "ba"].map { Samples.page("Bài \($0)") }
    var archive = try ZipMaker.archive(
      pages.enumerated().map { ("\($0).html", Array($1.utf8)) },
      options: "zip:compression=\(packing)")
    // The data of the second member: behind the second local header.
    let signature: [UInt8] = [0x50, 0x4B, 3, 4]
    let headers = archive.indices.filter { archive[$0...].starts(with: signature) }
    let start = headers[1] + 60
    for index in start..<(start + 120) { archive[index] ^= 0x5A }
    let outcome = Samples.read(archive, named: "kho.zip")
    #expect(outcome.titles.contains("Bài một") && outcome.titles.contains("Bài ba"))
    #expect(outcome.failures.map(\.position) == [.member("1.html", nil)])
    #expect(outcome.error == nil)
  }

  @Test("Names in UTF-8 are read whatever the locale is")
  func names() throws {
    var archive = try Samples.zip([("Tin bài/đường.html", Samples.page("Đường ra bến"))])
    for index in archive.indices {
      // The flag for UTF-8, of the member and in the directory.
      if archive[index...].starts(with: [0x50, 0x4B, 3, 4]) { archive[index + 7] |= 8 }
      if archive[index...].starts(with: [0x50, 0x4B, 1, 2]) { archive[index + 9] |= 8 }
    }
    let outcome = Samples.read(archive, named: "kho.zip")
    #expect(outcome.articles.map(\.recordID) == ["Tin bài/đường.html"])
  }

  @Test("A zip unpacks to no more than it may, whole or member by member")
  func bombs() throws {
    let zeros = [UInt8](repeating: 0x20, count: 3 << 20)
    let archive = try ZipMaker.archive([
      ("a.txt", zeros), ("b.html", Array(Samples.page("Sau").utf8)),
    ])
    let outcome = Samples.read(archive, named: "kho.zip", limit: 1 << 20)
    #expect(outcome.titles == ["Sau"])
    #expect(
      outcome.failures.map(\.error.cause) == [.partTooLarge(name: "a.txt", limit: 1 << 20)])
    let budget = ExpansionBudget(size: 10, floor: 4000)
    #expect(throws: Never.self) { try budget.spend(3999) }
    #expect(throws: ReadingError(.expandsTooFar(factor: 200))) { try budget.spend(1) }
  }

  @Test("A zip of nothing that is read is none of articles")
  func nothingInside() throws {
    let archive = try Samples.zip([("a.jpg", "x")])
    #expect(Samples.read(archive, named: "a.zip").error?.code == .otherKind)
    #expect(Samples.read("PK", named: "a.zip").error != nil)
    #expect(Samples.read("x", named: "a.zip").error?.cause == .wrongFormat(.zip))
  }

  // MARK: - Books and workbooks

  @Test("An e-book gives its chapters, with what the book says of itself")
  func epub() throws {
    let outcome = Samples.read(try Samples.zip(Samples.book), named: "bao.epub")
    #expect(outcome.titles == ["Đường ra bến"])
    let article = try #require(outcome.articles.first)
    #expect(article.source == "Báo số 12")
    #expect(article.date?.iso == "2022-07-08")
    #expect(article.recordID == "OEBPS/text/a b.xhtml")
    #expect(
      Samples.read(try Samples.zip([("a.xhtml", "<html>x")]), named: "a.epub").error?.code == .empty
    )
  }

  @Test("A workbook gives the rows of the sheets that hold articles")
  func workbook() throws {
    let outcome = Samples.read(try Samples.zip(Samples.workbook), named: "tin.xlsx")
    #expect(outcome.titles == ["Đường ra bến", "Chỉ có chữ."])
    #expect(outcome.articles.first?.date?.iso == "2022-07-08")
    #expect(outcome.texts == ["Bà con sửa đường.", "Chỉ có chữ."])
    #expect(outcome.failures.isEmpty && outcome.error == nil)
    var damaged = Samples.workbook
    damaged[5].text = String(damaged[5].text.prefix(300))
    #expect(Samples.read(try Samples.zip(damaged), named: "tin.xlsx").failures.count == 1)
    let bare = try Samples.zip([Samples.workbook[0]])
    #expect(Samples.read(bare, named: "tin.xlsx").error?.cause == .noTextColumn)
    #expect(
      Samples.read(try Samples.zip([("a", "b")]), named: "tin.xlsx").error?.cause
        == .missingPart(name: "xl/workbook.xml", .xlsx))
  }

  // MARK: - Mails

  @Test("A mail is an article, and so is what is attached to it")
  func mail() throws {
    let outcome = Samples.read(Samples.mail, named: "a.eml")
    #expect(outcome.titles == ["Đường ra bến", "Liền kèm"])
    let article = try #require(outcome.articles.first)
    #expect(article.author == "Hoài An")
    #expect(article.date?.sortKey == "202207081020")
    #expect(article.recordID == "<1@bao.example>")
    #expect(
      outcome.texts.first == "Bà con thôn Đông sửa đường ra bến sông.|Mỗi nhà góp một ngày công.")
    #expect(outcome.articles.last?.author == nil)
  }

  @Test("A mailbox gives a mail for each line that begins with From")
  func mailbox() throws {
    let mails = (1...3).map {
      "From a@b Fri Jul  8 10:20:00 2022\nSubject: Re: Fwd: Bài \($0)\nFrom: b@c.vn\n\nDòng đầu.\n\n>From đây đi.\n\n"
    }
    let outcome = Samples.read(mails.joined(), named: "tin.mbox")
    #expect(outcome.titles == ["Bài 1", "Bài 2", "Bài 3"])
    #expect(outcome.texts.first == "Dòng đầu.|From đây đi.")
    #expect(outcome.articles.allSatisfy { $0.author == nil })
    let long =
      "From x\nSubject: Dài\n\n" + String(repeating: "a b ", count: 2000) + "\n\n" + mails[0]
    let bounded = Samples.read(long, named: "tin.mbox", limit: 4096)
    #expect(bounded.failures.map(\.position) == [.item(1)])
    #expect(bounded.titles == ["Bài 1"])
  }

  @Test(
    "Headers in words and charsets of all kinds",
    arguments: [
      ("=?utf-8?b?xJDGsA==?= =?utf-8?b?4bud?=ng", "Đường"),
      ("=?iso-8859-1?q?caf=E9_=3D?=", "café ="),
      ("a =?x?z?y?= b", "a =?x?z?y?= b"), ("=?utf-8?q?=C3?= =?utf-8?q?=A0?=", "à"),
      ("=?windows-1258?q?Vi=EA=F2t_Nam?=", "Vi\u{EA}\u{323}t Nam"), ("=?utf-8?q?a", "=?utf-8?q?a"),
    ])
  func encodedWords(text: String, expected: String) {
    #expect(EncodedWords.decoded(text) == expected)
  }

  @Test(
    "Parameters of headers",
    arguments: [
      ("text/html; charset=UTF-8", "charset", "UTF-8"), ("a; b=\"c;d\\\"e\"; f=g", "b", "c;d\"e"),
      ("a; B = c ; f=g", "b", "c"), ("a; x*0=\"b\"; x*1=c", "x", "bc"),
      ("a; x*=utf-8''b%C3%A0i", "x", "bài"), ("a;;;x=1", "x", "1"),
    ])
  func parameters(text: String, name: String, expected: String) {
    #expect(ParameterValue(text)[name] == expected)
  }

  @Test("A page that a browser saved: the page and no frame, not the day it was saved")
  func savedPage() throws {
    let outcome = Samples.read(Samples.savedPage, named: "a.mhtml")
    #expect(outcome.titles == ["Đường ra bến"])
    #expect(outcome.articles.first?.url == "https://bao.example/a.html")
    #expect(outcome.articles.first?.date == nil)
    #expect(Samples.read("Subject: x\n\nabc", named: "a.mht").error?.cause == .noPageInside)
  }

  // MARK: - Web archives

  @Test("A web archive gives the pages that servers answered with")
  func webArchive() throws {
    let page = Array(Samples.page("Đường ra bến").utf8)
    let half = page.count / 2
    var chunked = Array("\(String(half, radix: 16))\r\n".utf8) + page[..<half]
    chunked += Array("\r\n\(String(page.count - half, radix: 16));x=y\r\n".utf8)
    chunked += page[half...]
    chunked += Array("\r\n0\r\n\r\n".utf8)
    var archive = Samples.answer(
      "https://b.example/robots.txt", Array("x".utf8), head: "Content-Type: text/plain")
    archive += Samples.answer("https://b.example/a", page)
    archive += Samples.answer("https://b.example/cu", page, status: "301 Moved")
    archive += Samples.answer("https://b.example/b", page, type: "request")
    archive += Samples.answer(
      "https://b.example/c", chunked,
      head: "Content-Type: text/html\r\nTransfer-Encoding: chunked")
    archive += Array("rác\n".utf8)
    archive += Samples.answer(
      "https://b.example/d", [1, 2], head: "Content-Type: text/html\r\nContent-Encoding: br")
    archive += Samples.answer("https://b.example/e", page)
    let outcome = Samples.read(archive, named: "a.warc")
    #expect(outcome.articles.map(\.url) == ["a", "c", "e"].map { "https://b.example/\($0)" })
    #expect(Set(outcome.titles) == ["Đường ra bến"])
    #expect(outcome.failures.map(\.error.cause) == [.unknownContentEncoding(name: "br")])
    #expect(outcome.failures.map(\.position) == [.member("https://b.example/d", nil)])
    let cut = Samples.read(Array(archive.dropLast(50)), named: "a.warc")
    #expect(cut.articles.count == 2 && cut.error?.code == .damaged)
    #expect(Samples.read("<html>", named: "a.warc").error?.cause == .invalidWebArchive)
  }
}
