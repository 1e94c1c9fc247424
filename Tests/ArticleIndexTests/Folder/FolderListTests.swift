import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

struct FolderListTests {
  @Test(
    arguments: [
      ([], []), (["/a"], ["/a"]), (["/b", "/a"], ["/a", "/b"]), (["/a", "/a"], ["/a"]),
      (["/a", "/a/b"], ["/a"]), (["/a/b", "/a"], ["/a"]),
      (["/a/b", "/a/c", "/ab", "/a"], ["/a", "/ab"]),
      (["/a/b", "/a/bc"], ["/a/b", "/a/bc"]), (["/x", "/"], ["/"]), (["/", "/x"], ["/"]),
    ] as [([String], [String])])
  func noneInsideAnother(_ folders: [String], _ expected: [String]) {
    #expect(FolderList(folders.map { FilePath($0) }).roots.map(\.string) == expected)
  }

  @Test func encodingMakesTheRoundTrip() {
    let odd = FilePath(platformBytes: [0x2F, 0xFF, 0x0A, 0x25, 0x34, 0x31])
    let list = FolderList(["/báo/Vĩnh Phúc", odd, "/a b"])
    #expect(FolderList(encoded: list.encoded) == list)
    #expect(FolderList(encoded: list.encoded).roots.contains(odd))
    #expect(FolderList(encoded: []).roots == [])
    #expect(FolderList(["/tin"]).encoded.text == "folder: /tin\n")
  }
}
