import Testing

/// Words in which letters of another script stand in for Latin ones, from the shell.
@Suite struct LookAlikeSearchTests {
  // Cyrillic а, о and е, Greek Η and Α.
  private static let shared = Workspace.shared([
    "tin.txt":
      "Bão đổ bộ\n\nСơn bão số 3 vào Vіệt Nаm, sau đó qua Ηà Nội và tỉnh Thаnh Hóа trong đêm.\n",
    "khac.txt": "Mùa cá\n\nThuyền về bến sau ba ngày lênh đênh ngoài khơi.\n",
  ])

  let workspace: Workspace

  init() throws { workspace = try Workspace(Self.shared) }

  @Test(
    "Found as if it were Latin, marked as it is written",
    arguments: [
      ("việt nam", "Vіệt Nаm"), ("viet nam", "Vіệt Nаm"), ("\"hà nội\"", "Ηà Nội"),
      ("Thаnh Hóа", "Thаnh Hóа"), ("thanh hoa", "Thаnh Hóа"), ("son bao", "Сơn bão"),
    ])
  func found(query: String, marked: String) throws {
    let hit = try #require(try workspace.search(query).hits.first)
    #expect(hit.path == workspace("articles/tin.txt").string)
    #expect(hit.highlighted == marked.split(separator: " ").map(String.init))
    let shown = try workspace.run("search", "--color", "always", query)
    #expect(shown.text.contains("\u{1B}[1;31m\(marked)\u{1B}[0m"))
    #expect(try workspace.run("show", "articles/tin.txt").text.contains(marked))
  }
}
