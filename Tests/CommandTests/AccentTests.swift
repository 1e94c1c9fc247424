import Testing

/// `--accents`: what typed marks do, from the shell.
@Suite struct AccentTests {
  private static let shared = Workspace.shared([
    "ma-cha.txt": "Chuyện má\n\nMá kể chuyện ngày xưa ở quê nhà.\n",
    "ma-ngua.txt": "Chuyện mã\n\nMã là con ngựa trong sách cũ.\n",
    "ma-quy.txt": "Chuyện ma\n\nMa chỉ có trong lời kể của người già.\n",
    "hoa-cu.txt": "Bài một\n\nXóm Hòa Bình yên vui.\n",
    "hoa-moi.txt": "Bài hai\n\nXóm Hoà Bình đón khách.\n",
  ])

  let workspace: Workspace

  init() throws { workspace = try Workspace(Self.shared) }

  private func found(_ query: String, _ mode: String?) throws -> [String] {
    let options = mode.map { ["--accents", $0] } ?? []
    let outcome = try workspace.runner.run(
      ["search", "--paths", "--limit", "100", query] + options)
    return outcome.lines.map { String($0.dropFirst(workspace("articles/").string.count)) }
      .map { $0.replacingOccurrences(of: "/", with: "") }
  }

  @Test(arguments: [nil, "prefer"])
  func preferRanksTheTypedSpellingFirst(mode: String?) throws {
    for (query, first) in [("má", "ma-cha.txt"), ("mã", "ma-ngua.txt")] {
      let found = try found(query, mode)
      #expect(found.first == first)
      #expect(Set(found) == ["ma-cha.txt", "ma-ngua.txt", "ma-quy.txt"])
    }
    #expect(try found("ma", mode).count == 3)
  }

  @Test func ignoreTakesEverySpellingAlike() throws {
    let plain = try found("ma", "ignore")
    #expect(plain.count == 3)
    #expect(try found("má", "ignore") == plain)
    #expect(try found("mã", "ignore") == plain)
  }

  @Test func requireDemandsTypedMarksOnly() throws {
    #expect(try found("má", "require") == ["ma-cha.txt"])
    #expect(try found("mã", "require") == ["ma-ngua.txt"])
    #expect(try found("ma", "require").count == 3)
    #expect(try found("mạ", "require").isEmpty)
    #expect(try found("chuyen má", "require") == ["ma-cha.txt"])
    #expect(try found("chuyện ma", "require").count == 3)
  }

  @Test(
    arguments: ["prefer", "ignore", "require"], ["hòa bình", "hoà bình", "HÒA BÌNH", "hoa binh"])
  func tonePlacementIsNoDifference(mode: String, query: String) throws {
    #expect(Set(try found(query, mode)) == ["hoa-cu.txt", "hoa-moi.txt"])
  }

  @Test func requireHoldsInPhrasesAndIsNotRelaxed() throws {
    #expect(try found("\"má kể\"", "require") == ["ma-cha.txt"])
    #expect(try found("\"ma kể\"", "require") == ["ma-cha.txt"])
    #expect(try found("\"mã kể\"", "require").isEmpty)
    #expect(try found("\"mã kể\"", "prefer") == ["ma-cha.txt"])
    #expect(try found("mạ chuyện ngày xưa", "require").isEmpty)
  }

  @Test func highlightsFollowTheMode() throws {
    let answer = try workspace.search("--accents", "require", "má")
    #expect(answer.hits.map(\.highlighted) == [["Má"]])
  }
}
