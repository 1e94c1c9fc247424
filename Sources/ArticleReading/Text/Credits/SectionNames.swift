/// The sections that a source names, cleaned: lists (`Xã hội,Giao thông`) and paths (`Kinh tế > Thị trường`)
/// become one name after the other.
enum SectionNames {
  /// The names, in order; addresses, numbers and the front page are none.
  static func names(in texts: some Sequence<String>) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for text in texts where !text.contains("://") && !text.hasPrefix("/") {
      for name in steps(of: text).flatMap(listed) where isName(name) {
        guard names.count < maximumNames else { return names }
        let folded = foldedLine(name[...])
        if !homes.contains(folded), seen.insert(folded).inserted { names.append(name) }
      }
    }
    return names
  }

  /// Not what programs write for nothing, nor a part of an address (`kinh-te`).
  private static func isName(_ text: String) -> Bool {
    let isPart =
      text.contains("-")
      && text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 && !(0x41...0x5A).contains($0) }
    return !isPart && !RecordText.isNothing(text)
  }

  /// The steps in a line such as `Trang chủ > Kinh tế`.
  static func steps(of line: String) -> [String] {
    line.split { ">»/›|→".contains($0) }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
  }

  /// Whether a folded name is that of the front page.
  static func isHome(_ folded: String) -> Bool { homes.contains(folded) }

  private static let homes: Set<String> = ["trang chu", "home", "trang nhat", "trang dau"]
  private static let maximumNames = 12

  /// The names that commas part; `Văn hóa, giải trí` is one.
  private static func listed(_ text: String) -> [String] {
    var names: [String] = []
    var start = text.startIndex
    var rest = text[...]
    while let comma = rest.firstIndex(where: { $0 == "," || $0 == ";" }) {
      let next = text.index(after: comma)
      rest = text[next...]
      if rest.drop(while: { $0 == " " }).first?.isLowercase == true { continue }
      names.append(String(text[start..<comma].trimmingSpaces()))
      start = next
    }
    names.append(String(text[start...].trimmingSpaces()))
    return names.filter { !$0.isEmpty }
  }
}

extension Article {
  /// Takes the sections that a source names.
  mutating func takeSections(_ names: [String]) {
    section = names.first
    furtherSections = Array(names.dropFirst())
  }
}
