import Testing

@testable import ArticleIndex

struct CountersTests {
  private func counted(_ counter: FormCounter) throws -> [String] {
    var result: [String] = []
    try counter.forEachCounted { result.append("\(Array($0).text) \($1)") }
    return result
  }

  private func count(_ text: String, _ weight: UInt16, _ counter: inout FormCounter) {
    Array(text.utf8).withUnsafeBufferPointer { _ = counter.count($0, weight) }
  }

  @Test func formsAddUpInTheOrderSeen() throws {
    var counter = FormCounter()
    for (form, weight) in [("b", 1), ("a", 3), ("b", 3), ("c", 1)] as [(String, UInt16)] {
      count(form, weight, &counter)
    }
    #expect(try counted(counter) == ["b 4", "a 3", "c 1"])
    counter.forgetCounts()
    #expect(try counted(counter) == [])
    count("c", 1, &counter)
    #expect(try counted(counter) == ["c 1"])
    #expect(counter.formCount == 3)
  }

  @Test func countsStopAtTheLargest() throws {
    var counter = FormCounter()
    for _ in 0..<30_000 { count("a", 3, &counter) }
    #expect(try counted(counter) == ["a 65535"])
    counter.forgetCounts()
    count("a", 1, &counter)
    #expect(try counted(counter) == ["a 1"])
  }

  private func counted(_ counter: inout PairCounter) throws -> [[Int]] {
    var result: [[Int]] = []
    try counter.forEachCounted { result.append([$0, $1, Int($2)]) }
    return result
  }

  @Test func pairsAddUp() throws {
    var counter = PairCounter()
    let largest = 1 << 28 - 1
    for (first, second, weight) in [
      (1, 2, 1), (2, 1, 3), (1, 2, 3), (0, 0, 1), (largest, 0, 1), (0, largest, 1),
      (largest, largest, 3),
    ] as [(Int, Int, UInt16)] {
      counter.count(first, second, weight)
    }
    #expect(
      try counted(&counter) == [
        [1, 2, 4], [2, 1, 3], [0, 0, 1], [largest, 0, 1], [0, largest, 1], [largest, largest, 3],
      ])
    counter.forgetCounts()
    #expect(try counted(&counter) == [])
    for _ in 0..<70_000 { counter.count(5, 6, 1) }
    #expect(try counted(&counter) == [[5, 6, 65535]])
  }
}
