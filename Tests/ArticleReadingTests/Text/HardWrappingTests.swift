import TestSupport
import Testing

@testable import ArticleReading

@Suite("Hard-wrapped text")
struct HardWrappingTests {
  private static let paragraphs = [
    "Sáng nay, hơn hai trăm hộ dân xã Đồng Tĩnh đã xuống đồng gieo cấy vụ mùa sớm hơn mọi năm "
      + "nửa tháng, bởi nước từ hồ Đại Lải đã về tới chân ruộng từ đầu tuần trước.",
    "Ông Nguyễn Văn Hòa, chủ nhiệm hợp tác xã, cho biết giống lúa mới chịu được úng và rét, "
      + "năng suất thử nghiệm vụ trước đạt sáu tấn một héc-ta, cao hơn giống cũ gần một tấn.",
    "Huyện hỗ trợ một nửa tiền giống, phần còn lại bà con trả sau khi thu hoạch, không tính lãi.",
  ]

  /// Fills lines up to a width, as an editor or mail program does.
  private func wrap(_ text: String, width: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test("Wrapped paragraphs are joined", arguments: [60, 66, 72, 76, 80], [false, true])
  func joined(width: Int, isDecomposed: Bool) throws {
    let blocks = Self.paragraphs.map { wrap($0, width: width) }
    var text = (["Vụ mùa sớm ở Đồng Tĩnh", "08/06/2020"] + blocks + ["Hoài An"])
      .joined(separator: "\n\n")
    if isDecomposed { text = decomposed(text) }
    let article = try PlainTextReader().read(Array(text.utf8))
    #expect(article.title == "Vụ mùa sớm ở Đồng Tĩnh")
    #expect(article.lede == Self.paragraphs[0])
    #expect(article.paragraphs == Array(Self.paragraphs.dropFirst()))
    #expect(article.author == "Hoài An")
  }

  @Test("A wrapped title is joined, too")
  func title() throws {
    let title = "Hơn hai trăm hộ dân xã Đồng Tĩnh xuống đồng gieo cấy vụ mùa sớm nửa tháng"
    let blocks = ([title] + Self.paragraphs).map { wrap($0, width: 64) }
    let article = try PlainTextReader().read(Array(blocks.joined(separator: "\n\n").utf8))
    #expect(article.title == title)
    #expect(article.paragraphs.count == 2)
  }

  @Test("Paragraphs of one line each, verse and lists are not joined")
  func notJoined() throws {
    let verse = [
      "Quê hương là chùm khế ngọt cho con trèo hái mỗi ngày bên hiên",
      "Quê hương là đường đi học", "Con về rợp bướm vàng bay", "Quê hương là con diều biếc",
      "Tuổi thơ con thả trên đồng", "Quê hương là con đò nhỏ",
    ]
    let text = "Tiêu đề\n\n" + verse.joined(separator: "\n")
    let article = try PlainTextReader().read(Array(text.utf8))
    #expect([article.lede] + article.paragraphs == verse)
  }
}
