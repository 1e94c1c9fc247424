import ArgumentParser
import ArticleIndex
import Foundation
import SystemPackage
import VietnameseText

/// How many syllables get their accents back, and how long that takes.
///
/// Indexes the first files of a folder, takes titles (first lines) of the others, strips them of
/// their accents, restores these from the index, and compares syllable by syllable. Ends with status
/// 1 if the share of right ones is under ``required``.
struct AccentsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accents",
    abstract: "Give titles their accents back from an index of other articles: share of right ones."
  )

  /// The least share of right syllables.
  private static let required = 0.95

  @Argument(help: "A folder of text files, one article each; they are taken in the order of names.")
  var folder: String
  @Option(help: "Files to index.")
  var train = 40_000
  @Option(help: "Titles of the other files to restore, evenly spaced.")
  var titles = 1000
  @Option(help: "An index of just these files, made before; without, one is made and removed.")
  var index: String?
  @Option(help: "Print so many of the syllables that are wrong most often.")
  var wrong = 0

  func run() throws {
    let files = try paths()
    guard train > 0, titles > 0, files.count > train else {
      throw ValidationError("\(folder) has \(files.count) files; that leaves none to restore")
    }
    let others = files[train...]
    let step = max(1, others.count / titles)
    let chosen = stride(from: others.startIndex, to: others.endIndex, by: step).prefix(titles)
    let texts = chosen.compactMap { title(of: others[$0]) }
    if let index {
      return try measure(texts, in: try SearchIndex(at: IndexFolder(FilePath(index))))
    }
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("mucluc-accents-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    let articles = try copies(of: files[..<train], in: place)
    let indexFolder = IndexFolder(FilePath(place.appendingPathComponent("index").path))
    _ = try ArticleIndexer(index: indexFolder, options: IndexingOptions())
      .run(folders: [FilePath(articles.path)])
    try measure(texts, in: try SearchIndex(at: indexFolder))
  }

  /// Times are those the processor worked for us, so that what else the machine does counts little.
  private func measure(_ titles: [String], in index: SearchIndex) throws {
    var (right, total) = (0, 0)
    var times: [Double] = []
    var mistakes: [String: Int] = [:]
    for title in titles {
      let bare = Folding.folded(title)
      let start = clock()
      let restored = try index.restoringAccents(bare)
      times.append(Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1e3)
      let (wanted, found) = (forms(title), forms(restored))
      total += wanted.count
      for (place, form) in wanted.enumerated() {
        if place < found.count, found[place] == form {
          right += 1
        } else {
          mistakes["\(form) as \(place < found.count ? found[place] : "-")", default: 0] += 1
        }
      }
    }
    times.sort()
    let share = Double(right) / Double(max(1, total))
    print("articles indexed: \(try index.status().articles)")
    print("syllables of \(titles.count) titles: \(total), right: \(right)")
    print(String(format: "right: %.2f %%", share * 100))
    print(
      String(
        format: "CPU ms a title: median %.2f, 95th percentile %.2f", times[times.count / 2],
        times[times.count * 95 / 100]))
    let worst = mistakes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (mistake, count) in worst.prefix(wrong) { print(count, mistake) }
    if share < Self.required { throw ExitCode.failure }
  }

  private func forms(_ text: String) -> [String] {
    let list = TokenList(of: text)
    return list.tokens.map { list.exact($0) }
  }

  private func title(of path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let line = String(decoding: data, as: UTF8.self).prefix { !$0.isNewline }
    return line.isEmpty ? nil : String(line)
  }

  private func paths() throws -> [String] {
    guard let names = FileManager.default.enumerator(atPath: folder) else {
      throw ValidationError("no such folder: \(folder)")
    }
    var paths: [String] = []
    for case let name as String in names where name.hasSuffix(".txt") {
      paths.append("\(folder)/\(name)")
    }
    return paths.sorted()
  }

  /// The files under numbers for names, linked where that is possible.
  private func copies(of files: ArraySlice<String>, in place: URL) throws -> URL {
    let manager = FileManager.default
    let articles = place.appendingPathComponent("articles")
    for (number, file) in files.enumerated() {
      let folder = articles.appendingPathComponent("\(number / 1000)")
      if number % 1000 == 0 {
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      let copy = folder.appendingPathComponent("\(number).txt").path
      do {
        try manager.linkItem(atPath: file, toPath: copy)
      } catch {
        try manager.copyItem(atPath: file, toPath: copy)
      }
    }
    return articles
  }
}
