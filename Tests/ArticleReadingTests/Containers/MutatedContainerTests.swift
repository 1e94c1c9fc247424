import TestSupport
import Testing

@testable import ArticleReading

@Suite("Containers with faults in them")
struct MutatedContainerTests {
  static let samples: [(fuzzed: Fuzzed, bytes: [UInt8])] = {
    let page = Array(ContainerSamples.page("Đường ra bến").utf8)
    return [
      (
        .zip,
        (try? ContainerSamples.zip([
          ("a.html", ContainerSamples.page("A")), ("b.csv", "title,body\na,b"),
        ])) ?? []
      ),
      (.epub, (try? ContainerSamples.zip(ContainerSamples.book)) ?? []),
      (.xlsx, (try? ContainerSamples.zip(ContainerSamples.workbook)) ?? []),
      (.mail, Array(ContainerSamples.mail.utf8)), (.mhtml, Array(ContainerSamples.savedPage.utf8)),
      (
        .warc,
        ContainerSamples.answer("https://b.example/a", page) + ContainerSamples.answer("b", page)
      ),
      (.sql, Array(ContainerSamples.database.utf8)),
      (.markdown, Array("---\ntitle: a\n---\n# B\n[c](d) *e* `f`\n\n> g\n".utf8)),
      (.xml, Array("<a><b><title>T</title><body><p>x</p></body></b></a>".utf8)),
    ]
  }()

  @Test("Bytes changed, doubled, dropped harm no reader", arguments: samples.map(\.fuzzed))
  func mutated(fuzzed: Fuzzed) throws {
    let bytes = try #require(Self.samples.first { $0.fuzzed == fuzzed }?.bytes)
    try #require(!bytes.isEmpty)
    let marks = Array("'\"`()[]{}<>=?:;,\\\r\n\t \u{0}-#*_".utf8) + [0xFF, 0xC3]
    var generator = SplitMix64(seed: UInt64(bytes.count))
    for round in 0..<60 {
      var mutated = round % 7 == 0 ? Array(bytes.prefix(round * bytes.count / 60)) : bytes
      for _ in 0..<Int.random(in: 1...8, using: &generator) where !mutated.isEmpty {
        let index = Int.random(in: 0..<mutated.count, using: &generator)
        let end = min(mutated.count, index + Int.random(in: 1...40, using: &generator))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: mutated[index] = marks[Int.random(in: 0..<marks.count, using: &generator)]
        case 1: mutated.insert(contentsOf: mutated[index..<end], at: index)
        case 2 where end - index < mutated.count: mutated.removeSubrange(index..<end)
        default: mutated[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
      }
      #expect(fuzzed.check(mutated) == nil)
    }
  }
}
