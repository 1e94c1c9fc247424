import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// A temporary folder with articles in `articles` and, once made, an index of them in `Index`.
///
/// The commands run in it, so the index is the default one.
final class Workspace {
  /// The folder, absolute and without links.
  let path: FilePath
  var runner: CommandRunner
  /// Removes the folder with the last that uses it.
  private let folder: TemporaryFolder?

  /// Makes the folder, in a place of its own if not in `folder`, writes the articles, and, unless told
  /// not to, indexes them.
  init(
    _ articles: [String: String] = Samples.all, isIndexed: Bool = true,
    in folder: TemporaryFolder? = nil
  ) throws {
    let folder = try folder ?? TemporaryFolder()
    self.folder = folder
    path = try #require(folder.path.resolved)
    runner = CommandRunner(folder: URL(fileURLWithPath: path.string))
    try makeFolder("articles")
    for (name, text) in articles { try write(text, to: "articles/\(name)") }
    if isIndexed {
      let outcome = try runner.run(["index", "articles"])
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
  }

  /// A workspace that other tests use as well: it must be left as it is.
  init(_ shared: Shared<FilePath>) throws {
    folder = nil
    path = try shared()
    runner = CommandRunner(folder: URL(fileURLWithPath: path.string))
  }

  /// The articles, indexed, for tests that change nothing.
  static func shared(_ articles: [String: String]) -> Shared<FilePath> {
    Shared { folder in try Workspace(articles, in: folder).path }
  }

  /// The sample articles, indexed, for tests that change nothing.
  static let samples = shared(Samples.all)

  /// The path of something in the workspace, there or not.
  func callAsFunction(_ name: String) -> FilePath { path.pushing(FilePath(name)) }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: self(name).string, withIntermediateDirectories: true)
  }

  /// Writes a file.
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: self(name)) }

  /// Writes a file whose name need not be UTF-8.
  func write(_ bytes: [UInt8], to path: FilePath) throws {
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    try file.closeAfter { _ = try file.writeAll(bytes) }
  }

  func remove(_ name: String) { removeTree(self(name)) }

  func move(_ name: String, to newName: String) throws {
    try FileManager.default.moveItem(atPath: self(name).string, toPath: self(newName).string)
  }

  /// Makes a symbolic link.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: self(name).string, withDestinationPath: target)
  }

  func setPermissions(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: self(name).string)
  }

  /// Gives a file another time of modification and leaves its content.
  func touch(_ name: String, secondsLater: Double = 10) throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: self(name).string)
    let date = try #require(attributes[.modificationDate] as? Date)
    try FileManager.default.setAttributes(
      [.modificationDate: date + secondsLater], ofItemAtPath: self(name).string)
  }

  /// Runs the program in the workspace.
  func run(_ arguments: String..., input: String = "") throws -> CommandRunner.Outcome {
    try runner.run(arguments, input: input)
  }

  /// Runs `index --json` and reads the report.
  func index(_ arguments: String...) throws -> IndexRun {
    let outcome = try runner.run(["index", "--json"] + arguments)
    return IndexRun(
      status: outcome.status, errors: outcome.errorLines,
      report: try JSONAnswer.decode(IndexRun.Report.self, outcome.output))
  }

  /// Runs `search --json` and reads the answer.
  func search(_ arguments: String...) throws -> SearchAnswer {
    try SearchAnswer(try runner.run(["search", "--json"] + arguments))
  }

  /// The number of articles in the index.
  func articleCount() throws -> Int {
    let outcome = try run("status", "--json")
    struct Status: Decodable { var articles: Int }
    return try JSONAnswer.decode(Status.self, outcome.output).articles
  }

  /// The index, opened in this process.
  func open() throws -> SearchIndex { try SearchIndex(at: IndexFolder(self("Index"))) }

  /// Checks that the index is what it was: every sample article is there and found.
  func expectUnharmed(
    articles: Int = Samples.all.count, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    // What excludes only counts all others.
    let queries = Samples.queries.map(\.1) + ["-xyzzy"]
    let outcome = try run("search", "--batch", input: queries.map { $0 + "\n" }.joined())
    #expect(outcome.status == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
    let answers = try JSONAnswer.lines(BatchObject.self, outcome.output)
    #expect(
      answers.dropLast().map { $0.hits.first?.path }
        == Samples.queries.map { self("articles/\($0.0)").string },
      sourceLocation: sourceLocation)
    #expect(answers.last?.total == articles, sourceLocation: sourceLocation)
  }
}
