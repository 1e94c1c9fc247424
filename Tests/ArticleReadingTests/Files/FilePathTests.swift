import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleReading

struct FilePathTests {
  @Test func everyByteMakesTheRoundTrip() {
    for byte in UInt8(1)...255 where byte != 0x2F {
      for name in [[byte], [byte, 0x61], [0x61, byte]] {
        let path = FilePath(platformBytes: [0x2F] + name)
        #expect(path.platformBytes == [0x2F] + name)
      }
    }
  }

  @Test(
    arguments: [
      ([], []), ([0x61, 0x00, 0x62], [0x61]), ([0x00], []),
      (Array("/a//b/".utf8), Array("/a/b".utf8)), (Array("Vĩnh".utf8), Array("Vĩnh".utf8)),
      (Array(decomposed("Vĩnh").utf8), Array(decomposed("Vĩnh").utf8)),
    ] as [([UInt8], [UInt8])])
  func bytesBecomePaths(_ bytes: [UInt8], _ expected: [UInt8]) {
    #expect(FilePath(platformBytes: bytes).platformBytes == expected)
  }

  @Test func resolving() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    #expect(symlink("file", folder("link").string) == 0)
    #expect(symlink("nowhere", folder("broken").string) == 0)
    let root = try #require(folder.path.resolved)
    #expect(folder("link").resolved == root.appending("file"))
    #expect(
      folder.path.appending("./../\(folder.path.lastComponent?.string ?? "")").resolved == root)
    #expect(folder("broken").resolved == nil)
    #expect(folder("absent").resolved == nil)
  }

  @Test(arguments: [
    ("/a", "/a", true), ("/a/b", "/a", true), ("/ab", "/a", false), ("/a", "/a/b", false),
    ("/a/b", "/", true),
  ])
  func insideMeansWholeComponents(_ path: String, _ folder: String, _ expected: Bool) {
    #expect(FilePath(path).isInside(FilePath(folder)) == expected)
  }
}
