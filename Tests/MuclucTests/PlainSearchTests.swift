import ArgumentParser
import Testing

@testable import mucluc

/// Searches read without the argument parser are what the parser would have read.
@Suite struct PlainSearchTests {
  /// Pieces of command lines: words, options read without the parser, and ones left to it.
  private static let pieces: [[String]] = [
    ["vĩnh"], ["phúc 2020"], [" -bán"], ["\"đổi số\""], ["=lúa"], ["kinh*"], ["a-b"], [""], ["–"],
    ["--json"], ["--paths"], ["--count"], ["--batch"], ["--index", "Chỉ mục"], ["--index", ""],
    ["--index"], ["--index", "-x"], ["--limit", "3"], ["--limit", "0"], ["--limit", "x"],
    ["--limit", "-1"], ["--limit", "1000001"], ["--limit=5"], ["--limit", "+7"],
    ["--limit", "007"],
    ["-n", "2"], ["--no-collapse"], ["--offset", "4"], ["--sort", "-date"], ["-0"], ["--"],
    ["--help"], ["--version"], ["-x"], ["-"], ["--color", "never"], ["--facets", "year"],
  ]

  /// All command lines of one piece, and of two with a word before, between or behind them.
  private static func commandLines() -> [[String]] {
    var lines: [[String]] = []
    for first in pieces {
      lines.append(first)
      for second in pieces {
        switch lines.count % 3 {
        case 0: lines.append(["tin"] + first + second)
        case 1: lines.append(first + ["tin"] + second)
        default: lines.append(first + second + ["tin"])
        }
      }
    }
    return lines
  }

  @Test func plainSearchesAreReadAsByTheParser() throws {
    var plain = 0
    for words in Self.commandLines() {
      guard let read = SearchSettings.plain(["search"] + words) else { continue }
      plain += 1
      let parsed = try? Mucluc.parseAsRoot(["search"] + words) as? SearchCommand
      #expect(parsed?.settings == read, "\(words)")
    }
    #expect(plain > 150)
  }

  @Test(arguments: [
    ["--limit", "x", "tin"], ["--json", "--paths", "tin"], ["tin", "--help"], ["--index"], ["-x"],
    ["--json", "--json", "tin"], [], ["tin", "--", "-x"],
  ])
  func otherSearchesAreLeftToTheParser(_ words: [String]) {
    #expect(SearchSettings.plain(["search"] + words) == nil)
  }

  @Test func otherCommandsAreLeftToTheParser() {
    #expect(SearchSettings.plain(["index", "tin"]) == nil)
    #expect(SearchSettings.wellFormed(["index", "tin"]) == nil)
    #expect(SearchSettings.wellFormed([]) == nil)
  }
}
