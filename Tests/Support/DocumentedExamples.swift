import Foundation
package import Testing

/// The examples in the documentation of a library: blocks of Swift in its catalogue and above what it
/// declares public.
package struct DocumentedExamples {
  /// One block, without its imports, the white space at the start of its lines, and runs of spaces.
  package struct Block {
    package var file: String
    package var text: String
  }

  package let blocks: [Block]

  /// - Parameter target: a folder of `Sources`.
  package init(of target: String) throws {
    let sources = PackageFiles.root.appending(path: "Sources/\(target)")
    let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    blocks = try (paths ?? []).sorted().flatMap { path -> [Block] in
      guard path.hasSuffix(".md") || path.hasSuffix(".swift") else { return [] }
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      guard path.hasSuffix(".md") || text.contains("\npublic ") || text.contains("\n  public ")
      else { return [] }
      return Self.blocks(in: text).map { Block(file: path, text: $0) }
    }
  }

  /// Expects every block to stand in `Examples.swift` beside the test that asks, where it is compiled.
  ///
  /// - Parameter least: how many blocks there are at least: so that they are not lost sight of.
  package func expectCompiled(
    atLeast least: Int, caller: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: caller).deletingLastPathComponent().appending(path: "Examples.swift")
    let compiled = "\n" + Self.trimmed(try String(contentsOf: file, encoding: .utf8)) + "\n"
    for block in blocks {
      #expect(
        compiled.contains("\n" + block.text + "\n"),
        "\(block.file): not in Examples.swift:\n\(block.text)", sourceLocation: sourceLocation)
    }
    #expect(blocks.count >= least, sourceLocation: sourceLocation)
  }

  private static func blocks(in text: String) -> [String] {
    var blocks: [String] = []
    var open: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = line.drop { $0 == " " }
      if line.hasPrefix("///") { line = line.dropFirst(3).drop { $0 == " " } }
      if line == "```swift" {
        open = []
      } else if line == "```", let block = open {
        let body = block.drop { $0.isEmpty || $0.hasPrefix("import ") }
        blocks.append(trimmed(body.joined(separator: "\n")))
        open = nil
      } else {
        open?.append(line)
      }
    }
    return blocks
  }

  private static func trimmed(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ").joined(separator: " ")
    }.joined(separator: "\n")
  }
}
