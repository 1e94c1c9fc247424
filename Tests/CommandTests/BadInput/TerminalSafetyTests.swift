import Foundation
import SystemPackage
import Testing

/// Articles, paths and queries that try to steer the terminal: never raw for people, escaped in
/// JSON and intact when it is read back.
@Suite struct TerminalSafetyTests {
  struct Attack: CustomTestStringConvertible {
    var testDescription: String
    var characters: String
  }

  static let attacks = [
    Attack(testDescription: "clear screen", characters: "\u{1B}[2J\u{1B}[H"),
    Attack(testDescription: "window title", characters: "\u{1B}]0;owned\u{07}"),
    Attack(testDescription: "C1 CSI", characters: "\u{9B}31m"),
    Attack(testDescription: "C1 OSC and ST", characters: "\u{9D}8;;http://x\u{9C}"),
    Attack(testDescription: "backspaces and bell", characters: "\u{08}\u{08}\u{07}"),
    Attack(testDescription: "delete", characters: "\u{7F}"),
    Attack(testDescription: "bidirectional override", characters: "\u{202E}\u{202D}"),
    Attack(testDescription: "bidirectional isolates", characters: "\u{2066}\u{2067}\u{2069}"),
    Attack(testDescription: "marks of direction", characters: "\u{200E}\u{200F}\u{061C}"),
    Attack(testDescription: "line and paragraph separators", characters: "\u{2028}\u{2029}"),
    Attack(testDescription: "next line", characters: "\u{85}"),
    Attack(testDescription: "carriage return in a line", characters: "\u{1B}M\u{0B}\u{0C}"),
  ]

  /// All of them at once.
  static let everyAttack = Attack(
    testDescription: "all", characters: attacks.map(\.characters).joined(separator: " "))

  private func workspace(_ attack: Attack) throws -> Workspace {
    let characters = attack.characters
    let workspace = try Workspace(isIndexed: false)
    // So much text that a few controls do not make it binary.
    let filler = String(repeating: "Nước lên rồi nước lại xuống. ", count: 300)
    let text = """
      Khánh thành \(characters) chợ nổi

      08/06/2020

      Thuyền \(characters) bè tấp \(characters)nập trên\(characters) sông Tiền \(characters).

      Bà con \(characters) hai bờ đi chợ từ sớm tinh mơ. \(filler)

      \(characters)Hoài An\(characters)

      """
    let name = characters.filter { $0 != "/" }
    try workspace.write(text, to: "articles/\(name) tin.txt")
    return workspace
  }

  @Test func nothingReachesTheTerminalRaw() throws {
    let attack = Self.everyAttack
    let workspace = try workspace(attack)
    try workspace.write([0xFF], to: workspace("articles/\(attack.characters.filter { $0 != "/" })"))
    let first = try workspace.run("index", "articles")
    #expect(first.status == 3)
    #expect(first.errorLines.count == 1)
    #expect(first.errors.unsafeScalars == [])
    for arguments in [
      ["search", "thuyen be tap nap"], ["search", attack.characters + " thuyen be"], ["show", "1"],
      ["show", "2"], ["show", "3"], ["show", "4"], ["status"], ["explain", attack.characters],
      ["search", "--color", "never", "cho noi"], ["show", attack.characters], ["index"],
      ["index", attack.characters], ["search", "x", "--index", attack.characters],
      ["search", "--limit", attack.characters, "x"], [attack.characters],
      ["search", "--" + attack.characters],
    ] {
      let outcome = try workspace.runner.run(arguments)
      #expect(outcome.text.unsafeScalars == [], "\(arguments)")
      #expect(outcome.errors.unsafeScalars == [], "\(arguments)")
    }
    let hits = try workspace.run("search", "--limit", "1", "thuyen be tap nap")
    #expect(hits.status == 0)
    #expect(hits.text.contains("Thuyền"))
    try workspace.expectUnharmed(articles: 4)
  }

  @Test(arguments: attacks)
  func coloursAreOnlyTheProgramsOwn(attack: Attack) throws {
    let workspace = try workspace(attack)
    #expect(try workspace.run("index", "articles").status == 0)
    let outcome = try workspace.run("search", "--color", "always", "thuyen be tap nap cho noi")
    #expect(outcome.status == 0)
    let own = try Regex("\u{1B}\\[[0-9;]*m")
    #expect(outcome.text.contains(own))
    #expect(outcome.text.replacing(own, with: "").unsafeScalars == [])
  }

  @Test(arguments: attacks)
  func jsonIsEscapedAndReadBackIntact(attack: Attack) throws {
    let workspace = try workspace(attack)
    let run = try workspace.index("articles")
    #expect(run.counts == [4, 0, 0, 0, 0])
    let outcome = try workspace.run(
      "search", "--json", "--limit", "1", "thuyền \(attack.characters) bè")
    #expect(outcome.text.unsafeScalars == [])
    let answer = try SearchAnswer(outcome)
    let hit = try #require(answer.hits.first)
    let name = attack.characters.filter { $0 != "/" }
    #expect(hit.path == workspace("articles/\(name) tin.txt").string)
    #expect(answer.summary.query == "thuyền \(attack.characters) bè")
    #expect(hit.highlighted.contains("Thuyền"))

    let shown = try workspace.run("show", "--json", hit.id)
    #expect(shown.text.unsafeScalars == [])
    struct Shown: Decodable { var text: String }
    let text = try JSONAnswer.decode(Shown.self, shown.output).text
    #expect(hit.matches.map { HitObject.cut($0, from: text).lowercased() }.contains("thuyền"))

    let batch = try workspace.run("search", "--batch", input: "thuyen \(attack.characters) be\n")
    #expect(batch.text.unsafeScalars == [])
    try workspace.write([0xFF], to: workspace("articles/\(name)"))
    let report = try workspace.run("index", "--json")
    #expect(report.text.unsafeScalars == [])
    #expect(report.status == 3)
  }

  /// A document that is a zip whose members are called `../../evil.txt`, `/tmp/mucluc-evil.txt`, an
  /// escape sequence, `word/document.xml` and `../word/document.xml`.
  private static let hostileArchive = """
    UEsDBBQAAAAIAAAAIVCDFtyMAwAAAAEAAAAOAAAALi4vLi4vZXZpbC50eHSrAABQSwMEFAAAAAgAAAAhUIMW3IwD
    AAAAAQAAABQAAAAvdG1wL211Y2x1Yy1ldmlsLnR4dKsAAFBLAwQUAAAACAAAACFQgxbcjAMAAAABAAAADQAAAHdv
    cmQvG1sySi54bWyrAABQSwMEFAAAAAgAAAAhULIsWBSnAAAA4gAAABEAAAB3b3JkL2RvY3VtZW50LnhtbLMpt0rJ
    Ty7NTc0rUajIzckrtiq3VcooKSmw0tcvTs5IzU0s1ssvSM0DyqXlF+UmlgC5Ren65flFKQVF+cmpxcWZeem5OfpG
    BgZm+rmJmXlKdjblVkn5KZUgugBEFIGIEjvnjIe7FyvkPdw9NVPB+fDCTIWgI8156Tb6IDkQWQQmC9C1hWSUVj7c
    3ZinkHR4hULJw11LC4Bm7FpboIdFpz7MZn2Er+wAUEsDBBQAAAAIAAAAIVAVJtv7AwAAAAEAAAAUAAAALi4vd29y
    ZC9kb2N1bWVudC54bWyrBABQSwECFAMUAAAACAAAACFQgxbcjAMAAAABAAAADgAAAAAAAAAAAAAAgAEAAAAALi4v
    Li4vZXZpbC50eHRQSwECFAMUAAAACAAAACFQgxbcjAMAAAABAAAAFAAAAAAAAAAAAAAAgAEvAAAAL3RtcC9tdWNs
    dWMtZXZpbC50eHRQSwECFAMUAAAACAAAACFQgxbcjAMAAAABAAAADQAAAAAAAAAAAAAAgAFkAAAAd29yZC8bWzJK
    LnhtbFBLAQIUAxQAAAAIAAAAIVCyLFgUpwAAAOIAAAARAAAAAAAAAAAAAACAAZIAAAB3b3JkL2RvY3VtZW50Lnht
    bFBLAQIUAxQAAAAIAAAAIVAVJtv7AwAAAAEAAAAUAAAAAAAAAAAAAACAAWgBAAAuLi93b3JkL2RvY3VtZW50Lnht
    bFBLBQYAAAAABQAFADoBAACdAQAAAAA=
    """

  /// Names in an archive are only compared: nothing is written anywhere.
  @Test func membersOfAnArchiveReachNothing() throws {
    let workspace = try Workspace(isIndexed: false)
    let bytes = try #require(
      Data(base64Encoded: Self.hostileArchive, options: .ignoreUnknownCharacters))
    try workspace.makeFolder("articles/a/b")
    try workspace.write([UInt8](bytes), to: workspace("articles/a/b/evil.docx"))
    // A compressed file may carry a name as well.
    let packed = try workspace.runner.shell(
      "cd articles && printf 'Lễ hội đua voi\\n\\nVoi chạy.\\n' >x.txt && gzip -c x.txt >../y"
        + " && (head -c 3 ../y; printf '\\010'; head -c 10 ../y | tail -c 6;"
        + " printf '../../evil\\033[2J.txt\\000'; tail -c +17 ../y) >z.txt.gz && rm x.txt ../y")
    #expect(packed.status == 0, "\(packed.errors)")
    let before = try FileManager.default.subpathsOfDirectory(atPath: workspace.path.string)
    let outcome = try workspace.run("index", "articles")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.text.isSafeForTerminals)
    let after = try FileManager.default.subpathsOfDirectory(atPath: workspace.path.string)
    #expect(after.filter { !$0.hasPrefix("Index") }.sorted() == before.sorted())
    #expect(!FileManager.default.fileExists(atPath: "/tmp/mucluc-evil.txt"))
    let answer = try workspace.search("cho noi cai rang")
    #expect(answer.hits.first?.path == workspace("articles/a/b/evil.docx").string)
    let unpacked = try workspace.search("dua voi")
    #expect(unpacked.hits.first?.path == workspace("articles/z.txt.gz").string)
  }

  /// For a pipe paths are what the file system says; on a terminal they are made visible.
  @Test func pathsAreMadeVisibleOnATerminalOnly() throws {
    let workspace = try workspace(Self.attacks[0])
    #expect(try workspace.run("index", "articles").status == 0)
    let arguments = ["search", "--paths", "thuyen be tap nap"]
    #expect(try workspace.runner.run(arguments).text.contains("\u{1B}[2J"))
    let (status, screen) = try workspace.runner.runOnTerminal(arguments)
    #expect(status == 0)
    #expect(screen.contains("␛[2J"))
    #expect(!screen.contains("\u{1B}"))
  }
}
