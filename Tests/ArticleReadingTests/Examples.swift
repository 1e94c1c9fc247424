import ArticleReading
import SystemPackage

// The examples of the documentation, as they stand in it: ExamplesTests compares and runs them.

func printArticles(in path: FilePath) throws(ReadingError) {
  let articles = try ArticleReader().articles(in: path)
  while let result = try articles.next() {
    switch result {
    case .success(let read):
      print(read.article.title, read.article.date?.iso ?? "no date", read.encoding.rawValue)
    case .failure(let failure):
      print("a record at \(failure.position) cannot be read: \(failure.error.code)")
    }
  }
}

func printTitles(of path: FilePath) throws(ReadingError) {
  let articles = try ArticleReader().articles(in: path)
  while let result = try articles.next() {
    switch result {
    case .success(let read): print(read.article.date?.iso ?? "no date", read.article.title)
    case .failure(let failure): print("left out:", failure)
    }
  }
}

func titles(inFeed feed: [UInt8]) throws(ReadingError) -> [String] {
  let articles = try ArticleReader().articles(in: feed, named: "news.rss")
  var titles: [String] = []
  while let result = try articles.next() {
    if case .success(let read) = result { titles.append(read.article.title) }
  }
  return titles
}

func readExport(of path: FilePath) throws(ReadingError) -> ArticleStream {
  var fields = RecordFields()
  fields.mapped = [.title: ["ten_bao"], .body: ["noidung2", "data.text"]]
  return try ArticleReader(options: ReadingOptions(fields: fields)).articles(in: path)
}

func whatToDo(about error: ReadingError) -> String {
  switch error.cause {
  case .missingConverter(let converter): "install \(converter.package)"
  case .invalidUTF8(let offset?): "look at byte \(offset)"
  default: error.code.rawValue
  }
}
