import Foundation
import TestSupport
import Testing

@testable import ArticleReading

@Suite("Samples with faults in them")
struct MutatedRecordTests {
  @Test("Bytes changed, doubled, dropped", arguments: RecordFiles.samples.map(\.name))
  func mutated(name: String) throws {
    let format = try #require(RecordFiles.samples.first { $0.name == name }?.format)
    let bytes = try [UInt8](Data(contentsOf: RecordFiles.folder.appending(path: name)))
    let marks = Array("{}[]\",:;\\<>&/'\t\n\r\u{0}".utf8) + [0xFF, 0xC3]
    var generator = SplitMix64(seed: UInt64(name.utf8.count))
    let reader = RecordReader()
    for _ in 0..<40 {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let index = Int.random(in: 0..<mutated.count, using: &generator)
        let end = min(mutated.count, index + Int.random(in: 1...40, using: &generator))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: mutated[index] = marks[Int.random(in: 0..<marks.count, using: &generator)]
        case 1: mutated.insert(contentsOf: mutated[index..<end], at: index)
        case 2 where end - index < mutated.count: mutated.removeSubrange(index..<end)
        default: mutated[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
      }
      let outcome = try RecordFiles.read(mutated, format, limit: 4096, chunkBytes: 512)
      for record in outcome.records { _ = try? reader.read(record) }
      // Feeds are parsed ahead, so how much comes before a fault depends on the chunks.
      if format == .feed { continue }
      #expect(try RecordFiles.read(mutated, format, limit: 4096, chunkBytes: 1) == outcome)
    }
  }

  @Test("Random bytes harm no cutter", arguments: RecordFormat.allCases)
  func random(format: RecordFormat) throws {
    var generator = SplitMix64(seed: 20_261_124)
    let alphabet = Array("{}[]\",:;\\<>/&\t\n \u{FEFF}ạitem<item></item><rss><channel><!--]]>".utf8)
    for round in 0..<150 {
      let bytes = (0..<(round * 14)).map { _ in
        round % 3 == 0
          ? UInt8.random(in: 0...255, using: &generator)
          : alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      let head = format == .feed && round % 2 == 0 ? Array("<rss><channel><item>".utf8) : []
      let outcome = try RecordFiles.read(head + bytes, format, limit: 300, chunkBytes: 64)
      let reader = RecordReader()
      for record in outcome.records { _ = try? reader.read(record) }
    }
  }
}
