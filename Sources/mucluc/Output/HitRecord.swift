import ArticleIndex

/// One hit as JSON. Fields are added, never renamed; `version` tells.
struct HitRecord: Encodable {
  static let version = 1
  var hit: Hit

  private enum Key: String, CodingKey {
    case version, rank, score, id, number, path, title, date, author, section, source, url, snippet
    case highlights, matches, copies
  }

  func encode(to encoder: any Encoder) throws {
    let article = hit.article
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Self.version, forKey: .version)
    try container.encode(hit.rank, forKey: .rank)
    try container.encode((hit.score * 1000).rounded() / 1000, forKey: .score)
    try container.encode(hit.id, forKey: .id)
    try container.encode(hit.number, forKey: .number)
    try container.encode(article.path.string, forKey: .path)
    try container.encode(article.title, forKey: .title)
    try container.encodeOrNull(article.date?.iso, forKey: .date)
    try container.encodeOrNull(article.author, forKey: .author)
    try container.encodeOrNull(article.section, forKey: .section)
    try container.encodeOrNull(article.source, forKey: .source)
    try container.encodeOrNull(article.url, forKey: .url)
    try container.encode(hit.snippet.text, forKey: .snippet)
    try container.encode(
      hit.snippet.highlights.map { [$0.lowerBound, $0.upperBound] }, forKey: .highlights)
    try container.encode(hit.matches.map { [$0.lowerBound, $0.upperBound] }, forKey: .matches)
    try container.encode(hit.copies.map { CopyRecord(copy: $0) }, forKey: .copies)
  }
}

/// A near-duplicate of a hit, in its `copies`.
struct CopyRecord: Encodable {
  var copy: Copy

  private enum Key: String, CodingKey {
    case number, path, source, title
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(copy.number, forKey: .number)
    try container.encode(copy.article.path.string, forKey: .path)
    try container.encodeOrNull(copy.article.source, forKey: .source)
    try container.encode(copy.article.title, forKey: .title)
  }
}

/// How the matches are spread over a field, in `facets`.
struct FacetRecord: Encodable {
  struct Count: Encodable {
    var value: String
    var count: Int
  }

  var field: String
  var isExact: Bool
  var distinct: Int
  var missing: Int
  var counts: [Count]

  init(_ facet: Facet) {
    field = facet.field.rawValue
    isExact = facet.isExact
    distinct = facet.distinct
    missing = facet.missing
    counts = facet.counts.map { Count(value: $0.value, count: $0.count) }
  }
}

/// The last object of `search --json`.
struct SummaryRecord: Encodable {
  struct Summary: Encodable {
    var query: String
    var total: Int
    var totalIsExact: Bool
    var isRelaxed: Bool
    var tookMs: Double
    var warnings: [String]
    /// Queries that may have been meant.
    var suggestions: [String]
    /// The one of them that the hits are those of; absent where they are those of `query`.
    var correctedQuery: String?
    var facets: [FacetRecord]
  }

  var version = HitRecord.version
  var summary: Summary
}

/// One line of `search --batch`.
struct BatchRecord: Encodable {
  var version = HitRecord.version
  var query: String
  var total: Int
  var totalIsExact: Bool
  var isRelaxed: Bool
  var tookMs: Double
  var warnings: [String]
  var suggestions: [String]
  var correctedQuery: String?
  var hits: [HitRecord]
  var facets: [FacetRecord]
}

/// A duration in milliseconds with three decimals.
func milliseconds(_ duration: Duration) -> Double {
  let parts = duration.components
  let value = Double(parts.seconds) * 1e3 + Double(parts.attoseconds) / 1e15
  return (value * 1000).rounded() / 1000
}
