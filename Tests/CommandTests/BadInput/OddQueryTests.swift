import Foundation
import Testing

@testable import ArticleIndex

/// Queries nobody should type. Any query searches something, ends soon, and warns.
@Suite struct OddQueryTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace(Workspace.samples) }

  @Test(arguments: [
    "", " ", " \t\n ", "!!! ??? ...", "(", "\"", "\"\"", "“ ”", "* ~ ^ : - + & |", "-", "🙂🙃",
    String(repeating: "(", count: 100_000), String(repeating: "()", count: 50_000),
    String(repeating: "\"", count: 100_000), "\u{1}\u{2}\u{7F}", "\u{202E}\u{2066}",
    "\u{301}\u{309}",
  ])
  func aQueryWithoutWordsFindsNothingAndSaysWhy(query: String) throws {
    let outcome = try workspace.run("search", "--", query)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.last == "mucluc: the query holds no word")
    #expect(outcome.errorLines.count <= 2)
    #expect(outcome.errors.isSafeForTerminals)

    let answer = try workspace.search("--", query)
    #expect(answer.status == 1)
    #expect(answer.hits.isEmpty)
    #expect(answer.summary.query == query)
    #expect(answer.summary.total == 0)
    #expect(answer.summary.warnings.last == "the query holds no word")
    // Counting and explaining take the query from there on as these did: no process is needed.
    let index = try workspace.open()
    #expect(try index.count(SearchRequest(query)) == 0)
    #expect(try index.explain(query).words.isEmpty)
  }

  @Test(arguments: [
    ("search --count", "0\n", Int32(1)), ("search --paths", "", 1), ("explain", "understood", 0),
  ])
  func whateverIsAskedForFindsNothing(_ command: String, _ start: String, _ status: Int32) throws {
    let outcome = try workspace.runner.run(
      command.split(separator: " ").map(String.init) + ["--", "!!! ??? ..."])
    #expect(outcome.status == status)
    #expect(start.isEmpty ? outcome.output.isEmpty : outcome.text.hasPrefix(start))
  }

  @Test(arguments: [
    String(repeating: "(", count: 60_000) + "khánh thành cầu"
      + String(repeating: ")", count: 60_000),
    "khanh (thanh OR) AND cau)))", "khanh* thanh~2 cau^",
    "title:khanh thanh cau",
    "khánh\u{1B}[31m thành\u{7} cầu", "\u{202E}khánh thành cầu\u{202C}", "khanh\nthanh\tcau",
    "\"khánh thành", "khánh thành\" cầu", "- khanh +thanh =cau", "\\khanh\\ thanh; cau & |",
    "khanh thanh cau' OR 1=1; --", "%s khanh thanh cau %n", "\u{FEFF}khanh thanh cau",
  ])
  func oddSignsDoNotHideTheWords(query: String) throws {
    let answer = try workspace.search("--", query)
    #expect(answer.status == 0)
    #expect(answer.hits.first?.path == workspace("articles/bridge.txt").string)
    #expect(answer.summary.query == query)
    let human = try workspace.run("search", "--", query)
    #expect(human.text.isSafeForTerminals)
    #expect(human.errors.isSafeForTerminals)
    let explanation = try workspace.run("explain", "--", query)
    #expect(explanation.status == 0)
    #expect(explanation.text.isSafeForTerminals)
  }

  @Test func aQueryOf10000WordsUsesTheFirstAndSaysSo() throws {
    // Words of letters alone: digits would be words of their own.
    let words = (0..<10_000).map { word($0) }
    for query in [
      ["khanh", "thanh", "cau"] + words,
      (0..<3_334).flatMap { _ in ["khanh", "thanh", "cau"] }.prefix(10_000).map { $0 },
    ] {
      let clock = ContinuousClock()
      var answer: SearchAnswer?
      let time = try clock.measure {
        answer = try SearchAnswer(try workspace.runner.run(["search", "--json"] + query))
      }
      #expect(answer?.status == 0)
      #expect(answer?.hits.first?.path == workspace("articles/bridge.txt").string)
      let warning = try #require(answer?.summary.warnings.first)
      #expect(warning == "only the first 200 of \(query.count) words are used")
      #expect(time < .seconds(10))
    }
  }

  /// A different word of letters for every number.
  private func word(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(
        String(number, radix: 16).unicodeScalars.compactMap {
          Unicode.Scalar($0.value + ($0.value < 0x3A ? 0x37 : 0))
        }))
  }

  @Test(arguments: [100, 10_000, 100_000])
  func aLongWordIsNoQueryToFearAsAnArgument(length: Int) throws {
    let answer = try workspace.search(String(repeating: "ă", count: length / 2))
    #expect(answer.status == 1)
    #expect(answer.hits.isEmpty)
    let mixed = try workspace.search("khanh thanh cau " + String(repeating: "x", count: length))
    #expect(mixed.hits.first?.path == workspace("articles/bridge.txt").string)
  }

  /// An argument may have 128 KiB; standard input takes more.
  @Test func aMegabyteOfOneWordIsAnsweredSoon() throws {
    let input =
      String(repeating: "x", count: 1 << 20) + "\n" + String(repeating: "á", count: 1 << 19) + "\n"
      + String(repeating: "x ", count: 1 << 19) + "\n" + "khanh thanh cau\n"
    let clock = ContinuousClock()
    var outcome: CommandRunner.Outcome?
    let time = try clock.measure { outcome = try workspace.run("search", "--batch", input: input) }
    #expect(outcome?.status == 0)
    #expect(outcome?.errors == "")
    let answers = try JSONAnswer.lines(BatchObject.self, try #require(outcome?.output))
    #expect(answers.map(\.hits.count) == [0, 0, 0, 1])
    #expect(time < .seconds(20))
  }

  @Test func anArgumentThatIsNotUTF8Searches() throws {
    let outcome = try workspace.runner.shell(
      #"mucluc search --json "$(printf 'khanh \377\376\351 thanh cau')""#)
    let answer = try SearchAnswer(outcome)
    #expect(answer.status == 0)
    #expect(answer.hits.first?.path == workspace("articles/bridge.txt").string)
    #expect(answer.summary.query.contains("\u{FFFD}"))

    let other = try workspace.runner.shell(#"mucluc show "$(printf '\377\376')""#)
    #expect(other.status == 2)
    #expect(other.errorLines.count == 1)
    let folder = try workspace.runner.shell(#"mucluc index "$(printf '\377\376')""#)
    #expect(folder.status == 2)
    #expect(folder.errorLines.count == 1)
  }
}
