import TestSupport
import Testing

@testable import ArticleReading

@Suite("Articles out of office files, compared with recorded ones")
struct OfficeGoldenTests {
  @Test(arguments: OfficeSamples.parsed)
  func parsed(_ sample: OfficeSamples.Sample) throws { try expect(sample) }

  @Test(.enabled(if: OfficeSamples.knowsFonts))
  func textInAFontOfTCVN3() throws { try expect(OfficeSamples.vnTime) }

  @Test(.enabled(if: OfficeSamples.hasPDFTools), arguments: OfficeSamples.pdfs)
  func printed(_ sample: OfficeSamples.Sample) throws { try expect(sample) }

  @Test(.enabled(if: OfficeSamples.hasAntiword))
  func word97() throws { try expect(OfficeSamples.word) }

  private func expect(_ sample: OfficeSamples.Sample) throws {
    let name = "office-" + sample.file.replacing(".", with: "-")
    try expectGolden(name, dump(OfficeSamples.read(sample)))
  }

  /// Every field on lines of its own.
  private func dump(_ read: ReadArticle) -> String {
    let article = read.article
    var lines = [
      "encoding: \(read.encoding.rawValue)", "title: \(article.title)",
      "date: \(article.date?.sortKey ?? "-")", "author: \(article.author ?? "-")",
      "source: \(article.source ?? "-")", "lede: \(article.lede)",
    ]
    lines += article.paragraphs.map { "paragraph: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
