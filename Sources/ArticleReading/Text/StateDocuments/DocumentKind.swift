/// The kinds of documents that offices of the state and the Party issue.
enum DocumentKind {
  /// The kind that a line begins with, and how many of its words name it.
  static func leading(_ folded: String) -> (name: String, words: Int)? {
    let words = folded.split(separator: " ").prefix(longest)
    for count in stride(from: words.count, to: 0, by: -1) {
      var key = words.prefix(count).joined(separator: " ")
      if key.last == ":" { key.removeLast() }
      if let name = names[key] { return (name, count) }
    }
    return nil
  }

  /// How a kind is written, from its folded name.
  static func name(of folded: String) -> String? { names[folded] }

  /// A letter from office to office, which does not say what it is.
  static let letter = "Công văn"

  private static let longest = 5

  private static let names: [String: String] = {
    let all = [
      "Nghị quyết", "Nghị quyết liên tịch", "Quyết định", "Chỉ thị", "Nghị định", "Thông tư",
      "Thông tư liên tịch", "Luật", "Bộ luật", "Pháp lệnh", "Lệnh", "Quy chế", "Quy định",
      "Thông cáo", "Thông báo", "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án",
      "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Công văn", "Công điện", "Kết luận", "Giấy mời",
      "Thư mời", "Chương trình hành động", "Kế hoạch liên tịch", "Hướng dẫn liên ngành",
      "Quy chế phối hợp", "Thông tri", "Tuyên bố", "Phúc đáp", "Giấy phép", "Giấy chứng nhận",
    ]
    return Dictionary(all.map { (foldedLine($0[...]), $0) }) { first, _ in first }
  }()
}
