import ArticleIndex

/// The version of the objects that `search` prints. Fields are added, never renamed.
private let version: JSON = 1

/// For programs: one JSON object for each hit, then a summary.
struct JSONPrinter: HitPrinter {
  func output(_ result: SearchResult, query: String, took: Duration) -> [UInt8] {
    var bytes: [UInt8] = []
    for hit in result.hits { bytes += hit.json.line }
    let summary: JSON = ["version": version, "summary": result.json(query: query, took: took)]
    return bytes + summary.line
  }
}

extension SearchResult {
  /// The answer to one query of `search --batch`, hits and all.
  func batchJSON(query: String, took: Duration) -> JSON {
    json(query: query, took: took, version: version, hits: JSON(hits.map(\.json)))
  }

  /// The answer as a whole. `corrected_query` is left out if the hits are those of `query` itself.
  fileprivate func json(
    query: String, took: Duration, version: JSON? = nil, hits: JSON? = nil
  ) -> JSON {
    [
      "version": version, "query": JSON(query), "total": JSON(total),
      "total_is_exact": JSON(totalIsExact), "is_relaxed": JSON(isRelaxed),
      "took_ms": JSON(milliseconds(took)), "warnings": JSON(notices.map(\.message)),
      "suggestions": JSON(suggestions), "corrected_query": correctedQuery.map { .string($0) },
      "hits": hits, "facets": JSON(facets.map(\.json)), "reading": JSON(reading.rawValue),
      "looser": looser.map(\.json) ?? .null,
    ]
  }
}

extension Hit {
  fileprivate var json: JSON {
    let facts =
      article.facts + [
        ("version", version), ("rank", JSON(rank)),
        ("score", JSON((score * 1000).rounded() / 1000)),
        ("id", JSON(id)), ("number", JSON(Int(number))), ("snippet", JSON(snippet.text)),
        ("highlights", JSON(snippet.highlights)), ("matches", JSON(matches)),
        ("copies", JSON(copies.map(\.json))), ("reading", JSON(reading.rawValue)),
      ]
    return JSON(members: facts)
  }
}

extension LooserQuery.Offer {
  fileprivate var json: JSON {
    let name =
      switch change {
      case .reading(let kind): kind.rawValue
      case .withoutQuotationMarks: "without_quotation_marks"
      case .anySpelling: "any_spelling"
      case .withoutFields: "without_fields"
      case .withoutExclusions: "without_exclusions"
      }
    return [
      "change": JSON(name), "total": JSON(total), "total_is_exact": JSON(totalIsExact),
    ]
  }
}

extension Copy {
  fileprivate var json: JSON {
    [
      "number": JSON(Int(number)), "path": JSON(article.path.string),
      "source": JSON(article.source), "title": JSON(article.title),
    ]
  }
}

extension Facet {
  fileprivate var json: JSON {
    [
      "field": JSON(field.rawValue), "is_exact": JSON(isExact), "distinct": JSON(distinct),
      "missing": JSON(missing),
      "counts": JSON(counts.map { ["value": JSON($0.value), "count": JSON($0.count)] }),
    ]
  }
}

extension StoredArticle {
  /// `show --json`. The byte offsets of `search --json` refer to `text`.
  func json(number: UInt32) -> JSON {
    let others: [(String, JSON?)] = [
      ("version", 1), ("id", JSON(recordID ?? "\(number)")), ("number", JSON(Int(number))),
      ("lede", JSON(lede)), ("text", JSON(text)),
    ]
    return JSON(members: facts + others)
  }

  /// What hits and articles have in common.
  fileprivate var facts: [(String, JSON?)] {
    [
      ("path", JSON(path.string)), ("title", JSON(title)), ("date", JSON(date?.iso)),
      ("date_is_inferred", JSON(isDateInferred)), ("author", JSON(author)),
      ("section", JSON(section)), ("sections", JSON(sections)), ("source", JSON(source)),
      ("document_number", JSON(number)), ("url", JSON(url)),
    ]
  }
}

/// A duration in milliseconds with three decimals.
func milliseconds(_ duration: Duration) -> Double {
  let parts = duration.components
  let value = Double(parts.seconds) * 1e3 + Double(parts.attoseconds) / 1e15
  return (value * 1000).rounded() / 1000
}
