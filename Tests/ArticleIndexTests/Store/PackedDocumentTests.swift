import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

struct PackedDocumentTests {
  /// Terms at the limit of 245 bytes, NUL counted twice, and whether they are within.
  static let limits: [(term: [UInt8], isGood: Bool)] = [
    ([], false), ([65], true), (Array(repeating: 65, count: 245), true),
    (Array(repeating: 65, count: 246), false), (Array(repeating: 0, count: 122), true),
    (Array(repeating: 0, count: 123), false), (Array(repeating: 65, count: 300), false),
    (Array(repeating: 65, count: 244) + [0], false), (Array(repeating: 65, count: 243) + [0], true),
  ]

  @Test func termLimitsLeaveTheBatch() throws {
    let folder = try TemporaryFolder()
    let writer = try StoreWriter(at: folder("db"), mode: .new)
    var document = PackedDocument()
    for (term, isGood) in Self.limits {
      #expect(code { try document.addTerm(term, wdf: 1) } == (isGood ? nil : .invalidArgument))
      // The shim holds the same line for whoever packs by another hand.
      guard term.count < 256 else { continue }
      let packed = [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, UInt8(term.count), 0, 1, 0] + term
      #expect(code { try writer.put(packed) } == (isGood ? nil : .invalidArgument))
    }
    try writer.put(&document)
    try writer.close()
    let reader = try StoreReader(at: folder("db"))
    let good = Self.limits.filter(\.isGood).map(\.term)
    #expect(try reader.counts().documents == UInt32(good.count + 1))
    #expect(try reader.terms(of: UInt32(good.count + 1)).count == good.count)
    #expect(try reader.frequencies(good) == good.map { _ in 2 })
  }

  @Test func everyMalformedBufferIsRefused() throws {
    let folder = try TemporaryFolder()
    let writer = try StoreWriter(at: folder("db"), mode: .new)
    try writer.put(samples[0])
    var document = try samples[1].packed()
    let packed = document.withPackedBytes { [UInt8]($0) }
    for count in 0..<packed.count {
      #expect(code { try writer.put(Array(packed.prefix(count))) } == .invalidArgument, "\(count)")
    }
    #expect(code { try writer.put(packed + [0]) } == .invalidArgument)
    // A flag that does not exist, and the reserved slot.
    #expect(
      code { try writer.put([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 2, 0, 0, 65]) } == .invalidArgument)
    let slot: [UInt8] = [0, 0, 0, 0, 1, 0, 255, 255, 255, 255, 1, 0, 0, 0, 65, 0, 0, 0, 0]
    #expect(code { try writer.put(slot) } == .invalidArgument)
    // Lengths far beyond the end.
    #expect(code { try writer.put([255, 255, 255, 255, 0, 0]) } == .invalidArgument)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        UInt8.random(in: 0...(Bool.random(using: &random) ? 2 : 255), using: &random)
      }
      let result = code { try writer.put(bytes) }
      #expect(result == nil || result == .invalidArgument)
    }
    try writer.rollback()
    try writer.put(packed)
    try writer.close()
    #expect(try StoreReader(at: folder("db")).data(of: 1).text == "two")
  }

  @Test func partsComeInOrder() throws {
    var document = PackedDocument()
    try document.addTerm("vinh".utf8, wdf: 1)
    #expect(code { try document.addValue(slot: 1, "x".utf8) } == .invalidArgument)
    document.removeAll()
    #expect(document.addedTerms == 0)
    try document.addValue(slot: 1, "x".utf8)
  }

  @Test func oneBuilderServesManyDocumentsFromAnyBytes() throws {
    let folder = try TemporaryFolder()
    let writer = try StoreWriter(at: folder("db"), mode: .new)
    var document = PackedDocument()
    let text = "Vĩnh Phúc"
    try document.start(data: text.dropFirst(5).utf8)
    try document.addValue(slot: 3, [9, 0, 9])
    try document.addValue(slot: 4, [])
    try "phúc".withUTF8Copy { try document.addTerm(UnsafeRawBufferPointer($0), wdf: 1) }
    try document.addTerm(Array("vĩnh".utf8).reversed().reversed(), wdf: 1)
    #expect(try writer.put(&document) == 1)
    #expect(try writer.put(&document) == 2, "sealing twice changes nothing")
    document.removeAll()
    #expect(try writer.put(&document) == 3)
    try writer.close()
    let reader = try StoreReader(at: folder("db"))
    #expect(try reader.data(of: 2).text == "Phúc")
    #expect(try reader.value(of: 2, slot: 3) == [9, 0, 9])
    #expect(try reader.value(of: 2, slot: 4) == [])
    #expect(try reader.terms(of: 2).map(\.bytes.text) == ["phúc", "vĩnh"])
    #expect(try reader.terms(of: 3) == [])
    #expect(try reader.value(of: 3, slot: 3) == [])
    #expect(code { _ = try reader.value(of: 4, slot: 3) } == .missing)
    #expect(code { _ = try reader.terms(of: 4) } == .missing)
  }
}

extension StoreWriter {
  /// Puts bytes as they are.
  fileprivate func put(_ bytes: [UInt8]) throws {
    let outcome = bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(IndexError) in try put(packed: bytes, id: 0) }
    }
    _ = try outcome.get()
  }
}

extension String {
  /// Lends the text as bytes in one piece.
  fileprivate func withUTF8Copy(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    try ContiguousArray(utf8).withUnsafeBufferPointer(body)
  }
}
