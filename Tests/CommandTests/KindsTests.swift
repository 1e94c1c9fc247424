import TestSupport
import Testing

@testable import ArticleIndex

/// Documents of the state, pages that are no articles, dates that are inferred: from files to answers.
@Suite struct KindsTests {
  private static let decision = """
    ỦY BAN NHÂN DÂN
    TỈNH ĐỒNG MẪU
    Số: 77/2019/QĐ-UBND
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Đồng Mẫu, ngày 02 tháng 9 năm 2019
    QUYẾT ĐỊNH
    Về việc ban hành Quy chế quản lý chợ nông thôn
    CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG MẪU
    Căn cứ Luật Tổ chức chính quyền địa phương;
    Điều 1. Ban hành Quy chế quản lý chợ.
    """
  private static let list =
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>Tin mới - Báo Mẫu</title></head><body>"
    + String(
      repeating: "<div><h3><a href=/a>Làng Hạ mở lại phiên chợ gốm cuối năm</a></h3>"
        + "<p>Sáng chủ nhật, hơn sáu mươi hộ làm gốm bày hàng dọc bờ sông từ tinh mơ.</p></div>",
      count: 6) + "</body></html>"
  private static let page =
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>Làng Hạ mở lại phiên chợ</title>"
    + "<link rel=canonical href='https://bao.example/2022/07/08/cho.html'>"
    + "<meta property=article:section content='Xã hội,Giao thông'></head><body>"
    + "<h1>Làng Hạ mở lại phiên chợ</h1><div><p>Người mua đến từ các huyện bên, phần đông tìm chum "
    + "muối dưa và ấm đất nung già lửa.</p><p>Chợ sẽ họp đến rằm tháng chạp, buổi tối có lớp dạy nặn "
    + "đất cho trẻ nhỏ.</p></div></body></html>"

  @Test func aDecisionIsFoundByItsNumber() throws {
    let workspace = try Workspace(["qd.txt": Self.decision, "a.html": Self.page])
    for query in ["number:77/2019/QĐ-UBND", "number:77/2019", "number:\"qđ ubnd\""] {
      #expect(try workspace.search(query).hits.map(\.title).count == 1, "\(query)")
    }
    let shown = try workspace.run("show", "articles/qd.txt")
    #expect(shown.text.contains("number: 77/2019/QĐ-UBND\n"))
    #expect(shown.text.contains("date: 2019-09-02\n"))
  }

  @Test func anInferredDateIsMarkedAndEverySectionFound() throws {
    let workspace = try Workspace(["a.html": Self.page])
    let shown = try workspace.run("show", "articles/a.html").text
    #expect(shown.contains("date: 2022-07-08 (inferred)\n"))
    #expect(shown.contains("section: Xã hội; Giao thông\n"))
    for query in ["section:\"xã hội\"", "section:\"giao thông\""] {
      #expect(try workspace.search(query).hits.count == 1, "\(query)")
    }
  }

  @Test func pagesThatAreNoArticlesAreCounted() throws {
    let workspace = try Workspace(
      [
        "a.html": Self.page, "list.html": Self.list, "robots.txt": "User-agent: *\nDisallow: /\n",
      ], isIndexed: false)
    try workspace.makeFolder("articles/a_files")
    try workspace.write(Self.page, to: "articles/a_files/like.html")
    let first = try workspace.run("index", "articles")
    #expect(first.status == 0)
    #expect(first.text.contains("3 pages that are no articles"))
    #expect(first.text.contains("1 article in the index"))
    let all = try workspace.run("index", "articles", "--all-pages")
    #expect(all.text.contains("4 articles in the index"))
    // Remembered: nothing changes by the next run, nor by a rebuild.
    #expect(try workspace.run("index").text.contains("4 articles in the index"))
    #expect(try workspace.run("index", "--rebuild").text.contains("4 articles in the index"))
  }

  @Test func anArticleThatBecomesAListIsRemoved() throws {
    let workspace = try Workspace([
      "a.html": Self.page, "b.txt": Self.decision, "c.txt": "Tin\n\nMột.",
    ])
    try workspace.write(Self.list, to: "articles/a.html")
    let run = try workspace.run("index")
    #expect(run.text.contains("1 removed"))
    #expect(run.text.contains("2 articles in the index"))
  }
}
