import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

/// Programs that no builder makes, and programs of unusual size.
struct MalformedQueryTests {
  let folder: TemporaryFolder
  let reader: StoreReader

  init() throws {
    folder = try TemporaryFolder()
    reader = try StoreReader(at: makeStore(at: folder("db")))
  }

  private func run(_ bytes: [UInt8]) -> IndexError.Code? {
    run(QueryProgram(bytes: bytes))
  }

  private func run(_ program: QueryProgram) -> IndexError.Code? {
    let searched = code { _ = try reader.search(program, SearchOptions()) }
    #expect(code { _ = try program.describe() } == searched)
    return searched
  }

  /// One of each operation, leaving one query.
  private func complete() throws -> QueryProgram {
    var program = QueryProgram()
    try program.term("vinh".utf8, wqf: 300)
    try program.prefix("ph".utf8, limit: 3)
    program.andMaybe()
    program.all()
    program.scale(0.5)
    program.none()
    program.andNot()
    try program.range(slot: 0, low: "2023".utf8, high: "2025".utf8)
    try program.documents([1, 2, 3])
    program.and(2)
    program.filter()
    program.or(2)
    try program.term("lo".utf8)
    program.best(2)
    return program
  }

  @Test func truncatedAtEveryByte() throws {
    let program = try complete()
    #expect(run(program) == nil)
    for count in 0..<program.bytes.count {
      let result = run(Array(program.bytes.prefix(count)))
      // Only a cut between operations can leave a program, and only one with one query.
      #expect(result == .invalidArgument || result == nil)
    }
    #expect(run([]) == .invalidArgument)
    #expect(run(Array(program.bytes.dropLast())) == .invalidArgument)
  }

  @Test func randomBytes() throws {
    var random = SystemRandomNumberGenerator()
    let program = try complete().bytes
    for round in 0..<4000 {
      var bytes: [UInt8]
      if round % 2 == 0 {
        bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
          UInt8.random(in: 0...(round % 4 == 0 ? 14 : 255), using: &random)
        }
      } else {
        bytes = program
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let result = run(bytes)
      #expect(result == nil || result == .invalidArgument, "\(bytes)")
    }
  }

  @Test func underflowAndLeftovers() throws {
    for operation in UInt8(7)...12 {
      let count: [UInt8] = operation == 8 || operation == 9 ? [2, 0, 0, 0] : []
      let factor = [UInt8](repeating: 0, count: operation == 7 ? 8 : 0)
      #expect(run([operation] + count + factor) == .invalidArgument)
      let operands = [UInt8](repeating: 3, count: operation == 7 ? 0 : 1)
      #expect(run(operands + [operation] + count + factor) == .invalidArgument)
    }
    #expect(run([3, 3]) == .invalidArgument)
    #expect(run([3, 8, 255, 255, 255, 255]) == .invalidArgument)
    #expect(run([0]) == .invalidArgument)
    #expect(run([13]) == .invalidArgument)
    #expect(run([6, 255, 255, 255, 255]) == .invalidArgument)
  }

  @Test func broadQueries() throws {
    var program = QueryProgram()
    for index in 0..<100_000 { try program.term("t\(index)".utf8) }
    try program.term("tam".utf8)
    program.or(100_001)
    #expect(try reader.search(program, SearchOptions()).hits.map(\.id) == [4])
    let places = [StorePlace](repeating: .local(folder("db")), count: 2)
    let two = try StoreReader(places, subject: folder.path)
    #expect(
      code { _ = try two.search(program, SearchOptions()) } == .invalidArgument,
      "several databases take fewer terms")
    program = QueryProgram()
    for _ in 0..<10_000 { program.all() }
    program.and(10_000)
    #expect(try reader.search(program, SearchOptions()).hits.count == 5)
  }

  @Test(arguments: [255, 256, 50_000])
  func deepQueries(_ depth: Int) throws {
    let operators: [(inout QueryProgram) -> Void] = [
      { $0.andMaybe() }, { $0.andNot() }, { $0.filter() }, { $0.or(2) }, { $0.and(2) },
    ]
    for combine in operators {
      var left = QueryProgram()
      try left.term("vinh".utf8)
      for _ in 0..<depth {
        try left.term("song".utf8)
        combine(&left)
      }
      #expect(run(left) == (depth < 256 ? nil : .invalidArgument))
      var right = QueryProgram()
      for _ in 0...depth { try right.term("vinh".utf8) }
      for _ in 0..<depth { combine(&right) }
      #expect(run(right) == (depth < 256 ? nil : .invalidArgument))
    }
    var scaled = QueryProgram()
    try scaled.term("vinh".utf8)
    for _ in 0..<depth { scaled.scale(1) }
    #expect(run(scaled) == (depth < 256 ? nil : .invalidArgument))
  }
}
