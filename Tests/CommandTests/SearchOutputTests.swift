import Foundation
import Testing

/// `search` for people, and its short forms for pipes.
@Suite struct SearchOutputTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace(Workspace.samples) }

  @Test func aHitShowsTitleDateAuthorPathAndSnippet() throws {
    let outcome = try workspace.run("search", "vinh phuc chuyen doi so")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.lines[0] == " 1. Vĩnh Phúc đẩy mạnh chuyển đổi số trong cơ quan nhà nước")
    #expect(outcome.lines[1].hasPrefix("    2020-06-08 · Hoài An · articles/digital.txt · #"))
    #expect(outcome.lines[2].hasPrefix("    Sở Thông tin và Truyền thông tỉnh Vĩnh Phúc vừa"))
    #expect(outcome.lines.last?.hasPrefix("1 of 1 article, ") == true)
    #expect(!outcome.text.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("lua xyzzy", "1 best match, "), ("lua song hau xyzzy", "2 best matches, "),
    ("lua", "1 of 1 article, "),
  ])
  func theLastLineCounts(query: String, start: String) throws {
    let outcome = try workspace.run("search", query)
    #expect(outcome.lines.last?.hasPrefix(start) == true, "\(outcome.text)")
  }

  @Test func theNumberShownIsWhatShowTakes() throws {
    let outcome = try workspace.run("search", "vinh phuc chuyen doi so")
    let number = try #require(outcome.lines[1].split(separator: " ").last).description
    #expect(number.hasPrefix("#"))
    let byPath = try workspace.run("show", "articles/digital.txt")
    for article in [number, String(number.dropFirst())] {
      let shown = try workspace.run("show", article)
      #expect(shown.status == 0)
      #expect(shown.text == byPath.text)
    }
  }

  @Test func pathsElsewhereAreAbsolute() throws {
    workspace.runner.folder.appendPathComponent("Index")
    let outcome = try workspace.run(
      "search", "--index", workspace("Index").string, "--limit", "1", "mua lua")
    #expect(
      outcome.text.replacingOccurrences(of: "\n    ", with: "").contains(
        workspace("articles/harvest.txt").string))
  }

  @Test func linesFitTheColumns() throws {
    workspace.runner.environment["COLUMNS"] = "40"
    let outcome = try workspace.run("search", "vinh phuc chuyen doi so")
    #expect(outcome.lines.count > 6)
    for line in outcome.lines { #expect(line.count <= 40, "\(line)") }
  }

  @Test func colourOnRequestMarksTheWords() throws {
    workspace.runner.environment["COLUMNS"] = "100"
    let outcome = try workspace.run("search", "--color", "always", "vinh phuc chuyen doi so")
    #expect(outcome.text.contains("\u{1B}[1;31mVĩnh Phúc\u{1B}[0m"))
    #expect(outcome.text.contains("\u{1B}[1;31mchuyển đổi số\u{1B}[0m"))
    let plain = try workspace.run("search", "--color", "never", "vinh phuc chuyen doi so")
    let stripped = outcome.text.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "")
    #expect(stripped.split(separator: "\n").dropLast() == plain.lines.dropLast().map { $0[...] })
  }

  @Test(arguments: [
    ([:], [], true), (["NO_COLOR": "1"], [], false), (["NO_COLOR": ""], [], true),
    ([:], ["--color", "never"], false), (["NO_COLOR": "1"], ["--color", "always"], true),
  ])
  func colourOnATerminal(environment: [String: String], options: [String], isOn: Bool) throws {
    workspace.runner.environment = environment
    let (status, screen) = try workspace.runner.runOnTerminal(["search", "mua lua"] + options)
    #expect(status == 0)
    #expect(screen.contains("\u{1B}[") == isOn)
    #expect(screen.contains("harvest.txt"))
    let (nothing, silence) = try workspace.runner.runOnTerminal(["search", "xyzzy"] + options)
    #expect(nothing == 1)
    #expect(silence == "mucluc: nothing found\r\n")
  }

  @Test(arguments: [[], ["--json"], ["--paths"], ["--count"], ["--paths", "-0"]])
  func noColourInAPipe(options: [String]) throws {
    let outcome = try workspace.runner.run(["search", "mua lua"] + options)
    #expect(outcome.status == 0)
    #expect(!outcome.text.contains("\u{1B}"))
  }

  @Test func nothingFoundIsSilentInAPipe() throws {
    for options in [[], ["--paths"], ["--paths", "-0"]] {
      let outcome = try workspace.runner.run(["search", "xyzzy"] + options)
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test func pathsOneALineBestFirst() throws {
    let hits = try workspace.search("vinh phuc song hau lua").hits.map(\.path)
    #expect(hits.count == 3)
    let lines = try workspace.run("search", "--paths", "vinh phuc song hau lua")
    #expect(lines.lines == hits)
    let zero = try workspace.run("search", "--paths", "-0", "vinh phuc song hau lua")
    #expect(zero.text == hits.map { $0 + "\0" }.joined())
    let null = try workspace.run("search", "--paths", "--null", "vinh phuc song hau lua")
    #expect(null.output == zero.output)
  }

  @Test(arguments: [
    ("vinh phuc", "1\n", Int32(0)), ("xyzzy", "0\n", 1), ("\"song hau\"", "1\n", 0),
  ])
  func countIsOneInteger(query: String, output: String, status: Int32) throws {
    let outcome = try workspace.run("search", "--count", query)
    #expect(outcome.text == output)
    #expect(outcome.status == status)
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: ["head -c 1", "head -n 1", "true"])
  func aReaderThatLeavesEndsTheSearchQuietly(reader: String) throws {
    for search in ["search --json lua vinh", "search lua vinh", "show 1", "status", "--help"] {
      let outcome = try workspace.runner.shell(
        "{ mucluc \(search); echo \"status $?\" >&2; } | \(reader)")
      let lines = outcome.errorLines.filter { !$0.contains("the others match some") }
        .filter { !$0.contains("no article has all") }
      #expect(lines == ["status 0"], "\(search)")
    }
    let batch = try workspace.runner.shell(
      "{ yes lua 2>&- | head -n 2000 2>&- | mucluc search --batch; echo \"status $?\" >&2; } | \(reader)"
    )
    #expect(batch.errorLines == ["status 0"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
  func aFullDiskIsAnErrorInOneLine() throws {
    let workspace = try Workspace()
    for command in [
      "search lua", "search --json lua", "search --count lua", "show 1", "status", "explain lua",
      "index", "index --json", "--help", "--version", "help search", "search --help",
    ] {
      let outcome = try workspace.runner.shell("mucluc \(command) > /dev/full")
      #expect(outcome.status == 2)
      #expect(
        outcome.errorLines == [
          "mucluc: standard output: cannot be written: No space left on device (make room and run again)"
        ], "\(command)")
    }
  }
}
