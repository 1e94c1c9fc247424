import ArticleIndex
import ArticleReading
import Foundation
import SystemPackage

// Keeps an archive of feeds: adds the articles of a feed file by their ids, then searches the archive.
//
//   feed-archive INDEX FEED QUERY
//
// The same feed may come every hour: what is in the archive already is replaced, not added twice.

/// The articles of a feed, each under the id that the feed gives it, or its address.
func changes(from feed: FilePath) throws -> [ArticleChange] {
  let articles = try ArticleReader().articles(in: feed)
  var changes: [ArticleChange] = []
  while let result = try articles.next() {
    switch result {
    case .success(let read):
      guard let id = read.article.recordID ?? read.article.url else {
        print("left out, as it has no id: \(read.article.title)")
        continue
      }
      changes.append(.put(id: id, read.article))
    case .failure(let failure):
      print("left out: \(failure)")
    }
  }
  return changes
}

/// Prints the best hits for a query; the words that were found stand in brackets.
func search(_ folder: IndexFolder, _ query: String) throws {
  let index = try SearchIndex(at: folder)
  let result = try index.search(SearchRequest(query, limit: 5))
  print("\(result.total) of \(try index.status().articles) articles match")
  for hit in result.hits {
    print("\(hit.rank). \(hit.article.title) (\(hit.article.date?.iso ?? "no date"), \(hit.id))")
    print("   \(marked(hit.snippet))")
  }
}

/// A snippet as text. Its highlights are UTF-8 byte ranges.
func marked(_ snippet: Snippet) -> String {
  var bytes = Array(snippet.text.utf8)
  for range in snippet.highlights.reversed() {
    bytes.insert(UInt8(ascii: "]"), at: range.upperBound)
    bytes.insert(UInt8(ascii: "["), at: range.lowerBound)
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Says on standard error what went wrong, and ends the program.
func fail(_ message: String) -> Never {
  _ = try? FileDescriptor.standardError.writeAll("feed-archive: \(message)\n".utf8)
  exit(2)
}

let arguments = CommandLine.arguments
guard arguments.count == 4 else { fail("usage: feed-archive INDEX FEED QUERY") }
let folder = IndexFolder(FilePath(arguments[1]))
do {
  let report = try ArticleIndexer(index: folder).apply(changes(from: FilePath(arguments[2])))
  print("\(report.added) added, \(report.updated) replaced")
  try search(folder, arguments[3])
} catch {
  fail("\(error)")
}
