import ArticleIndex
import ArticleReading
import SystemPackage

/// How an article is named on the command line: the number of a hit (7 or `#7`), the id its record
/// has in its source, or a path.
enum ArticleReference {
  static let help = "A hit's number (7 or '#7'), the id a record has in its source, or a path."

  /// Finds the article. `#7` is a number; `7` is a record's own id if there is one, as in `id` of
  /// `search --json`.
  ///
  /// - Throws: an `ExitCode` if there is none, after saying so.
  static func find(
    _ reference: String, in index: SearchIndex
  ) throws -> (number: UInt32, article: StoredArticle) {
    let isNumber = reference.hasPrefix("#")
    if !isNumber, let found = try index.article(recordID: reference) { return found }
    if let number = UInt32(isNumber ? reference.dropFirst() : reference[...]),
      let found = try index.article(number: number)
    {
      return (number, found)
    }
    let path = absolute(ProgramArguments.path(reference))
    if let found = try index.article(path: path) { return found }
    Console.complain(ErrorMessages.noArticle(reference))
    throw ExitStatus.failure.exitCode
  }

  /// The path as the index knows it, even if the file is gone by now.
  private static func absolute(_ path: FilePath) -> FilePath {
    if let resolved = path.resolved { return resolved }
    guard let name = path.lastComponent else { return path }
    let folder = path.removingLastComponent()
    return (folder.isEmpty ? FilePath(".") : folder).resolved?.appending(name) ?? path
  }
}
