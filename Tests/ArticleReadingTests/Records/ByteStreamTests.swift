import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleReading

@Suite("Files as streams of bytes")
struct ByteStreamTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: RecordFiles.folder.appending(path: name)))
  }

  @Test(
    "Whole compressed files",
    arguments: ["tin-dong-khoi.jsonl.gz", "tin-phay.csv.xz", "tin-moi.rss.zst"])
  func whole(name: String) throws {
    let plain = try bytes(String(name.prefix { $0 != "." }) + "." + name.split(separator: ".")[1])
    let read = try ByteStream.bytes(ofCompressed: RecordFiles.path(name), limit: 1 << 20)
    #expect(read == plain)
    #expect(throws: ReadingError(.expansionTooLarge(limit: 1 << 10))) {
      try ByteStream.bytes(ofCompressed: RecordFiles.path(name), limit: 1 << 10)
    }
  }

  @Test(
    "Cut short anywhere, a file gives a start of its records and one error",
    arguments: [
      ("tin-dong-khoi.jsonl.gz", RecordFormat.jsonLines), ("tin-phay.csv.xz", .csv),
      ("tin-moi.rss.zst", .feed),
    ])
  func truncated(name: String, format: RecordFormat) throws {
    let bytes = try bytes(name)
    let whole = try RecordFiles.read(bytes, format, isCompressed: true)
    // gzip's last eight bytes are a check sum that libarchive does not miss.
    for length in stride(from: 0, to: bytes.count - 8, by: 97) {
      let outcome = try RecordFiles.read(Array(bytes[..<length]), format, isCompressed: true)
      #expect(outcome.items == Array(whole.items.prefix(outcome.items.count)), "\(length)")
      // The file of two gzip members may end between them.
      if outcome.error == nil {
        #expect(outcome.items.count == 1 && format == .jsonLines, "\(length)")
      }
    }
  }

  @Test(
    "Damaged anywhere, a file never does harm",
    arguments: ["tin-dong-khoi.jsonl.gz", "tin-phay.csv.xz", "tin-moi.rss.zst"])
  func damaged(name: String) throws {
    let bytes = try bytes(name)
    for index in stride(from: 0, to: bytes.count, by: 13) {
      var damaged = bytes
      damaged[index] ^= 0x55
      for format in [RecordFormat.jsonLines, .feed] {
        let outcome = try RecordFiles.read(damaged, format, isCompressed: true)
        #expect(outcome.items.count < 100)
      }
    }
  }

  @Test(
    "What is not compressed as it should be",
    arguments: [Array("Tin trong ngày".utf8), [], [0x1F, 0x8B], [UInt8](repeating: 0, count: 600)])
  func notCompressed(bytes: [UInt8]) throws {
    let outcome = try RecordFiles.read(bytes, .jsonLines, isCompressed: true)
    #expect(outcome.error?.cause == .notCompressed)
  }

  @Test("A file that is not there")
  func missing() {
    let outcome: RecordFiles.Outcome = RecordFiles.read(
      "/nowhere/at-all.jsonl" as FilePath, .jsonLines)
    #expect(
      outcome.error
        == ReadingError(.system(.noSuchFileOrDirectory)))
  }

  @Test("A bomb is stopped at the limit, what came before is read")
  func bomb() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(GzipBomb.of(megabytes: 16), to: folder("bomb.gz"))
    let stream = try ByteStream(
      path: path, isCompressed: true, expansionFactor: 20, expansionFloor: 1 << 20)
    var read = 0
    #expect(throws: ReadingError(.expandsTooFar(factor: 20))) {
      while try stream.refill() { read += stream.window.count }
    }
    #expect(read > 1 << 20)
    #expect(read < 4 << 20)
    #expect(try !stream.refill())
    // Under the floor of 32 MiB nothing is a bomb.
    #expect(try ByteStream.bytes(ofCompressed: path, limit: 32 << 20).count == 16 << 20)
  }

  @Test("Compressed twice is refused")
  func nested() throws {
    let inner = try bytes("tin-dong-khoi.jsonl.gz")
    let outcome = try RecordFiles.read(GzipBomb.stored(inner), .jsonLines, isCompressed: true)
    #expect(outcome.error?.cause == .compressedTwice)
  }
}

/// gzip files made by hand.
enum GzipBomb {
  private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

  /// So many MiB of zeros: deflate blocks that repeat one byte, in fixed Huffman codes.
  static func of(megabytes: Int) -> [UInt8] {
    var bits = BitWriter(bytes: head)
    bits.write(0b011, count: 3)
    // The literal 0, then lengths of 258 at distance 1.
    bits.writeReversed(0b0011_0000, count: 8)
    var left = megabytes << 20
    left -= 1
    while left >= 258 {
      bits.writeReversed(0b1100_0101, count: 8)
      bits.writeReversed(0, count: 5)
      left -= 258
    }
    for _ in 0..<left { bits.writeReversed(0b0011_0000, count: 8) }
    bits.writeReversed(0, count: 7)
    return bits.bytes + [UInt8](repeating: 0, count: 8)
  }

  /// The bytes as they are, in a gzip file.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(bytes.count)
    let sizes = [count, ~count].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return head + [1] + sizes + bytes + [UInt8](repeating: 0, count: 8)
  }
}

/// Writes bits as deflate orders them.
private struct BitWriter {
  var bytes: [UInt8]
  private var used = 8

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The lowest bit first.
  mutating func write(_ value: Int, count: Int) {
    for bit in 0..<count {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << UInt8(used)
      used += 1
    }
  }

  /// The highest bit first, as Huffman codes are.
  mutating func writeReversed(_ value: Int, count: Int) {
    for bit in (0..<count).reversed() { write(value >> bit, count: 1) }
  }
}
