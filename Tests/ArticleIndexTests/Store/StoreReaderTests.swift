import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

struct StoreReaderTests {
  let folder: TemporaryFolder
  let reader: StoreReader

  init() throws {
    folder = try TemporaryFolder()
    reader = try StoreReader(at: makeStore(at: folder("db")))
  }

  @Test func countsAndLookUps() throws {
    let counts = try reader.counts()
    #expect(
      counts
        == StoreCounts(
          documents: 5, lastID: 5, averageLength: 3.6, shards: 1, hasRemote: false))
    #expect(try reader.find("phuc".utf8) == 1)
    #expect(try reader.find("yen".utf8) == 2)
    #expect(try reader.find("hanoi".utf8) == nil)
    #expect(code { _ = try reader.find("".utf8) } == .invalidArgument)
    #expect(try reader.value(of: 4, slot: 0).text == "20240102")
    #expect(try reader.frequencies(["vinh", "hanoi", "thanh"].map(\.utf8)) == [3, 0, 2])
    #expect(try reader.frequencies([[UInt8]]()) == [])
    for term in [[], [UInt8](repeating: 65, count: 246)] {
      #expect(code { _ = try reader.frequencies([[65], term]) } == .invalidArgument)
    }
  }

  @Test(arguments: [0, 1, 17, 40, 1 << 16])
  func valuesStreamInAnyBudget(_ budget: Int) throws {
    var values: [UInt32: String] = [:]
    var order: [UInt32] = []
    try reader.forEachValue(slot: 0, budget: budget) { id, bytes throws(IndexError) in
      // The body may use the reader: its bytes must outlive that.
      let data = try reader.data(of: id)
      #expect(!data.isEmpty)
      values[id] = String(decoding: bytes, as: UTF8.self)
      order.append(id)
    }
    #expect(order == [1, 2, 3, 4])
    #expect(values[4] == "20240102" && values[1] == "20240105")
  }

  @Test func valuesStreamFromAPlace() throws {
    for (from, expected) in [(0, 4), (1, 4), (3, 2), (5, 0), (UInt32.max, 0)] as [(UInt32, Int)] {
      var count = 0
      try reader.forEachValue(slot: 0, from: from) { _, _ in count += 1 }
      #expect(count == expected)
    }
    try reader.forEachValue(slot: 9) { _, _ in Issue.record("an empty slot has no values") }
    let stop = IndexError(.stopped)
    #expect(
      code {
        try reader.forEachValue(slot: 0) { _, _ throws(IndexError) in throw stop }
      } == .interrupted)
  }

  @Test(arguments: [1, 2, 3, 1000])
  func allTermsPageByPage(_ page: Int) throws {
    let all = try reader.allTerms(prefix: [], page: page).map { "\($0.term.text) \($0.frequency)" }
    #expect(
      all == [
        "Qfive 1", "Qfour 1", "Qone 1", "Qthree 1", "Qtwo 1", "dao 1", "lo 1", "pho 2", "phuc 2",
        "song 1", "tam 1", "thanh 2", "tinh 1", "vinh 3", "yen 2",
      ])
    let prefixed = try reader.allTerms(prefix: "ph".utf8, page: page).map(\.term.text)
    #expect(prefixed == ["pho", "phuc"])
    #expect(try reader.allTerms(prefix: "Q".utf8, limit: 2, page: page).count == 2)
    #expect(try reader.allTerms(prefix: "yen".utf8, limit: 0, page: page).isEmpty)
    #expect(try reader.allTerms(prefix: "zz".utf8, page: page).isEmpty)
  }

  @Test func shardsReadAsOne() throws {
    try makeStore(at: folder("other"), [SampleDocument("x", "vinh", date: "20230101")])
    let places = [StorePlace.local(folder("db")), .local(folder("other"))]
    let both = try StoreReader(places, subject: folder.path)
    #expect(try both.frequencies(["vinh".utf8]) == [4])
    #expect(try both.allTerms(prefix: "v".utf8, page: 1).map(\.frequency) == [4])
    var ids: [UInt32] = []
    try both.forEachValue(slot: 0, budget: 1) { id, _ in ids.append(id) }
    #expect(ids == [1, 2, 3, 5, 7])
    #expect(try both.data(of: 2).text == "x")
  }

  @Test func occurrences() throws {
    let terms = ["vinh", "hanoi", "phuc", "Qfour"].map { Array($0.utf8) }
    #expect(
      try reader.occurrences(of: terms, in: [1, 4, 5, 6])
        == [1, 3, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    #expect(try reader.occurrences(of: [], in: [1]) == [])
    #expect(try reader.occurrences(of: terms, in: []) == [])
    #expect(try reader.lengths(of: [1, 4, 5]) == [3, 5, 2])
    #expect(code { _ = try reader.lengths(of: [1, 6]) } == .missing)
    for ids in [[0], [2, 1], [1, 1]] as [[UInt32]] {
      let expected: IndexError.Code = ids == [0] ? .missing : .invalidArgument
      #expect(code { _ = try reader.occurrences(of: terms, in: ids) } == expected)
      #expect(code { _ = try reader.lengths(of: ids) } == expected)
    }
    #expect(code { _ = try reader.occurrences(of: [[]], in: [1]) } == .invalidArgument)
  }
}
