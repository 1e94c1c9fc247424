import Foundation
import SystemPackage
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

  /// Makes the folder, writes the articles, and, unless told not to, indexes them.
  init(_ articles: [String: String] = Samples.all, isIndexed: Bool = true) throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("mucluc-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    path = try #require(FilePath(place.path).resolved)
    runner = CommandRunner(folder: URL(fileURLWithPath: path.string))
    try makeFolder("articles")
    for (name, text) in articles { try write(text, to: "articles/\(name)") }
    if isIndexed {
      let outcome = try runner.run(["index", "articles"])
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
  }

  deinit { removeTree(path) }

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

  /// Checks that the index is what it was: every sample article is there and found.
  func expectUnharmed(
    articles: Int = Samples.all.count, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let input = Samples.queries.map { $0.1 + "\n" }.joined()
    let outcome = try run("search", "--batch", input: input)
    #expect(outcome.status == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
    let answers = try JSONAnswer.lines(BatchObject.self, outcome.output)
    #expect(
      answers.map { $0.hits.first?.path }
        == Samples.queries.map { self("articles/\($0.0)").string },
      sourceLocation: sourceLocation)
    #expect(try articleCount() == articles, sourceLocation: sourceLocation)
  }
}

/// Three articles and queries that find them.
enum Samples {
  static let digital = """
    Vĩnh Phúc đẩy mạnh chuyển đổi số trong cơ quan nhà nước

    08/06/2020

    Sở Thông tin và Truyền thông tỉnh Vĩnh Phúc vừa tổ chức hội nghị về chuyển đổi số.

    Hội nghị bàn cách đưa dịch vụ công lên mạng để người dân đỡ phải đi lại nhiều lần.

    Hoài An

    """
  static let harvest = """
    Nông dân Thái Bình được mùa lúa chiêm xuân

    Lúa chín vàng khắp các cánh đồng của huyện Kiến Xương trong những ngày đầu tháng sáu.

    Năng suất bình quân đạt bảy tạ một sào, cao hơn năm trước.

    """
  static let bridge = """
    Khánh thành cầu bắc qua sông Hậu

    15/02/2019

    Cây cầu mới nối hai bờ sông giúp bà con miền Tây không còn phải chờ phà.

    Xe tải trọng lượng lớn được phép qua cầu từ sáng thứ hai.

    Minh Đức

    """
  static let all = ["digital.txt": digital, "harvest.txt": harvest, "bridge.txt": bridge]
  static let queries = [
    ("digital.txt", "vinh phuc chuyen doi so"), ("harvest.txt", "mùa lúa chiêm xuân"),
    ("bridge.txt", "khanh thanh cau"),
  ]
}
