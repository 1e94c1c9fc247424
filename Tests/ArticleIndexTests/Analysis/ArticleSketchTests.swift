import Testing

@testable import ArticleIndex
@testable import ArticleReading

struct ArticleSketchTests {
  private func sketch(_ body: String, title: String = "Tin") throws -> ArticleSketch {
    try #require(ArticleSketch(title: title, body: body))
  }

  @Test(arguments: [1, 3, 4, 5, 29, 30, 100, 400, 5000])
  func survivesBeingStored(words: Int) throws {
    let sketch = try sketch(Stories.body(1, words))
    #expect(sketch.encoded.count == 66)
    #expect(ArticleSketch(encoded: sketch.encoded) == sketch)
    #expect(Int(sketch.shingles) == max(1, words - 3))
    #expect(abs(sketch.resemblance(to: sketch) - 1) < 1e-9)
    #expect(abs(sketch.containment(in: sketch) - 1) < 1e-9)
    #expect(sketch.isDuplicate(of: sketch))
  }

  @Test(arguments: [0, 1, 65, 67, 1000])
  func otherBytesAreNone(count: Int) {
    #expect(ArticleSketch(encoded: [UInt8](repeating: 7, count: count)) == nil)
  }

  @Test func withoutWordsThereIsNone() {
    #expect(ArticleSketch(title: "Tin", body: "") == nil)
    #expect(ArticleSketch(title: "Tin", body: " … – \n") == nil)
  }

  /// The share of the bins is near the share of the runs, over texts of many lengths.
  @Test(arguments: [0.0, 0.25, 0.5, 0.75, 0.9, 1.0])
  func resemblanceIsEstimated(share: Double) throws {
    var error = 0.0
    let trials = 40
    for trial in 0..<trials {
      let length = 150 + trial * 20
      let common = Stories.words(UInt64(trial), Int(Double(length) * share))
      let rest = length - common.count
      let left = try sketch(
        (common + Stories.words(UInt64(trial) + 1000, rest)).joined(separator: " "))
      let right = try sketch(
        (common + Stories.words(UInt64(trial) + 2000, rest)).joined(separator: " "))
      let shared = Double(max(0, common.count - 3))
      let truth = shared / (2 * Double(length - 3) - shared)
      let estimate = left.resemblance(to: right)
      #expect(abs(estimate - truth) < 0.17, "\(length) words")
      error += estimate - truth
    }
    #expect(abs(error / Double(trials)) < 0.02, "biased")
  }

  @Test func caseMarksAndPunctuationDoNotMatter() throws {
    let body = Stories.body(3, 60)
    let shouted = body.uppercased().split(separator: " ").joined(separator: ", ")
    #expect(try sketch(body) == sketch(shouted, title: "Khác"))
  }

  @Test func whatIsTrimmedIsACopyAndWhatIsLeftOfItIsNot() throws {
    let whole = try sketch(Stories.body(4, 600))
    #expect(try whole.isDuplicate(of: sketch(Stories.body(4, 560))))
    #expect(try whole.isDuplicate(of: sketch(Stories.body(4, 360))))
    #expect(try !whole.isDuplicate(of: sketch(Stories.body(4, 200))))
    #expect(try !whole.isDuplicate(of: sketch(Stories.body(5, 600))))
  }

  /// News that repeat the ones before: half is new.
  @Test func aStoryThatGoesOnIsNoCopy() throws {
    let first = try sketch(Stories.body(6, 300))
    let next = Stories.body(7, 150) + " " + Stories.body(6, 200)
    #expect(try !first.isDuplicate(of: sketch(next)))
  }

  @Test func isTheSameBothWays() throws {
    let sketches = try [(8, 50), (8, 60), (8, 100), (9, 60), (8, 20), (8, 29), (8, 31)].map {
      try sketch(Stories.body(UInt64($0.0), $0.1))
    }
    for left in sketches {
      for right in sketches {
        #expect(left.isDuplicate(of: right) == right.isDuplicate(of: left))
        #expect(left.resemblance(to: right) == right.resemblance(to: left))
      }
    }
  }

  @Test(arguments: [1, 3, 4, 10, 29])
  func underThirtyWordsTitleAndBodyMustBeTheSame(words: Int) throws {
    let body = Stories.body(10, words)
    let sketch = try sketch(body, title: "Giá vàng ngày 5")
    #expect(try sketch.isDuplicate(of: self.sketch(body, title: "Giá vàng ngày 5")))
    #expect(try !sketch.isDuplicate(of: self.sketch(body, title: "Giá vàng ngày 6")))
    #expect(try !sketch.isDuplicate(of: self.sketch(body + " thêm", title: "Giá vàng ngày 5")))
  }

  @Test func fromThirtyWordsOnTheTitleDoesNotMatter() throws {
    let body = Stories.body(11, 30)
    #expect(try sketch(body, title: "Một").isDuplicate(of: sketch(body, title: "Hai")))
  }

  @Test func oneWordOverAndOver() throws {
    let long = try sketch(String(repeating: "tin ", count: 100_000))
    let short = try sketch(String(repeating: "tin ", count: 40))
    #expect(long.shingles == .max)
    #expect(!long.isDuplicate(of: short), "of another length")
    #expect(long.isDuplicate(of: long))
  }

  /// A sketcher that has made one sketch makes the next as a new one would.
  @Test func nothingIsLeftForTheNextArticle() throws {
    var analyzer = ArticleAnalyzer()
    var stored: [[UInt8]] = []
    for seed in [UInt64(12), 13, 12] {
      let article = Article(title: "Tin \(seed)", paragraphs: [Stories.body(seed, 20)])
      var run = PostingRun()
      try analyzer.analyze(
        StoredArticle(article, path: "/a.txt"), origin: .file(ArticleAnalyzerTests.state),
        into: &run)
      stored.append(try #require(run.slots[Schema.Slot.sketch]?.bytes))
    }
    #expect(stored[0] == stored[2])
    #expect(stored[0] != stored[1])
  }
}
