/// Tells what a site says to machines in plain text: `robots.txt`, `ads.txt`, `security.txt`.
enum SiteFile {
  /// Whether hardly a line of a text is anything else.
  static func isOne(_ lines: TextLines) -> Bool {
    // Most texts show by their first line that they are not: `User-agent: *`, `# …`, `google.com, …`.
    guard mayBegin(lines[0]) else { return false }
    var (count, rules) = (0, 0)
    for index in 0..<min(lines.count, maximumLines) where !lines[index].hasPrefix("#") {
      count += 1
      if lines.length(index) <= maximumLine, isRule(lines[index]) { rules += 1 }
    }
    return rules > 0 && rules * 5 >= count * 4
  }

  private static let maximumLines = 40
  private static let maximumLine = 300

  private static func mayBegin(_ line: Substring) -> Bool {
    let bytes = line.utf8.prefix(maximumLine)
    return bytes.first == 0x23
      || (bytes.allSatisfy { $0 < 0x80 }
        && bytes.contains { $0 == 0x3A || $0 == 0x2C || $0 == 0x3D })
  }

  private static func isRule(_ line: Substring) -> Bool {
    if let colon = line.firstIndex(of: ":"),
      names.contains(line[..<colon].lowercased().filter { $0 != " " })
    {
      return true
    }
    // `google.com, pub-123, DIRECT, f08c47fec0942fa0`, and `contact=ads@bao.example`.
    let parts = line.split(separator: ",")
    if parts.count >= 3, parts[0].contains("."), !parts[0].contains(" ") {
      let relation = parts[2].prefix { $0 != "#" }.filter { $0 != " " }.uppercased()
      return relation == "DIRECT" || relation == "RESELLER"
    }
    return variables.contains(line.prefix { $0 != "=" }.lowercased())
  }

  private static let names: Set<String> = [
    "user-agent", "disallow", "allow", "sitemap", "crawl-delay", "host", "noindex", "clean-param",
    "request-rate", "visit-time", "content-signal", "contact", "expires", "encryption", "policy",
    "acknowledgments", "preferred-languages", "canonical", "hiring",
  ]

  private static let variables: Set<String> = [
    "contact", "subdomain", "ownerdomain", "managerdomain", "inventorypartnerdomain",
  ]
}
