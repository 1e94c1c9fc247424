import ArgumentParser
import Testing

@testable import mucluc

/// Words of a query are joined before the argument parser sees them; it must not notice.
@Suite struct QueryArgumentsTests {
  /// Pieces of command lines: words, options, mistakes.
  private static let pieces: [[String]] = [
    ["vĩnh"], ["phúc 2020"], ["\"đổi số\""], ["=lúa"], ["kinh*"], ["a-b"], [""], ["–"],
    ["--json"], ["--paths"], ["--count"], ["--batch"], ["--index", "Chỉ mục"], ["--index", ""],
    ["--index"], ["--index", "-x"], ["--limit", "3"], ["--limit", "0"], ["--limit", "x"],
    ["--limit", "-1"], ["--limit", "1000001"], ["--limit=5"], ["--limit", "+7"],
    ["--limit", "007"],
    ["-n", "2"], ["--no-collapse"], ["--offset", "4"], ["--sort", "-date"], ["-0"], ["--"],
    ["--help"], ["--version"], ["-x"], ["-"], ["--color", "never"], ["--facets", "year"],
  ]

  /// All command lines of one piece, and of two with words before, between or behind them.
  private static func commandLines() -> [[String]] {
    var lines: [[String]] = []
    for first in pieces {
      lines.append(first)
      for second in pieces {
        switch lines.count % 3 {
        case 0: lines.append(["tin", "mới"] + first + second)
        case 1: lines.append(first + ["tin", "mới"] + second)
        default: lines.append(first + second + ["tin", "mới"])
        }
      }
    }
    return lines
  }

  /// What a search is asked for; nil where the parser complains.
  private func read(_ arguments: [String]) -> String? {
    guard let search = try? SearchCommand.parse(arguments) else { return nil }
    return """
      \(search.query.joined(separator: " ")) \(search.index.path) \(search.limit) \
      \(search.offset) \(search.sort) \(search.count) \(search.batch) \(search.facets?.fields ?? []) \
      \(search.output.json) \(search.output.paths) \(search.output.endsWithNUL) \
      \(search.output.noCollapse) \(search.output.color)
      """
  }

  @Test func theParserReadsTheSame() throws {
    var understood = 0
    for words in Self.commandLines() {
      let joined = QueryArguments.joined(["search"] + words).dropFirst()
      let expected = read(words)
      if expected != nil { understood += 1 }
      #expect(read(Array(joined)) == expected, "\(words)")
    }
    #expect(understood > 400)
  }

  @Test(arguments: [
    (["-bán", "đất"], " -bán đất"), (["đất", "-(lúa", "OR", "ngô)"], "đất  -(lúa OR ngô)"),
    (["--json", "-bán", "đất"], " -bán đất"), (["-=bán", "-\"giá lúa\""], " -=bán  -\"giá lúa\""),
    (["--sort", "-date", "-bán"], " -bán"), (["--", "-bán", "-x"], "-bán -x"),
  ])
  func whatIsExcludedIsAWord(_ arguments: [String], _ query: String) throws {
    let joined = QueryArguments.joined(["search"] + arguments)
    let search = try SearchCommand.parse(Array(joined.dropFirst()))
    #expect(search.query.joined(separator: " ") == query)
  }

  @Test(arguments: [["-index", "x"], ["-x", "tin"], ["tin", "-json"]])
  func anOptionWithADashTooFewIsAMistake(_ arguments: [String]) {
    #expect(QueryArguments.joined(["explain"] + arguments) == ["explain"] + arguments)
  }

  @Test func aLongQueryIsOneArgument() {
    let words = (0..<20_000).map { $0 % 7 == 0 ? "-chữ\($0)" : "chữ\($0)" }
    #expect(QueryArguments.joined(["search", "--json"] + words).count == 4)
    #expect(QueryArguments.joined(["index"] + words) == ["index"] + words)
  }
}
