import ArgumentParser
import ArticleIndex
import ArticleReading
import Foundation

/// How well and how fast web pages become articles.
///
/// Reads every `NAME.html` of a folder and compares lede and body with `NAME.gold.txt`, token by
/// token; then reads all of them over and over, on one core. Ends with status 1 if the average
/// precision or recall is under ``required``.
struct ExtractBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Extract web pages: precision and recall against gold texts, MB/s on one core.")

  /// The least average precision and recall.
  private static let required = 0.95

  @Argument(help: "A folder of NAME.html and NAME.gold.txt.")
  var folder: String
  @Option(help: "Seconds to measure the speed for.")
  var seconds = 2.0
  @Option(help: "Leave out pages whose name contains this.")
  var without: String?

  @Flag(help: "Print what was extracted, one line a field or paragraph.")
  var show = false

  func run() throws {
    let pages = try loadPages()
    guard !pages.isEmpty else { throw ValidationError("no NAME.html in \(folder)") }
    var (precision, recall, count) = (0.0, 0.0, 0)
    for page in pages {
      guard let gold = page.gold else { continue }
      let found = try? PageExtraction.article(fromHTML: page.bytes)
      let text = found.map { ([$0.lede] + $0.paragraphs).joined(separator: "\n") } ?? ""
      let overlap = TokenOverlap(found: text, gold: gold)
      precision += overlap.precision
      recall += overlap.recall
      count += 1
      print(row(page.name, overlap.precision, overlap.recall))
      if show, let found { dump(found) }
    }
    guard count > 0 else { throw ValidationError("no NAME.gold.txt in \(folder)") }
    (precision, recall) = (precision / Double(count), recall / Double(count))
    print(row("average of \(count) pages", precision, recall))
    measureSpeed(pages)
    if min(precision, recall) < Self.required { throw ExitCode.failure }
  }

  private struct Page {
    let name: String
    let bytes: [UInt8]
    let gold: String?
  }

  private func loadPages() throws -> [Page] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return names.filter { $0.hasSuffix(".html") }.compactMap { file in
      let name = String(file.dropLast(5))
      guard without.map({ !name.contains($0) }) ?? true,
        let bytes = FileManager.default.contents(atPath: "\(folder)/\(file)")
      else { return nil }
      let gold = FileManager.default.contents(atPath: "\(folder)/\(name).gold.txt")
      return Page(
        name: name, bytes: [UInt8](bytes), gold: gold.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// By the time the processor worked for us, so that what else the machine does counts little.
  private func measureSpeed(_ pages: [Page]) {
    let start = clock()
    let end = start + Int(seconds * Double(CLOCKS_PER_SEC))
    var (bytes, articles) = (0, 0)
    while clock() < end {
      for page in pages {
        bytes += page.bytes.count
        if (try? PageExtraction.article(fromHTML: page.bytes)) != nil { articles += 1 }
      }
    }
    let elapsed = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let rate = Double(bytes) / elapsed / 1e6
    print("\(articles) articles: \((rate * 10).rounded() / 10) MB/s (1 thread, bytes of HTML)")
  }

  private func dump(_ article: Article) {
    print("title:", article.title)
    print("date:", article.date?.sortKey ?? "-", "author:", article.author ?? "-")
    print("section:", article.section ?? "-", "source:", article.source ?? "-")
    print("url:", article.url ?? "-")
    print("lede:", article.lede)
    for paragraph in article.paragraphs { print("paragraph:", paragraph) }
  }

  private func row(_ name: String, _ precision: Double, _ recall: Double) -> String {
    let label = name.padding(toLength: 32, withPad: " ", startingAt: 0)
    return label + String(format: "  precision %.3f  recall %.3f", precision, recall)
  }
}
