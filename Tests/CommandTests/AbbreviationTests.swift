import Testing

/// Abbreviations from the shell: both ways, in phrases, and out of an index folder's own table.
@Suite struct AbbreviationTests {
  private static let articles = [
    "short.txt": "Tin ngắn\n\nUBND tỉnh Vĩnh Phúc giao Sở lo việc GPMB trên QL2 về TP.HCM.\n",
    "long.txt": "Tin dài\n\nỦy ban nhân dân tỉnh Vĩnh Phúc nhận giải phóng mặt bằng xong.\n",
    "city.txt": "Tin xa\n\nXe chạy quốc lộ về thành phố Hồ Chí Minh mỗi ngày hai chuyến.\n",
    "other.txt": "Tin khác\n\nNhân dân trong xã bàn việc làng, không chờ ai ủy thác.\n",
  ]
  /// With the built-in table alone.
  private static let shared = Workspace.shared(articles)

  /// The articles that have all that was asked for; best matches may follow them.
  private func found(_ query: String, in workspace: Workspace? = nil) throws -> Set<String> {
    let answer = try (workspace ?? Workspace(Self.shared)).search(query)
    return Set(
      answer.hits.prefix(answer.summary.total).map { hit in
        String(hit.path.split(separator: "/").last ?? "")
      })
  }

  @Test(arguments: [
    "ubnd tinh", "UBND tỉnh", "ủy ban nhân dân tỉnh", "uy ban nhan dan tinh",
    "\"ủy ban nhân dân tỉnh Vĩnh Phúc\"", "\"UBND tỉnh Vĩnh Phúc\"", "\"ubnd tinh vinh phuc\"",
    "gpmb", "giải phóng mặt bằng", "\"giai phong mat bang\"",
  ])
  func bothWays(query: String) throws {
    #expect(try found(query) == ["short.txt", "long.txt"])
  }

  @Test(arguments: [
    "TP.HCM", "tphcm", "TP HCM", "\"TP.HCM\"", "thành phố Hồ Chí Minh",
    "\"thành phố hồ chí minh\"", "ql", "quốc lộ", "\"quốc lộ\"",
  ])
  func cityAndRoad(query: String) throws {
    #expect(try found(query) == ["short.txt", "city.txt"])
  }

  @Test func strictAndExcludedWordsAreTakenAsTyped() throws {
    #expect(try found("=ubnd tinh") == ["short.txt"])
    #expect(try found("tỉnh -ubnd") == ["long.txt"])
  }

  /// No run of `index` in between.
  @Test func theTableOfTheIndexFolderTakesEffectAtOnce() throws {
    let workspace = try Workspace(Self.articles)
    try workspace.write("# ours\nVLXN | VX\tviệc làng\n", to: "Index/abbreviations.tsv")
    #expect(try found("vlxn", in: workspace) == ["other.txt"])
    #expect(try found("\"bàn vlxn\"", in: workspace) == ["other.txt"])
    #expect(try found("ubnd tinh", in: workspace).contains("long.txt") == false)
    workspace.remove("Index/abbreviations.tsv")
    #expect(try found("ubnd tinh", in: workspace) == ["short.txt", "long.txt"])
  }

  @Test func everyBadLineIsTold() throws {
    let workspace = try Workspace(Self.articles)
    try workspace.write("UBND\nAB\t\nVX\tviệc làng\n", to: "Index/abbreviations.tsv")
    let answer = try workspace.search("vx")
    #expect(answer.hits.count == 1)
    let warnings = answer.summary.warnings
    #expect(warnings.count == 2)
    #expect(warnings.first?.contains("abbreviations.tsv: line 1 is left out") == true)
    #expect(warnings.last?.contains("abbreviations.tsv: line 2 is left out") == true)
    let outcome = try workspace.run("search", "vx")
    #expect(outcome.status == 0)
    #expect(outcome.errorLines.count == 2)
  }

  @Test func aTableThatIsNoFileIsAWarning() throws {
    let workspace = try Workspace(Self.articles)
    try workspace.makeFolder("Index/abbreviations.tsv")
    let answer = try workspace.search("ubnd tinh")
    #expect(answer.summary.total == 2)
    #expect(answer.summary.warnings.first?.contains("using the built-in table") == true)
  }
}
