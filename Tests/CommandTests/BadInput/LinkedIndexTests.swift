import Foundation
import Testing

/// Links that somebody has put into the folder of an index: nothing is written to where they lead.
struct LinkedIndexTests {
  @Test(arguments: ["XAPIANDB.new", "last-run.new", "XAPIANDB", "last-run"])
  func whatIsReplacedIsNotWrittenThrough(name: String) throws {
    let workspace = try Workspace()
    let victim = workspace("victim").string
    try "nguyên vẹn".write(toFile: victim, atomically: false, encoding: .utf8)
    if !name.hasSuffix(".new") {
      // What is read through a link stays what it was.
      workspace.remove("victim")
      try FileManager.default.moveItem(atPath: workspace("Index/\(name)").string, toPath: victim)
    }
    let before = try String(contentsOfFile: victim, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: workspace("Index/\(name)").string, withDestinationPath: victim)
    try workspace.write("Chợ nổi\n\nThuyền bè tấp nập.\n", to: "articles/market.txt")
    let outcome = try workspace.run("index")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == before)
    #expect(try workspace.articleCount() == 4)
    #expect(try workspace.run("check").status == 0)
  }

  @Test func aLinkedLockMakesNoFile() throws {
    let workspace = try Workspace(isIndexed: false)
    try workspace.makeFolder("Index")
    try FileManager.default.createSymbolicLink(
      atPath: workspace("Index/.writer-lock").string,
      withDestinationPath: workspace("victim").string)
    let outcome = try workspace.run("index", "articles")
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1)
    #expect(!FileManager.default.fileExists(atPath: workspace("victim").string))
  }
}
