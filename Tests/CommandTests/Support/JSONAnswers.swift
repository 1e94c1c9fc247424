import Foundation
import Testing

/// Reading what the program prints as JSON.
enum JSONAnswer {
  static func decode<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: data)
  }

  /// The objects of an NDJSON output, a line each; every line must end in a line break.
  static func lines<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> [Value] {
    try #require(data.isEmpty || data.last == 0x0A)
    return try data.split(separator: 0x0A).map { try decode(type, $0) }
  }
}

/// A hit in `search --json` and `search --batch`.
struct HitObject: Decodable, Equatable {
  var version: Int
  var rank: Int
  var score: Double
  var id: String
  var number: Int
  var path: String
  var title: String
  var date: String?
  var author: String?
  var section: String?
  var source: String?
  var url: String?
  var snippet: String
  var highlights: [[Int]]
  var matches: [[Int]]
  var copies: [Copy]

  struct Copy: Decodable, Equatable {
    var number: Int
    var path: String
    var source: String?
    var title: String
  }

  /// What the highlights cut out of the snippet.
  var highlighted: [String] { highlights.map { Self.cut($0, from: snippet) } }

  /// What byte offsets cut out of a text; a complaint if they are not valid ones.
  static func cut(_ range: [Int], from text: String) -> String {
    let bytes = Array(text.utf8)
    guard range.count == 2, range[0] >= 0, range[0] < range[1], range[1] <= bytes.count,
      let piece = String(validating: bytes[range[0]..<range[1]], as: UTF8.self)
    else { return "\(range) is no range in a text of \(bytes.count) bytes" }
    return piece
  }
}

/// A field and how the matches are spread over it.
struct FacetObject: Decodable {
  struct Count: Decodable {
    var value: String
    var count: Int
  }

  var field: String
  var isExact: Bool
  var distinct: Int
  var missing: Int
  var counts: [Count]
}

/// What `search --json` printed.
struct SearchAnswer {
  struct Summary: Decodable {
    var query: String
    var total: Int
    var totalIsExact: Bool
    var isRelaxed: Bool
    var tookMs: Double
    var warnings: [String]
    var suggestions: [String]
    var correctedQuery: String?
    var facets: [FacetObject]
  }

  var status: Int32
  var hits: [HitObject]
  var summary: Summary

  init(
    _ outcome: CommandRunner.Outcome, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    status = outcome.status
    #expect(outcome.errors.isEmpty, sourceLocation: sourceLocation)
    struct Last: Decodable { var summary: Summary }
    let lines = outcome.output.split(separator: 0x0A)
    let last = try #require(lines.last, "\(outcome.errors)", sourceLocation: sourceLocation)
    hits = try lines.dropLast().map { try JSONAnswer.decode(HitObject.self, $0) }
    summary = try JSONAnswer.decode(Last.self, last).summary
  }
}

/// One line of `search --batch`: hits, and beside them what a summary has.
@dynamicMemberLookup
struct BatchObject: Decodable {
  var version: Int
  var hits: [HitObject]
  private var summary: SearchAnswer.Summary

  private enum CodingKeys: CodingKey { case version, hits }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    version = try members.decode(Int.self, forKey: .version)
    hits = try members.decode([HitObject].self, forKey: .hits)
    summary = try SearchAnswer.Summary(from: decoder)
  }

  subscript<Value>(dynamicMember member: KeyPath<SearchAnswer.Summary, Value>) -> Value {
    summary[keyPath: member]
  }
}

/// A run of `index --json`.
struct IndexRun {
  struct Report: Decodable {
    struct Failure: Decodable {
      var path: String
      var reason: String
    }

    var added, updated, removed, unchanged, failed, bytes, generation: Int
    var seconds: Double
    var failures: [Failure]
    var passedOver: [String: Int]
    var converted: [String: Int]
    var undated: Int
    var missingConverters: [String: Int]
  }

  var status: Int32
  var errors: [String]
  var report: Report

  /// Added, updated, removed, unchanged, failed.
  var counts: [Int] {
    [report.added, report.updated, report.removed, report.unchanged, report.failed]
  }
}
