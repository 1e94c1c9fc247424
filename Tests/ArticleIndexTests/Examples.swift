import ArticleIndex
import ArticleReading
import SystemPackage

// The examples of the documentation, as they stand in it: ExamplesTests compares and runs them.

func indexAndSearch() throws {
  let indexer = ArticleIndexer(index: IndexFolder("Index"))
  let report = try indexer.run(folders: ["Samples/Articles"])
  print("\(report.added) articles are new")

  let index = try SearchIndex(at: IndexFolder("Index"))
  let result = try index.search(SearchRequest("vinh phuc chuyen doi so"))
  for hit in result.hits {
    print("\(hit.rank). \(hit.article.title)")
  }
}

func update(_ index: IndexFolder) throws {
  var indexer = ArticleIndexer(index: index)
  indexer.onProgress = { progress in print("\(progress.done) of \(progress.total) files") }
  let report = try indexer.run(folders: ["/srv/news"])
  print("\(report.added) added, \(report.updated) updated, \(report.removed) removed")
  for failure in report.failures {
    print("\(failure.path): \(failure.cause)")
  }
}

func forgetOldNews() throws {
  let report = try ArticleIndexer(index: IndexFolder("Index")).forget("/srv/old-news")
  print("\(report.removed) articles are gone")
}

func publish(to index: IndexFolder) throws {
  let article = Article(
    title: "Vĩnh Phúc chuyển đổi số từ những tổ công nghệ ở thôn",
    date: ArticleDate(year: 2023, month: 3, day: 14),
    paragraphs: ["Ba tháng sau khi 128 tổ công nghệ số cộng đồng ra mắt, …"],
    author: "Lê Khánh Vân")
  let changes: [ArticleChange] = [.put(id: "vp-0815", article), .remove(id: "vp-0007")]
  let report = try ArticleIndexer(index: index).apply(changes)
  print("\(report.added) added, \(report.updated) replaced, \(report.removed) removed")
}

func titles(in path: FilePath) throws -> [String] {
  let articles = try ArticleReader().articles(in: path)
  var titles: [String] = []
  while let result = try articles.next() {
    if case .success(let read) = result { titles.append(read.article.title) }
  }
  return titles
}

func search(_ index: SearchIndex) throws {
  var request = SearchRequest("title:(cầu OR phà) after:2019", limit: 5)
  request.sort = .newestFirst
  request.facets = [.section, .year]
  request.collapsesCopies = true
  let result = try index.search(request)

  print("\(result.total) articles")
  for hit in result.hits {
    print(hit.rank, hit.article.title, hit.article.date?.iso ?? "")
    print(hit.snippet.text)
  }
  for facet in result.facets {
    for value in facet.counts { print(facet.field.rawValue, value.value, value.count) }
  }
  for query in result.suggestions { print("Did you mean \(query)?") }
}

func related(to hit: Hit, in index: SearchIndex) throws -> [String] {
  let result = try index.similar(SimilarRequest(to: hit.number, limit: 3))
  return result?.hits.map(\.article.title) ?? []
}

func missingIndex() {
  do {
    _ = try SearchIndex(at: IndexFolder("Index"))
  } catch {
    if error.code == .missing { print("\(error.subject): index the articles first") }
  }
}

func everyArticle(of index: SearchIndex) throws {
  try index.forEachArticle { number, article in
    print(number, article.title)
    return true
  }
}

func firstSearch() throws {
  let index = try SearchIndex(at: IndexFolder("Index"))
  let result = try index.search(SearchRequest("vinh phuc chuyen doi so"))
  for hit in result.hits { print(hit.article.title) }
}

func understood() {
  print(QueryParser.parse(#"Vĩnh Phúc "chuyển đổi số""#).node)
  // (all vĩnh phúc (phrase chuyển đổi số))
}

func handOver() throws {
  let indexer = ArticleIndexer(index: IndexFolder("Index"))
  try indexer.apply([
    .put(id: "vp-0815", Article(title: "Vĩnh Phúc chuyển đổi số", paragraphs: ["…"])),
    .remove(id: "vp-0007"),
  ])
}

func firstRun() throws {
  let indexer = ArticleIndexer(index: IndexFolder("Index"))
  let report = try indexer.run(folders: ["/srv/news"])
  print("\(report.added) articles are new")
}
