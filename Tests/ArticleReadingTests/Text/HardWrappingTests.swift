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

  @Test("Wrapped paragraphs are joined", arguments: [30, 40, 60, 66, 72, 76, 80], [false, true])
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

  @Test("One long line does not keep the others from being joined", arguments: [36, 70])
  func outlier(width: Int) throws {
    let address = "https://bao.example/" + String(repeating: "lang-nghe/", count: 10)
    let first = wrap(Self.paragraphs[0], width: width) + "\n" + address
    let blocks = [first] + Self.paragraphs.dropFirst().map { wrap($0, width: width) }
    let text = "Vụ mùa sớm\n\n" + blocks.joined(separator: "\n\n")
    let article = try PlainTextReader().read(Array(text.utf8))
    #expect(article.lede == Self.paragraphs[0] + " " + address)
    #expect(article.paragraphs == Array(Self.paragraphs.dropFirst()))
  }

  @Test("Long verse in narrow lines is not joined")
  func narrowVerse() throws {
    let verse = (1...12).map { number in
      number.isMultiple(of: 2)
        ? "Trăng soi bến cũ đò ngang đợi chờ" : "Sông quê nước lớn lại đầy bờ xa"
    }
    let text = "Bến cũ\n\n" + verse.joined(separator: "\n")
    let article = try PlainTextReader().read(Array(text.utf8))
    #expect([article.lede] + article.paragraphs == verse)
  }

  @Test("A word that a hyphen divides is one; a compound keeps its hyphens")
  func divided() throws {
    let lines = [
      "Đoàn khách đi thăm vùng trồng nho của Ác-hen-",
      "ti-na rồi sang Chi-lê, nơi những vườn cây ăn trái",
      "nằm dưới chân núi tuyết phủ quanh năm, và infor-",
      "mation boards kể chuyện từng giống nho, từng mùa",
      "gió, từng đời người đã ở lại với đất đá nơi đây.",
    ]
    let article = try PlainTextReader().read(
      Array(
        ("Chuyến đi\n\n" + lines.joined(separator: "\n") + "\n\nHết chuyến, ai cũng muốn trở lại.")
          .utf8))
    #expect(article.lede.contains("của Ác-hen-ti-na rồi"))
    #expect(article.lede.contains("và information boards"))
  }
}
