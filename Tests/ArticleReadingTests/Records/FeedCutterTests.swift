import TestSupport
import Testing

@testable import ArticleReading

@Suite("Feeds are cut")
struct FeedCutterTests {
  private func rss(_ items: String, prolog: String = "") -> String {
    "<?xml version=\"1.0\"?>\(prolog)<rss><channel><title>Tin</title>\(items)</channel></rss>"
  }

  @Test(
    "Elements of an item",
    arguments: [
      ("<title>A &amp; B</title>", ["title=A & B"]),
      ("<title><![CDATA[A <b>]]> &lt;c></title>", ["title=A <b> <c>"]),
      ("<title/><link></link><guid>g</guid>", ["guid=g"]),
      ("<author><name>An</name><uri>u</uri></author>", ["author=An"]),
      ("<m:title xmlns:m='http://search.yahoo.com/mrss/'>x</m:title>", ["m:title=x"]),
      ("<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>x</dc:date>", ["date=x"]),
      (
        "<link rel='self' href='s'/><link href='h'/><link rel='alternate' href='k'/>",
        ["link=h", "link=k"]
      ),
      ("<category term='x'/><category>y</category>", ["category=x", "category=y"]),
      (
        "<description>a<p class='x'>b<br/></p></description>",
        ["description=a<p class=\"x\">b<br/></p>"]
      ),
      ("<content type='xhtml'><div>1 &lt; 2</div></content>", ["content=<div>1 &lt; 2</div>"]),
    ] as [(String, [String])], [1, 4096])
  func elements(item: (xml: String, fields: [String]), chunkBytes: Int) throws {
    let outcome = try RecordFiles.read(
      rss("<item>\(item.xml)</item><item/>"), .feed, chunkBytes: chunkBytes)
    #expect(outcome.rows == [item.fields + ["channel=Tin"], ["channel=Tin"]])
    #expect(outcome.error == nil)
  }

  @Test("An encoding that the declaration names")
  func latin1() throws {
    let head = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>caf"
    let bytes = Array(head.utf8) + [0xE9] + Array("</title></item></channel></rss>".utf8)
    #expect(try RecordFiles.read(bytes, .feed).rows == [["title=café"]])
  }

  @Test(
    "XML that is no feed, and none at all",
    arguments: ["<urlset><url/></urlset>", "<html><body/></html>"])
  func noFeed(text: String) throws {
    let outcome = try RecordFiles.read(text, .feed)
    #expect(outcome.error == ReadingError(.notAFeed))
    #expect(outcome.error?.code == .otherKind)
    for text in ["", "không phải XML", "<", "<rss"] {
      let outcome = try RecordFiles.read(text, .feed)
      #expect(outcome.items.isEmpty)
      guard case .invalidXML = outcome.error?.cause else {
        Issue.record("\(text): \(String(describing: outcome.error))")
        continue
      }
    }
  }

  @Test("Items before the break are kept", arguments: [1, 4096])
  func broken(chunkBytes: Int) throws {
    let text = rss(
      "\n<item><title>A</title></item>\n" + String(repeating: " ", count: 1024)
        + "<item><title>B</item>")
    let outcome = try RecordFiles.read(text, .feed, chunkBytes: chunkBytes)
    #expect(outcome.rows == [["title=A", "channel=Tin"]])
    guard case .invalidXML(line: 3, let detail?) = outcome.error?.cause else {
      Issue.record("\(String(describing: outcome.error))")
      return
    }
    #expect(detail.hasPrefix("Opening and ending tag"))
  }

  @Test("Entities of the document's own are never expanded")
  func laughs() throws {
    var declarations = "<!ENTITY l0 \"hahahahaha\">"
    for level in 1...12 {
      let inner = String(repeating: "&l\(level - 1);", count: 10)
      declarations += "<!ENTITY l\(level) \"\(inner)\">"
    }
    let prolog = "<!DOCTYPE rss [\(declarations)]>"
    let inText = try RecordFiles.read(
      rss("<item><title>&l12;</title></item><item><title>B</title></item>", prolog: prolog), .feed)
    #expect(inText.failures.isEmpty == (inText.error != nil))
    #expect(inText.rows.allSatisfy { $0.joined().utf8.count < 100 })
    let inAttribute = try RecordFiles.read(
      rss("<item><link href=\"&l12;\"/></item>", prolog: prolog), .feed)
    #expect(inAttribute.records.isEmpty)
    #expect(inAttribute.error != nil)
  }

  @Test("External entities and DTDs are never opened")
  func external() throws {
    let folder = try TemporaryFolder()
    let secret = try folder.write("BÍ MẬT", to: "secret.txt")
    let prolog =
      "<!DOCTYPE rss SYSTEM \"file://\(secret)\" [<!ENTITY x SYSTEM \"file://\(secret)\">]>"
    let outcome = try RecordFiles.read(
      rss("<item><title>&x;</title></item><item><title>B</title></item>", prolog: prolog), .feed)
    #expect(outcome.failures == [#"item(1): ownEntity(name: "x")"#])
    #expect(outcome.rows == [["title=B", "channel=Tin"]])
    #expect(outcome.error == nil)
  }

  @Test("Depth, and items over the limit")
  func bounds() throws {
    let deep = rss("<item>" + String(repeating: "<a>", count: 100_000))
    #expect(try RecordFiles.read(deep, .feed).error != nil)
    let long = String(repeating: "<title>xxxxxxxxxxxxxxxx</title>", count: 100_000)
    let many = String(repeating: "<b/>", count: 50_000) + String(repeating: "<b>x</b>", count: 5000)
    let outcome = try RecordFiles.read(
      rss("<item>\(long)</item><item>\(many)</item><item><title>B</title></item>"), .feed,
      limit: 64 << 10)
    #expect(
      outcome.failures == [
        "item(1): recordTooLong(limit: 65536)", "item(2): recordTooLong(limit: 65536)",
      ])
    #expect(outcome.rows == [["title=B", "channel=Tin"]])
  }
}
