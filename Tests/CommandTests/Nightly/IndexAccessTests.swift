import Foundation
import Testing

/// Who may read an index: no more people than may read its articles.
struct IndexAccessTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace(isIndexed: false)
    for name in Samples.all.keys { try workspace.setPermissions(0o644, of: "articles/\(name)") }
  }

  private func permissions(_ generation: Int = 1) throws -> Int {
    let path = workspace("Index/generation-00000\(generation)").string
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func articlesForEverybodyMakeAnIndexForEverybody() throws {
    #expect(try workspace.index("articles").status == 0)
    #expect(try permissions() == 0o755)
    // As the folder of the index is.
    try workspace.setPermissions(0o750, of: "Index")
    #expect(try workspace.index("--rebuild").status == 0)
    #expect(try permissions(2) == 0o750)
  }

  @Test(arguments: ["articles/bridge.txt", "articles"])
  func oneThatIsNotMakesItPrivate(name: String) throws {
    #expect(try workspace.index("articles").status == 0)
    // Nothing else has changed, so there is no other generation.
    try workspace.setPermissions(name == "articles" ? 0o700 : 0o640, of: name)
    #expect(try workspace.index().counts == [0, 0, 0, 3, 0])
    #expect(try permissions() == 0o700)
    #expect(try workspace.index("--rebuild").status == 0)
    #expect(try permissions(2) == 0o700)
    #expect(try workspace.run("compact").status == 0)
    #expect(try permissions(3) == 0o700)
    #expect(try workspace.index("--shared").status == 0)
    #expect(try permissions(3) == 0o755)
    try workspace.setPermissions(name == "articles" ? 0o755 : 0o644, of: name)
    #expect(try workspace.index("--rebuild").status == 0)
    #expect(try permissions(4) == 0o755)
    try workspace.expectUnharmed()
  }

  /// What a run does not look at stays as it is.
  @Test func anotherFolderOpensNothing() throws {
    try workspace.setPermissions(0o600, of: "articles/bridge.txt")
    #expect(try workspace.index("articles").status == 0)
    try workspace.makeFolder("more")
    try workspace.write("Chợ nổi\n\nThuyền bè tấp nập.\n", to: "more/market.txt")
    try workspace.setPermissions(0o644, of: "more/market.txt")
    #expect(try workspace.index("more").status == 0)
    #expect(try permissions(2) == 0o700)
  }
}
