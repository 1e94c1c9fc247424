import Testing

/// The same story in several papers is one hit.
@Suite struct CopiesTests {
  private static let story = """
    Sáng nay, đoàn công tác của tỉnh đã tới kiểm tra tuyến đê bao quanh xã cù lao, nơi hơn ba trăm \
    hộ dân đang chạy đua với con nước. Theo báo cáo của ban chỉ huy, ba điểm xung yếu đã được gia cố \
    bằng cừ tràm và bao cát, lực lượng thường trực thay phiên nhau canh gác suốt đêm. Trưởng ấp cho \
    biết bà con đã đưa lúa lên chỗ cao, học sinh được nghỉ học hai ngày, xuồng máy của xã luôn sẵn \
    sàng đưa người già và trẻ nhỏ sang bờ bên kia khi có lệnh. Dự kiến nước sẽ rút trong tuần tới.
    """

  private static let articles = [
    "1.txt": "Giữ đê cù lao trong mùa nước\n\n\(story)\n",
    "2.txt": "Giữ đê cù lao trong mùa nước\n\n\(story)\n\nTheo bản tin tổng hợp\n",
    "3.txt": "Đoàn công tác kiểm tra đê bao\n\n\(story)\n",
    "4.txt": "Tin khác về đê cù lao\n\n"
      + story.split(separator: " ").reversed().joined(separator: " ") + "\n",
  ]
  private static let shared = Workspace.shared(articles)

  let workspace: Workspace

  init() throws { workspace = try Workspace(Self.shared) }

  @Test func jsonTellsTheCopies() throws {
    let answer = try workspace.search("de bao cu lao")
    #expect(answer.summary.total == 3)
    #expect(answer.hits.count == 2)
    let hit = try #require(answer.hits.first { !$0.copies.isEmpty })
    #expect(hit.copies.count == 2)
    let names = [hit.path] + hit.copies.map(\.path)
    #expect(Set(names) == Set((1...3).map { workspace("articles/\($0).txt").string }))
    for copy in hit.copies {
      let shown = try workspace.run("show", "--json", "#\(copy.number)")
      #expect(shown.text.contains(copy.path))
      #expect(copy.title.contains("đê") && copy.source == nil)
    }
    #expect(answer.hits.map(\.rank) == [1, 2])
  }

  @Test func peopleSeeHowMany() throws {
    let outcome = try workspace.run("search", "de bao cu lao")
    #expect(outcome.text.contains(" · +2 bản khác"))
    #expect(outcome.text.contains("1 of 3 articles and 1 more"))
  }

  @Test func allAreShownOnRequest() throws {
    let answer = try workspace.search("de bao cu lao", "--no-collapse")
    #expect(answer.hits.count == 4)
    #expect(answer.hits.allSatisfy { $0.copies.isEmpty })
    let text = try workspace.run("search", "de bao cu lao", "--no-collapse").text
    #expect(!text.contains("bản khác"))
  }

  @Test func pathsAndCounts() throws {
    #expect(try workspace.run("search", "--paths", "de bao cu lao").lines.count == 2)
    #expect(try workspace.run("search", "--paths", "--no-collapse", "de bao").lines.count == 4)
    #expect(try workspace.run("search", "--count", "de bao cu lao").text == "3\n")
    let batch = try workspace.run("search", "--batch", input: "de bao cu lao\n")
    let object = try #require(try JSONAnswer.lines(BatchObject.self, batch.output).first)
    #expect(object.hits.count == 2 && object.total == 3)
  }

  /// A copy that comes later, or changes, is known as soon as it is indexed.
  @Test func copiesComeAndGo() throws {
    let workspace = try Workspace(Self.articles)
    try workspace.write("Thêm một báo nữa\n\n\(Self.story)\n", to: "articles/5.txt")
    try workspace.write(
      "Giữ đê cù lao\n\nBài đã viết lại hẳn, đê bao cù lao.\n", to: "articles/3.txt")
    #expect(try workspace.index().counts == [1, 1, 0, 3, 0])
    let hits = try workspace.search("de bao cu lao").hits
    #expect(hits.map { $0.copies.count }.sorted() == [0, 0, 2])
  }
}
