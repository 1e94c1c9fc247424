package import SystemPackage

/// Tells a web page that was saved under a name of text, or none.
package enum PageSniffer {
  /// How much of a file is looked at.
  private static let searchedBytes = 2048
  /// What a page begins with, behind what comments and declares it.
  private static let beginnings = [
    "<!doctype html", "<html", "<head>", "<head ", "<body", "<title>",
  ]

  /// Whether the content begins as a page does.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    var rest = bytes.prefix(searchedBytes)[...]
    while true {
      rest = rest.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      let end: [UInt8]
      if rest.starts(with: "<!--".utf8) {
        end = Array("-->".utf8)
      } else if rest.starts(with: "<?xml".utf8) {
        end = Array("?>".utf8)
      } else {
        break
      }
      guard let close = rest.firstRange(of: end) else { return false }
      rest = rest[close.upperBound...]
    }
    let lower = rest.prefix(14).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return beginnings.contains { lower.starts(with: $0.utf8) }
  }

  /// Whether a file begins as a page does, from its first bytes.
  package static func isPage(
    at path: FilePath, followsLinks: Bool
  ) throws(ReadingError) -> Bool {
    do {
      let file = try FileDescriptor.open(source: path, followsLinks: followsLinks)
      return try file.closeAfter {
        var start = [UInt8](repeating: 0, count: searchedBytes)
        let count = try start.withUnsafeMutableBytes { try file.read(into: $0) }
        return isPage(Array(start.prefix(count)))
      }
    } catch {
      throw .unreadable(error)
    }
  }
}
