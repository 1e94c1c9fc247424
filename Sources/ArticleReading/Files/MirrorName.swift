import Platform
package import SystemPackage

/// The names that programs give to pages they fetch from a site: an address's end with its query, as in
/// `article.aspx?id=123`.
package enum MirrorName {
  /// What stands before the query in a file's name; nil if it has none.
  ///
  /// A query has a name and a value, and no white space, so that `Vì sao?` is none. Some programs write the
  /// question mark as `%3F` or `@`.
  static func base(of name: String) -> Substring? { parts(of: name)?.base }

  private static func parts(of name: String) -> (base: Substring, query: Substring)? {
    for mark in ["?", "%3F", "%3f", "@"] {
      guard let range = name.firstRange(of: mark) else { continue }
      let (base, query) = (name[..<range.lowerBound], name[range.upperBound...])
      let isQuery = query.contains("=") || query.contains("%3D")
      guard isQuery, !query.contains(where: \.isWhitespace) else { continue }
      // A person may be called so: `an@bao.vn=1`.
      if mark == "@", !base.contains(".") { continue }
      return (base, query)
    }
    return nil
  }

  /// Which of some files are the same page as another one of them: their names differ only in what says how
  /// a reader came to the page (`utm_source`, `fbclid`) or wants to see it (`print`, `amp`).
  package static func copies(among paths: [FilePath]) -> Set<Int> {
    var kept: [FilePath: Int] = [:]
    var candidates: [(index: Int, page: FilePath)] = []
    for (index, path) in paths.enumerated() {
      guard mayHaveQuery(path), let page = page(of: path) else { continue }
      candidates.append((index, page))
    }
    guard !candidates.isEmpty else { return [] }
    let pages = Set(candidates.map(\.page))
    for (index, path) in paths.enumerated() where pages.contains(path) { kept[path] = index }
    var copies: Set<Int> = []
    for (index, page) in candidates {
      if kept[page] == nil { kept[page] = index } else { copies.insert(index) }
    }
    return copies
  }

  /// Cheap: most names have none.
  private static func mayHaveQuery(_ path: FilePath) -> Bool {
    path.withPlatformString { strpbrk($0, "?@%") != nil }
  }

  /// The path of the page without what says nothing of which page it is; nil if nothing does.
  private static func page(of path: FilePath) -> FilePath? {
    guard let name = path.lastComponent?.string, let (base, query) = parts(of: name) else {
      return nil
    }
    let parameters = query.split(separator: "&")
    let telling = parameters.filter { !isIdle($0) }
    guard telling.count < parameters.count, !base.isEmpty else { return nil }
    let mark = name[base.endIndex..<query.startIndex]
    let rest = telling.isEmpty ? "" : mark + telling.joined(separator: "&")
    return path.removingLastComponent().appending(String(base + rest))
  }

  /// Whether a parameter is the same page's whatever its value is.
  private static func isIdle(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" && $0 != "%" }.lowercased()
    return name.hasPrefix("utm") || trackers.contains(name) || views.contains(name)
  }

  private static let trackers: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "zarsrc", "gidzl", "mc_cid", "mc_eid",
    "_ga", "ref", "refer", "referrer", "share", "sharing",
  ]

  private static let views: Set<String> = [
    "print", "isprint", "printable", "printview", "printpage", "amp",
  ]
}
