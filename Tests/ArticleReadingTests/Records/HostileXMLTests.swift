import Foundation
import Testing

@testable import ArticleReading

/// XML that was made to take long, of some megabytes each: read or refused, but at once.
struct HostileXMLTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// The document, with so many repetitions.
    var text: @Sendable (Int) -> String
    var count: Int
    /// What it comes to; nil if it is read.
    var cause: ReadingError.Cause?

    init(
      _ name: String, _ count: Int, _ cause: ReadingError.Cause? = nil,
      _ text: @escaping @Sendable (Int) -> String
    ) {
      (testDescription, self.text, self.count, self.cause) = (name, text, count, cause)
    }
  }

  private static func rss(_ item: String, prolog: String = "") -> String {
    "<?xml version=\"1.0\"?>\(prolog)<rss><channel>\(item)</channel></rss>"
  }

  private static func item(_ content: String, attributes: String = "") -> String {
    rss("<item\(attributes)><title>Tin</title><description>\(content)</description></item>")
  }

  private static func repeated(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map(text).joined()
  }

  private static let tooManyAttributes = ReadingError.Cause.tooManyAttributes(limit: 1000)

  static let examples = [
    Example("attributes", 200_000, tooManyAttributes) {
      item("x", attributes: repeated($0) { " a\($0)='1'" })
    },
    Example("attributes with > in them", 200_000, tooManyAttributes) {
      item("x", attributes: repeated($0) { " a\($0)=\">\"" })
    },
    Example("namespaces", 200_000, tooManyAttributes) {
      item("x", attributes: repeated($0) { " xmlns:a\($0)=\"u\"" })
    },
    Example("namespaces in force", 240) { depth in
      let declared = repeated(400) { " xmlns:a\($0)=\"u\"" }
      return item(
        repeated(depth) { _ in "<b\(declared)>" } + repeated(2000) { _ in "<a1:c/>" }
          + repeated(depth) { _ in "</b>" })
    },
    Example("a CDATA section", 1_200_000) { item("<![CDATA[\(repeated($0) { _ in "<div>x" })]]>") },
    Example("a long attribute", 8_000_000) {
      item("x", attributes: " a=\"\(String(repeating: "x", count: $0))\"")
    },
    Example("a comment", 8_000_000) { item("<!--\(String(repeating: "- ", count: $0 / 2))-->x") },
    Example("an instruction", 8_000_000) {
      item("<?a \(String(repeating: "? ", count: $0 / 2))?>x")
    },
    Example("escaped text", 1_600_000) { item(String(repeating: "&amp;", count: $0)) },
    Example("small elements", 1_000_000) { item(String(repeating: "<b>x</b>", count: $0)) },
    Example("declared attributes", 200_000, .notAFeed) { count in
      rss(
        "x", prolog: "<!DOCTYPE rss [<!ATTLIST a\(repeated(count) { " b\($0) CDATA #IMPLIED" })>]>")
    },
    Example("declared entities", 200_000, .notAFeed) { count in
      rss("x", prolog: "<!DOCTYPE rss [\(repeated(count) { "<!ENTITY e\($0) \"x\">" })]>")
    },
    Example("white space before", 8_000_000, .notAFeed) {
      rss("x", prolog: String(repeating: "\n", count: $0))
    },
  ]

  @Test(arguments: examples)
  func endsSoon(_ example: Example) throws {
    let text = example.text(example.count)
    let start = processorSeconds
    let outcome = try RecordFiles.read(text, .feed, limit: 64 << 20)
    #expect(processorSeconds - start < 5)
    #expect(outcome.error?.cause == example.cause)
    #expect(outcome.records.count == (example.cause == nil ? 1 : 0))
  }

  /// A feed whose items are many is read for as long as it takes; one of which nothing comes is given up.
  @Test func patienceIsForOneRecord() throws {
    let stream = try ByteStream(
      Array(Self.rss(Self.repeated(2000) { _ in "<item><title>A</title></item>" }).utf8),
      isCompressed: false)
    let source = try RecordSource(
      stream, format: .feed, MemberRecords.Rules(limit: 1 << 20, seconds: 0))
    #expect(throws: ReadingError(.tookTooLong(seconds: 0))) { while try source.next() != nil {} }
    #expect(try source.next() == nil)
  }

  /// Of this thread alone, as other tests run beside it.
  private var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
