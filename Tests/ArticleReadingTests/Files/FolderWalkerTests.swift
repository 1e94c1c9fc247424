import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleReading

struct FolderWalkerTests {
  let folder: TemporaryFolder
  let root: FilePath

  init() throws {
    folder = try TemporaryFolder()
    root = folder("root")
    #expect(root.withPlatformString { makeFolder($0) })
  }

  private func write(_ name: String) throws {
    try folder.write(Array(name.utf8), to: root.appending(name))
  }

  @Test func whatABrowserSavedBesideAPageIsAPartOfIt() throws {
    for folder in ["Bài viết_files", "Bài viết_files/sâu", "tin_files", "ảnh.files"] {
      #expect(root.appending(folder).withPlatformString { makeFolder($0) })
    }
    let parts = ["Bài viết_files/like.html", "Bài viết_files/sâu/a.html", "ảnh.files/x.htm"]
    let others = ["Bài viết.html", "ảnh.htm", "tin_files/tin.html"]
    for name in parts + others { try write(name) }
    var found: [String: Bool] = [:]
    try FolderWalker().walk(root) { _ in
    } _: { file in
      let name = file.path.platformBytes.dropFirst(root.platformBytes.count + 1)
      found[String(decoding: name, as: UTF8.self)] = file.isPartOfPage
    }
    #expect(found.filter(\.value).keys.sorted() == parts.sorted())
    #expect(found.count == parts.count + others.count)
  }

  private func refusal(_ body: () throws -> Void) -> Errno? {
    do {
      try body()
      return nil
    } catch {
      return error as? Errno
    }
  }

  /// The paths found, below `root`, and the folders that failed.
  private func walk(_ start: FilePath? = nil) throws -> (files: [String], failures: [String]) {
    var files: [String] = []
    var failures: [String] = []
    let start = start ?? root
    func name(_ path: FilePath) -> String {
      String(decoding: path.platformBytes.dropFirst(start.platformBytes.count + 1), as: UTF8.self)
    }
    try FolderWalker().walk(start) {
      failures.append("\(name($0.path)): \($0.error)")
    } _: {
      files.append(name($0.path))
    }
    return (files, failures)
  }

  @Test func filesComeBeforeFoldersInByteOrder() throws {
    for name in ["b", "a/z", "a/b/c", "B", "á", "a.txt", "c/1", "c/10", "c/2", "z"] {
      try write(name)
    }
    let found = try walk()
    #expect(
      found.files == ["B", "a.txt", "b", "z", "á", "a/z", "a/b/c", "c/1", "c/10", "c/2"])
    #expect(found.failures.isEmpty)
    #expect(try walk().files == found.files)
  }

  @Test func hiddenOnesAreSkipped() throws {
    for name in [".hidden", ".git/config", "a/.b/c", "a/..x", "a/x.", "seen"] { try write(name) }
    #expect(try walk().files == ["seen", "a/x."])
  }

  @Test func onlyTheFolderNamedMayBeHidden() throws {
    try write(".news/a")
    #expect(try walk(root.appending(".news")).files == ["a"])
  }

  @Test func linksBelowAreNotFollowed() throws {
    try write("inside/file")
    try folder.write("x", to: "outside")
    for (name, target) in [
      ("file", "inside/file"), ("folder", "inside"), ("outside", "../outside"), ("loop", "."),
      ("inside/up", ".."), ("self", "self"), ("broken", "nowhere"),
    ] {
      #expect(symlink(target, root.appending(name).string) == 0)
    }
    let found = try walk()
    #expect(found.files == ["inside/file"])
    #expect(found.failures.isEmpty)
  }

  @Test func theRootMayBeALink() throws {
    try write("a/b")
    #expect(symlink("root", folder("link").string) == 0)
    #expect(try walk(folder("link")).files == ["a/b"])
    #expect(symlink("round", folder("round").string) == 0)
    #expect(refusal { _ = try walk(folder("round")) } != nil)
  }

  @Test func onlyRegularFilesCount() throws {
    try write("file")
    #expect(mkfifo(root.appending("pipe").string, 0o600) == 0)
    #expect(try walk().files == ["file"])
  }

  @Test func namesNeedNotBeText() throws {
    let names: [[UInt8]] = [
      [0xFF, 0xFE], Array("V\u{129}nh Ph\u{FA}c.txt".utf8), Array("xuống\ndòng".utf8),
      [0x56, 0xFD, 0x6E, 0x68], [UInt8](repeating: 0x61, count: 255),
      Array(String(repeating: "ĩ", count: 127).utf8),
    ]
    for name in names {
      try folder.write(name, to: FilePath(platformBytes: root.platformBytes + [0x2F] + name))
    }
    var found: Set<[UInt8]> = []
    try FolderWalker().walk(root) { _ in
      Issue.record("nothing fails")
    } _: {
      found.insert(Array($0.path.platformBytes.dropFirst(root.platformBytes.count + 1)))
      #expect((try? FileReading.bytes(of: $0.path, size: 0, limit: 999)) != nil)
    }
    #expect(found == Set(names))
  }

  @Test func deepNesting() throws {
    let deep = String(repeating: "d/", count: 300) + "file"
    try write(deep)
    #expect(try walk().files == [deep])
  }

  /// Beyond PATH_MAX a folder cannot be opened by its path: that is said, and costs nothing else.
  @Test func pathsTooLongToOpenAreNamed() throws {
    try write("a")
    try write("z/file")
    let name = String(repeating: "n", count: 250)
    let start = open(root.string, O_RDONLY)
    var current = start
    for _ in 0..<20 {
      #expect(mkdirat(current, name, 0o755) == 0)
      let next = openat(current, name, O_RDONLY)
      close(current)
      current = next
    }
    close(current)
    let found = try walk()
    #expect(found.files == ["a", "z/file"])
    #expect(found.failures.count == 1)
    // What the paths cannot reach is taken apart from within.
    current = open(root.string, O_RDONLY)
    for level in (0..<20).reversed() {
      var parent = open(root.string, O_RDONLY)
      for _ in 0..<level {
        let next = openat(parent, name, O_RDONLY)
        close(parent)
        parent = next
      }
      #expect(unlinkat(parent, name, AT_REMOVEDIR) == 0)
      close(parent)
    }
    close(current)
  }

  @Test func unlistableFoldersAreNamed() throws {
    for name in ["a/1", "b/2", "b/c/3", "d/4"] { try write(name) }
    #expect(chmod(root.appending("b").string, 0) == 0)
    defer { chmod(root.appending("b").string, 0o755) }
    let found = try unprivileged { try walk() }
    #expect(found.files == ["a/1", "d/4"])
    #expect(found.failures == ["b: Permission denied"])
    let refused = try unprivileged { refusal { _ = try walk(root.appending("b")) } }
    #expect(refused == .permissionDenied)
  }

  @Test func whatIsNoFolder() throws {
    try write("file")
    #expect(refusal { _ = try walk(root.appending("absent")) } == .noSuchFileOrDirectory)
    #expect(refusal { _ = try walk(root.appending("file")) } == .notDirectory)
    #expect(try walk().files == ["file"])
  }

  @Test func stateIsThatOfTheFile() throws {
    try write("four")
    let path = root.appending("four").string
    var times = [timespec(tv_sec: 1_600_000_000, tv_nsec: 123_456_789), timespec()]
    times[1] = times[0]
    #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
    var states: [FileState] = []
    try FolderWalker().walk(root) { _ in
    } _: {
      states.append($0.state)
    }
    #expect(states == [FileState(size: 4, modified: 1_600_000_000_123_456_789)])
    times[0].tv_sec = -5
    times[1] = times[0]
    #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
    states = []
    try FolderWalker().walk(root) { _ in
    } _: {
      states.append($0.state)
    }
    #expect(states == [FileState(size: 4, modified: -5_000_000_000 + 123_456_789)])
  }
}
