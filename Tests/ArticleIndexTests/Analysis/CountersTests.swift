import Testing

@testable import ArticleIndex

struct CountersTests {
  private func counted(_ counter: FormCounter) throws -> [String] {
    var result: [String] = []
    try counter.forEachCounted { result.append("\(Array($0).text) \($1)") }
    return result
  }

  private func count(_ text: String, _ weight: UInt16, _ counter: inout FormCounter) {
    Array(text.utf8).withUnsafeBufferPointer { counter.count($0, weight) }
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

  private func count(
    _ first: UInt32, _ second: UInt32, _ weight: UInt16, _ counter: inout PairCounter
  ) {
    [FormNumbers(folded: second, exact: 0, isPaired: true)].withUnsafeBufferPointer {
      counter.count($0, after: first, weight)
    }
  }

  @Test func pairsAddUp() throws {
    var counter = PairCounter()
    let largest = Int(UInt32.max)
    for (first, second, weight) in [
      (1, 2, 1), (2, 1, 3), (1, 2, 3), (0, 0, 1), (largest, 0, 1), (0, largest, 1),
      (largest, largest, 3),
    ] as [(Int, Int, UInt16)] {
      count(UInt32(first), UInt32(second), weight, &counter)
    }
    #expect(
      try counted(&counter) == [
        [1, 2, 4], [2, 1, 3], [0, 0, 1], [largest, 0, 1], [0, largest, 1], [largest, largest, 3],
      ])
    counter.forgetCounts()
    #expect(try counted(&counter) == [])
    for _ in 0..<70_000 { count(5, 6, 1, &counter) }
    #expect(try counted(&counter) == [[5, 6, 65535]])
  }

  @Test func neighboursMakePairsUnlessParted() throws {
    var counter = PairCounter()
    let tokens: [FormNumbers] = [(7, true), (8, true), (7, false), (8, true), (8, true)].map {
      FormNumbers(folded: $0, exact: 0, isPaired: $1)
    }
    tokens.withUnsafeBufferPointer { counter.count($0, after: nil, 1) }
    #expect(try counted(&counter) == [[7, 8, 2], [8, 8, 1]])
    tokens.withUnsafeBufferPointer { counter.count($0, after: 9, 1) }
    #expect(try counted(&counter) == [[7, 8, 4], [8, 8, 2], [9, 7, 1]])
  }

  /// The table grows under a long document and shrinks after it, and counts on in both.
  @Test func longAndShortDocuments() throws {
    var counter = PairCounter()
    let tokens = (0..<20_000 as Range<UInt32>).map {
      FormNumbers(folded: $0 % 9973, exact: 0, isPaired: true)
    }
    for length in [20_000, 3, 1, 20_000, 500, 0, 1024] {
      tokens[..<length].withUnsafeBufferPointer { counter.count($0, after: nil, 1) }
      let pairs = try counted(&counter)
      #expect(pairs.count == max(0, min(length - 1, 9973)))
      #expect(pairs.reduce(0) { $0 + $1[2] } == max(0, length - 1))
      counter.forgetCounts()
    }
  }
}
