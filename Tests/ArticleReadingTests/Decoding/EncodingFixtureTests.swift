import Foundation
import TestSupport
import Testing

@testable import ArticleReading

/// One article in `Samples/Formats/encodings`, written there by a script with other tables.
@Suite("An article in every encoding")
struct EncodingFixtureTests {
  private static let folder = PackageFiles.root.appending(path: "Samples/Formats/encodings")

  @Test("The text of UTF-8")
  func golden() throws {
    try expectGolden("encodings", read("utf-8").text)
  }

  @Test(
    "All others give the same",
    arguments: [
      ("utf-8", .utf8), ("utf-8-mark", .utf8), ("utf-16le-mark", .utf16LE),
      ("utf-16be-mark", .utf16BE), ("utf-16le", .utf16LE), ("utf-16be", .utf16BE),
      ("windows-1258", .windows1258), ("windows-1258-glibc", .windows1258), ("viscii", .viscii),
      ("tcvn3", .tcvn3), ("vni", .vni), ("vps", .vps), ("double-utf-8", .doubleUTF8),
      ("double-utf-8-latin1", .doubleUTF8),
    ] as [(String, TextEncoding)])
  func same(name: String, encoding: TextEncoding) throws {
    let decoded = try read(name)
    let original = try read("utf-8").text
    #expect(decoded.encoding == encoding)
    // The article has capitals with tones only in `VĨNH PHÚC`, where TCVN3 gets them back.
    #expect(Array(decoded.text.utf8) == Array(original.utf8))
  }

  @Test("No file is forgotten")
  func all() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.count == 14)
  }

  private func read(_ name: String) throws -> DecodedText {
    let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: "\(name).txt")))
    return try TextDecoding.decode(bytes, as: nil, declared: nil)
  }
}
