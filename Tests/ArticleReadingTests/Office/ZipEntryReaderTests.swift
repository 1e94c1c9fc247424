import Testing

@testable import ArticleReading

struct ZipEntryReaderTests {
  private func members(
    _ names: Set<String>, of bytes: [UInt8], reader: ZipEntryReader = ZipEntryReader()
  ) throws -> [String: [UInt8]] {
    try reader.members(names, of: bytes)
  }

  @Test(arguments: ["zip:compression=deflate", "zip:compression=store"])
  func namedMembersAreFetched(_ options: String) throws {
    let long = [UInt8](repeating: 65, count: 300_000)
    let zip = try ZipMaker.archive(
      [("a", [1, 2]), ("b/c.xml", long), ("d", [])], options: options)
    let found = try members(["b/c.xml", "d", "none"], of: zip)
    #expect(found == ["b/c.xml": long, "d": []])
  }

  @Test("Names are only compared: one that climbs out of the archive names nothing on disk")
  func traversal() throws {
    let zip = try ZipMaker.archive([
      ("../../../tmp/evil", [1]), ("/etc/passwd", [2]), ("word/../word/document.xml", [3]),
    ])
    #expect(try members(["word/document.xml", "etc/passwd", "evil"], of: zip).isEmpty)
  }

  @Test("200 MB of zeros in a member are refused, by the ratio and by the limit")
  func bomb() throws {
    let zeros = [UInt8](repeating: 0, count: 200 << 20)
    let zip = try ZipMaker.archive([("word/document.xml", zeros)])
    #expect(zip.count < 1 << 20)
    let error = readingError { try members(["word/document.xml"], of: zip) }
    #expect(error?.code == .tooLarge)
    #expect(readingError { try DocxReader().read(zip) }?.code == .tooLarge)
    // A bomb that is not asked for costs nothing.
    #expect(try members(["other"], of: zip).isEmpty)
    let patient = ZipEntryReader(memberLimit: 300 << 20, ratioLimit: 2000)
    #expect(try members(["word/document.xml"], of: zip, reader: patient).count == 1)
  }

  @Test func theLimitIsTheLastSizeRead() throws {
    let zip = try ZipMaker.archive([("a", [UInt8](repeating: 7, count: 5000))])
    let reader = ZipEntryReader(memberLimit: 5000)
    #expect(try members(["a"], of: zip, reader: reader)["a"]?.count == 5000)
    let strict = ZipEntryReader(memberLimit: 4999)
    #expect(readingError { try members(["a"], of: zip, reader: strict) }?.code == .tooLarge)
  }

  @Test func aWrongChecksumIsDamage() throws {
    var zip = try ZipMaker.archive(
      [("a", Array("nội dung".utf8))], options: "zip:compression=store")
    let at = try #require(zip.firstRange(of: Array("dung".utf8))?.lowerBound)
    zip[at] ^= 1
    let error = readingError { try members(["a"], of: zip) }
    guard case .damagedArchive = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func encryptedMembersAreSaidToBe() throws {
    let zip = try ZipMaker.archive(
      [("word/document.xml", Array("xin chào".utf8))], options: "zip:compression=store")
    // Bit 0 of the flags, in the local header and in the central directory.
    var encrypted = zip
    for (signature, offset) in [([0x50, 0x4B, 3, 4] as [UInt8], 6), ([0x50, 0x4B, 1, 2], 8)] {
      let start = try #require(encrypted.firstRange(of: signature)?.lowerBound)
      encrypted[start + offset] |= 1
    }
    let error = readingError { try members(["word/document.xml"], of: encrypted) }
    #expect(error?.code == .encrypted)
  }

  @Test(
    arguments: [
      [], [0x50], [0x50, 0x4B], [0x50, 0x4B, 3, 4],
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
      Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18), Array("không phải zip".utf8),
    ] as [[UInt8]])
  func whatIsNoZipIsRefused(_ bytes: [UInt8]) {
    let error = readingError { try DocxReader().read(bytes) }
    #expect(error?.code == (bytes.isEmpty ? .empty : .malformed))
    #expect(readingError { try OdtReader().read(bytes) } != nil)
  }

  @Test func compoundFilesAreSaidToBeEncrypted() {
    let error = readingError { try DocxReader().read(OfficeArchive.compoundFileMagic + [0, 0]) }
    #expect(error?.code == .encrypted)
  }
}
