import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

/// Every operation of a query program, over the five sample articles.
struct StoreSearchTests {
  let folder: TemporaryFolder
  let reader: StoreReader

  init() throws {
    folder = try TemporaryFolder()
    reader = try StoreReader(at: makeStore(at: folder("db")))
  }

  /// Search options with changes.
  private func options(_ change: (inout SearchOptions) -> Void) -> SearchOptions {
    var options = SearchOptions()
    change(&options)
    return options
  }

  /// Runs a program.
  private func search(
    _ options: SearchOptions = SearchOptions(),
    _ build: (inout QueryProgram) throws -> Void
  ) throws -> StoreResult {
    var program = QueryProgram()
    try build(&program)
    return try reader.search(program, options)
  }

  /// The ids a program matches, ascending.
  private func ids(_ build: (inout QueryProgram) throws -> Void) throws -> [UInt32] {
    let result = try search(options { $0.checkAtLeast = 100 }, build)
    #expect(result.isExact && Int(result.lower) == result.hits.count)
    return result.hits.map(\.id).sorted()
  }

  @Test func operations() throws {
    #expect(try ids { try $0.term("vinh".utf8) } == [1, 2, 4])
    #expect(try ids { try $0.term("hanoi".utf8) } == [])
    #expect(try ids { $0.all() } == [1, 2, 3, 4, 5])
    #expect(try ids { $0.none() } == [])
    #expect(try ids { $0.and(0) } == [1, 2, 3, 4, 5])
    #expect(try ids { $0.or(0) } == [])
    func pair(_ operation: (inout QueryProgram) -> Void) throws -> [UInt32] {
      try ids {
        try $0.term("vinh".utf8)
        try $0.term("phuc".utf8)
        operation(&$0)
      }
    }
    #expect(try pair { $0.and(2) } == [1])
    #expect(try pair { $0.or(2) } == [1, 2, 3, 4])
    #expect(try pair { $0.andMaybe() } == [1, 2, 4])
    #expect(try pair { $0.andNot() } == [2, 4])
    #expect(try pair { $0.filter() } == [1])
    #expect(
      try pair {
        $0.and(1)
        $0.or(1)
        $0.or(2)
      } == [1, 2, 3, 4])
    #expect(
      try pair {
        $0.scale(0)
        $0.or(2)
      } == [1, 2, 3, 4])
  }

  @Test func prefixes() throws {
    #expect(try ids { try $0.prefix("ph".utf8, limit: 10) } == [1, 2, 3])
    #expect(try ids { try $0.prefix("th".utf8, limit: 1) } == [2, 3])
    #expect(try ids { try $0.prefix("t".utf8, limit: 1) } == [2, 3], "thanh is in two documents")
    #expect(try ids { try $0.prefix("t".utf8, limit: 0) } == [])
    #expect(try ids { try $0.prefix("zz".utf8, limit: 5) } == [])
    #expect(code { _ = try ids { try $0.prefix([], limit: 5) } } == .invalidArgument)
  }

  @Test func ranges() throws {
    func range(_ low: String, _ high: String) throws -> [UInt32] {
      try ids { try $0.range(slot: 0, low: low.utf8, high: high.utf8) }
    }
    #expect(try range("20240103", "20240104") == [2, 3])
    #expect(try range("20240104", "") == [1, 2])
    #expect(try range("", "20240103") == [3, 4])
    #expect(try range("", "") == [1, 2, 3, 4], "no value is in no range")
    #expect(try range("20240104", "20240103") == [])
    #expect(try range("2025", "") == [])
    #expect(try ids { try $0.range(slot: 77, low: "a".utf8, high: []) } == [])
  }

  @Test func documentSets() throws {
    #expect(try ids { try $0.documents([2, 4, 5, 6, 99]) } == [2, 4, 5])
    #expect(try ids { try $0.documents([]) } == [])
    let filtered = try ids {
      try $0.term("vinh".utf8)
      try $0.documents([1, 3, 4])
      $0.filter()
    }
    #expect(filtered == [1, 4])
    #expect(
      try ids {
        $0.all()
        try $0.documents([1, 3])
        $0.andNot()
      } == [2, 4, 5])
    for wrong in [[0, 1], [2, 1], [3, 3]] as [[UInt32]] {
      #expect(code { _ = try ids { try $0.documents(wrong) } } == .invalidArgument)
    }
    let places = [StorePlace](repeating: .local(folder("db")), count: 2)
    let two = try StoreReader(places, subject: folder.path)
    var program = QueryProgram()
    try program.documents([1])
    #expect(code { _ = try two.search(program, SearchOptions()) } == .unsupported)
  }

  @Test func documentSetsAreExactOverGaps() throws {
    let documents = (1...3000).map { SampleDocument("\($0)", $0 % 3 == 0 ? "ba vinh" : "vinh") }
    try makeStore(
      at: folder("big"), documents, without: Set(stride(from: UInt32(5), through: 3000, by: 5)))
    let big = try StoreReader(at: folder("big"))
    var options = SearchOptions()
    options.limit = 4000
    options.checkAtLeast = 4000
    for step in [1, 2, 7, 400] {
      let asked = stride(from: UInt32(1), through: 3100, by: step)
      let live = asked.filter { $0 <= 3000 && $0 % 5 != 0 }
      var program = QueryProgram()
      try program.documents(Array(asked))
      let alone = try big.search(program, options)
      #expect(alone.hits.map(\.id) == live && alone.estimated == UInt32(live.count))
      #expect(alone.hits.allSatisfy { $0.weight == 0 })
      try program.term("ba".utf8)
      program.and(2)
      let both = try big.search(program, options)
      #expect(both.hits.map(\.id).sorted() == live.filter { $0 % 3 == 0 })
    }
  }

  @Test func weights() throws {
    let term = try search { try $0.term("vinh".utf8) }
    #expect(term.hits.first?.id == 4, "three times the word")
    #expect(term.hits.allSatisfy { $0.weight > 0 })
    let double = try search {
      try $0.term("vinh".utf8)
      $0.scale(2)
    }
    #expect(double.hits.first?.weight == term.hits.first.map { $0.weight * 2 })
    #expect(try search { $0.all() }.hits.allSatisfy { $0.weight == 0 })
    #expect(
      try search { try $0.range(slot: 0, low: [], high: []) }.hits.allSatisfy { $0.weight == 0 })
    let boolean = try search(options { $0.weighting = nil }) { try $0.term("vinh".utf8) }
    #expect(boolean.hits == [1, 2, 4].map { StoreHit(id: $0, weight: 0) })
    let more = try search { try $0.term("vinh".utf8, wqf: 3) }
    #expect(more.hits[0].weight > term.hits[0].weight)
    let flat = try search(options { $0.weighting?.k1 = 0 }) { try $0.term("vinh".utf8) }
    #expect(flat.hits.map(\.id) == [1, 2, 4], "without k1 repetition counts for nothing")
    for factor in [-1, .nan, .infinity] as [Double] {
      #expect(
        code {
          _ = try search {
            $0.all()
            $0.scale(factor)
          }
        } == .invalidArgument)
      #expect(
        code { _ = try search(options { $0.weighting?.k1 = factor }) { $0.all() } }
          == .invalidArgument)
    }
  }

  @Test func orderByValue() throws {
    func order(_ descending: Bool) throws -> [UInt32] {
      try search(options { $0.order = .value(slot: 0, descending: descending) }) { $0.all() }.hits
        .map(\.id)
    }
    #expect(try order(true) == [1, 2, 3, 4, 5])
    #expect(try order(false) == [5, 4, 3, 2, 1])
    let ties = try search(options { $0.order = .value(slot: 9, descending: true) }) {
      try $0.term("vinh".utf8)
    }
    #expect(ties.hits.map(\.id).first == 4, "ties by relevance")
  }

  @Test func paging() throws {
    func page(_ offset: UInt32, _ limit: UInt32) throws -> [UInt32] {
      let result = try search(
        options {
          $0.offset = offset
          $0.limit = limit
          $0.checkAtLeast = .max
        }
      ) { $0.all() }
      #expect(result.isExact && result.estimated == 5)
      return result.hits.map(\.id)
    }
    #expect(try page(0, 2) == [1, 2])
    #expect(try page(2, 2) == [3, 4])
    #expect(try page(4, 2) == [5])
    #expect(try page(5, 2) == [])
    #expect(try page(0, 0) == [])
    #expect(try page(0, .max) == [1, 2, 3, 4, 5])
    #expect(try page(.max, .max) == [])
  }

  @Test func emptyDatabase() throws {
    try makeStore(at: folder("empty"), [])
    let empty = try StoreReader(at: folder("empty"))
    var program = QueryProgram()
    program.all()
    try program.documents([1, 2])
    program.or(2)
    #expect(try empty.search(program, SearchOptions()).hits.isEmpty)
  }

  @Test func descriptions() throws {
    var program = QueryProgram()
    try program.term("vinh".utf8)
    try program.term("phuc".utf8, wqf: 2)
    program.and(2)
    try program.documents([1, 2, 3])
    program.filter()
    #expect(program.description == "Query(((vinh AND phuc#2) FILTER PostingSource(documents(3))))")
    program.all()
    #expect(program.description.hasPrefix("malformed query: "))
  }

  /// Xapian by itself would compare the parts of a sum one by one.
  @Test func theBestOfSumsIsTheGreatestSum() throws {
    func weight(_ build: (inout QueryProgram) throws -> Void) throws -> Double {
      try #require(try search(SearchOptions(), build).hits.first { $0.id == 1 }).weight
    }
    func sum(_ program: inout QueryProgram) throws {
      for term in ["vinh", "phuc"] { try program.term(term.utf8) }
      program.or(2)
    }
    let alone = try weight(sum)
    for scale in [nil, 0.9] as [Double?] {
      let best = try weight {
        try sum(&$0)
        if let scale { $0.scale(scale) }
        try $0.term("tinh".utf8)
        $0.scale(0.01)
        $0.best(2)
      }
      #expect(abs(best - alone * (scale ?? 1)) < 1e-9)
    }
  }
}
