import Testing

@testable import mucluc

struct ProgressBarTests {
  private static let stages: [ProgressBar.Stage] = [
    .looking, .finishing, .reading(done: 0, total: 0), .reading(done: 7, total: 9),
    .reading(done: 123_456, total: 999_999), .reading(done: 999_999, total: 999_999),
  ]

  @Test(arguments: Array(0...60) + [79, 80, 200])
  func theLineLeavesTheLastColumnFree(_ columns: Int) {
    for stage in Self.stages {
      let line = ProgressBar.line(stage, elapsed: .seconds(3), columns: columns)
      #expect(TextLayout.width(line) <= max(0, columns - 1), "\(line)")
    }
  }

  @Test(arguments: [
    (80, "[##########------------------------------] 25% 500/2000 files, 250/s"),
    (40, "[##---------] 25% 500/2000 files, 250/s"), (33, "25% 500/2000 files, 250/s"),
    (10, "25% 500/2"), (0, ""),
  ])
  func theBarGivesWayFirst(_ columns: Int, _ expected: String) {
    let stage = ProgressBar.Stage.reading(done: 500, total: 2000)
    #expect(ProgressBar.line(stage, elapsed: .seconds(2), columns: columns) == expected)
  }

  @Test func otherStagesAreWords() {
    #expect(ProgressBar.line(.looking, elapsed: .zero, columns: 80) == "looking for files …")
    #expect(
      ProgressBar.line(.finishing, elapsed: .zero, columns: 80) == "putting the index together …")
  }
}
