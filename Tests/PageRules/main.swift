import ArticleReading
import Foundation

// Reads the pages whose paths come in, one a line, and prints what it makes of each as a line of JSON. Built
// only by `rules.py`.

private struct Page: Encodable {
  var page: String
  var error: String?
  var title: String?
  var text: String?
  var date: String?
  var isInferred = false
  var author: String?
}

private func read(_ path: String) -> Page {
  var page = Page(page: path)
  guard let bytes = FileManager.default.contents(atPath: path) else {
    page.error = "no file"
    return page
  }
  do {
    let article = try PageExtraction.article(fromHTML: Array(bytes))
    page.title = article.title
    page.text = ([article.lede] + article.paragraphs).joined(separator: "\n\n")
    page.date = article.date?.iso
    page.isInferred = article.isDateInferred
    page.author = article.author
  } catch {
    page.error = "\(error)"
  }
  return page
}

let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
while let path = readLine() {
  print(String(decoding: try encoder.encode(read(path)), as: UTF8.self))
}
