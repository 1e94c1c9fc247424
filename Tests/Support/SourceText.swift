package import Foundation

/// A source file of Swift, C or C++ line by line, the code apart from the string literals, without
/// comments.
package struct SourceText {
  package struct Line {
    package let number: Int
    /// The code, with `""` for each literal.
    package fileprivate(set) var code = ""
    /// What stands in the literals, without what Swift interpolates, which is code.
    package fileprivate(set) var literals: [String] = []
  }

  package private(set) var lines: [Line] = [Line(number: 1)]
  /// Whether the end of the file is code: if not, it was misread.
  package var isComplete: Bool { states.count == 1 }

  private enum State: Equatable {
    /// Code, inside so many brackets of an interpolation.
    case code(brackets: Int)
    case lineComment
    case blockComment(depth: Int)
    /// A literal that ends with these quotation marks and number signs.
    case literal(end: [Character], escape: [Character])
  }
  private var states: [State] = [.code(brackets: 0)]

  /// The source files below a folder, in order.
  package static func files(below folder: URL) -> [URL] {
    let kinds: Set = ["swift", "c", "h", "cpp", "hpp", "cc"]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }
    return (files ?? []).filter { kinds.contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }

  package init(_ text: String, isSwift: Bool) {
    let text = Array(text)
    var index = 0
    while index < text.count {
      let rest = text[index...]
      if text[index].isNewline {
        if states.last == .lineComment { states.removeLast() }
        lines.append(Line(number: lines.count + 1))
        index += 1
        continue
      }
      switch states[states.count - 1] {
      case .lineComment: index += 1
      case .blockComment(let depth): index += skipComment(rest, depth, nests: isSwift)
      case .literal(let end, let escape): index += takeLiteral(rest, end, escape)
      case .code(let brackets): index += takeCode(rest, brackets, isSwift: isSwift)
      }
    }
    if states.last == .lineComment { states.removeLast() }
  }

  private mutating func skipComment(
    _ rest: ArraySlice<Character>, _ depth: Int, nests: Bool
  ) -> Int {
    if rest.starts(with: "*/") {
      states.removeLast()
      if depth > 1 { states.append(.blockComment(depth: depth - 1)) }
      return 2
    }
    guard nests, rest.starts(with: "/*") else { return 1 }
    states[states.count - 1] = .blockComment(depth: depth + 1)
    return 2
  }

  private mutating func takeLiteral(
    _ rest: ArraySlice<Character>, _ end: [Character], _ escape: [Character]
  ) -> Int {
    let line = lines.count - 1
    if lines[line].literals.isEmpty { lines[line].literals.append("") }
    if rest.starts(with: end) {
      states.removeLast()
      return end.count
    }
    if rest.starts(with: escape) {
      let next = rest.dropFirst(escape.count)
      if next.first == "(" {
        states.append(.code(brackets: 1))
      } else if let character = next.first, !character.isNewline {
        lines[line].literals[lines[line].literals.count - 1].append(character)
      } else {
        return escape.count
      }
      return escape.count + 1
    }
    lines[line].literals[lines[line].literals.count - 1].append(rest[rest.startIndex])
    return 1
  }

  private mutating func takeCode(
    _ rest: ArraySlice<Character>, _ brackets: Int, isSwift: Bool
  ) -> Int {
    let line = lines.count - 1
    if rest.starts(with: "//") {
      states.append(.lineComment)
      return 2
    }
    if rest.starts(with: "/*") {
      states.append(.blockComment(depth: 1))
      return 2
    }
    let signs = isSwift ? Array(rest.prefix { $0 == "#" }) : []
    let marks = rest.dropFirst(signs.count).prefix { $0 == "\"" }.count
    if marks > 0 {
      let quotes = [Character](repeating: "\"", count: isSwift && marks >= 3 ? 3 : 1)
      states.append(.literal(end: quotes + signs, escape: ["\\"] + signs))
      lines[line].code += "\"\""
      lines[line].literals.append("")
      return signs.count + quotes.count
    }
    // A character of C; not the `'` of a number.
    if !isSwift, rest.first == "'", lines[line].code.last?.isNumber != true {
      let length = rest.dropFirst().first == "\\" ? 2 : 1
      let end = rest.dropFirst(1 + length).firstIndex(of: "'") ?? rest.startIndex
      return end - rest.startIndex + 1
    }
    let character = rest[rest.startIndex]
    // An interpolation ends with the bracket that began it.
    if brackets > 0, character == "(" || character == ")" {
      let left = brackets + (character == "(" ? 1 : -1)
      states[states.count - 1] = .code(brackets: left)
      if left == 0 {
        states.removeLast()
        lines[line].literals.append("")
        return 1
      }
    }
    lines[line].code.append(character)
    return 1
  }
}
