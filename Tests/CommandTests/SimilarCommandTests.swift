import Foundation
import Testing

/// `similar` on the sample articles of the repository.
@Suite struct SimilarCommandTests {
  /// Sample articles on one subject; the first and the second find each other.
  static let subjects = [
    ("bac-giang/2021/vai-thieu-luc-ngan.txt", "hai-duong/2013/vai-thieu-thanh-ha.txt"),
    ("ha-tinh/2010/diem-dan-ho-do.txt", "khanh-hoa/2009/diem-dan-hon-khoi.txt"),
    ("quang-binh/2005/chay-rung-thong-cam-lien.txt", "lam-dong/2012/chay-rung-thong-ta-nung.txt"),
    ("phu-tho/2018/che-long-coc.txt", "thai-nguyen/2019/che-tan-cuong.txt"),
    ("vinh-phuc/2012/gom-huong-canh.txt", "quang-nam/2014/bao-ton-lang-gom-nam-dieu.txt"),
    ("dong-nai/2010/toa-an-bien-hoa-trom-cap-thung.txt", "bac-giang/2010/trom-cap-vien-thong.txt"),
  ]

  static let samples = SamplesTests.articles.path

  let workspace: Workspace

  init() throws { workspace = try Workspace(SamplesTests.shared) }

  private func best(_ name: String) throws -> String? {
    try workspace.run("similar", "--paths", "-n", "1", "\(Self.samples)/\(name)").lines.first
  }

  @Test func findsTheSameSubject() throws {
    for (first, second) in Self.subjects {
      #expect(try best(first) == "\(Self.samples)/\(second)")
      #expect(try best(second) == "\(Self.samples)/\(first)")
    }
  }

  @Test func outputsAreThoseOfSearch() throws {
    let path = "\(Self.samples)/\(Self.subjects[0].0)"
    let answer = try SearchAnswer(try workspace.run("similar", "--json", "-n", "3", path))
    #expect(answer.hits.map(\.rank) == [1, 2, 3])
    #expect(answer.hits[0].path.hasSuffix(Self.subjects[0].1))
    #expect(!answer.hits[0].snippet.isEmpty && answer.hits[0].matches.isEmpty)
    #expect(!answer.hits.contains { $0.path == path })
    let number = try #require(try workspace.search("vai thieu luc ngan").hits.first).number
    for reference in ["#\(number)", "\(number)"] {
      let paths = try workspace.run("similar", "--paths", "-0", "-n", "3", reference)
      #expect(paths.text.split(separator: "\0").map(String.init) == answer.hits.map(\.path))
    }
    let text = try workspace.run("similar", "-n", "2", path)
    #expect(text.status == 0)
    #expect(text.lines.last?.hasPrefix("2 best matches, ") == true)
    let next = try SearchAnswer(
      try workspace.run("similar", "--json", "-n", "2", "--offset", "1", path))
    #expect(next.hits.map(\.path) == answer.hits.dropFirst().map(\.path))
    #expect(next.hits.map(\.rank) == [2, 3])
  }

  @Test func nothingIsLikeIt() throws {
    let outcome = try workspace.run(
      "similar", "--paths", "--offset", "1000", "\(Self.samples)/\(Self.subjects[0].0)")
    #expect(outcome.status == 1 && outcome.text.isEmpty)
  }

  @Test(arguments: [["#9999"], ["khong/co.txt"], [], ["1", "-n", "-1"], ["1", "-n", "100000"]])
  func wrongUsage(arguments: [String]) throws {
    let outcome = try workspace.runner.run(["similar"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
  }
}
