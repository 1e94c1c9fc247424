import ArticleIndex
import SystemPackage

/// What a run counted, whether it has just ended or is remembered.
struct RunCounts {
  var added, updated, removed, unchanged, failed, bytes: Int
  var seconds: Double

  init(_ report: IndexReport) {
    (added, updated, removed) = (report.added, report.updated, report.removed)
    (unchanged, failed) = (report.unchanged, report.failed)
    (bytes, seconds) = (report.bytes, report.seconds)
  }

  init(_ run: LastRun) {
    (added, updated, removed) = (run.added, run.updated, run.removed)
    (unchanged, failed) = (run.unchanged, run.failed)
    (bytes, seconds) = (run.bytes, run.seconds)
  }

  fileprivate var members: [(String, JSON?)] {
    [
      ("added", JSON(added)), ("updated", JSON(updated)), ("removed", JSON(removed)),
      ("unchanged", JSON(unchanged)), ("failed", JSON(failed)), ("bytes", JSON(bytes)),
      ("seconds", JSON((seconds * 1000).rounded() / 1000)),
    ]
  }
}

extension IndexReport {
  /// `index --json`. `converted` counts files by the name of their encoding, `missing_converters` by
  /// the reason they were left out.
  var json: JSON {
    let converted = converted.map { ($0.key.rawValue, JSON?.some(.integer($0.value))) }
    let others: [(String, JSON?)] = [
      ("version", 1), ("generation", JSON(generation)), ("total", JSON(total)),
      (
        "failures",
        JSON(failures.map { ["path": JSON($0.path.string), "reason": JSON($0.message)] })
      ),
      ("passed_over", JSON(passedOver)), ("converted", JSON(members: converted)),
      ("undated", JSON(undated)), ("unread_names", JSON(unreadNames)),
      ("not_articles", JSON(notArticles)),
      ("missing_converters", JSON(leftOut)),
    ]
    return JSON(members: RunCounts(self).members + others)
  }
}

extension IndexStatus {
  /// `status --json`.
  func json(lastRun: LastRun?, age: Int?) -> JSON {
    [
      "version": 1, "index": JSON(path.string), "articles": JSON(articles),
      "average_length": JSON(averageLength), "disk_bytes": JSON(diskBytes),
      "generation": JSON(generation), "schema": JSON(schemaVersion), "analyzer": JSON(analyzer),
      "xapian": JSON(xapianVersion), "folders": JSON(folders.map(\.string)),
      "last_run": Self.json(lastRun, age: age),
    ]
  }

  private static func json(_ run: LastRun?, age: Int?) -> JSON {
    guard let run, let age else { return .null }
    let others: [(String, JSON?)] = [
      ("age_seconds", JSON(age)), ("error", run.error.map { .string($0) }),
    ]
    return JSON(members: RunCounts(run).members + others)
  }
}

extension IndexCheck.Report {
  /// `check --json`.
  func json(of index: FilePath) -> JSON {
    IndexCheck.json(
      findings.map {
        IndexCheck.json(
          subject: $0.subject, reason: $0.cause.message, remedy: $0.remedyMessage(in: index))
      },
      articles: articles, compared: compared, generation: generation)
  }
}

extension IndexCheck {
  /// `check --json` of a check that could not be finished.
  static func json(_ error: IndexError) -> JSON {
    json([
      json(
        subject: error.subject, reason: error.cause.message, remedy: error.remedyMessage ?? "")
    ])
  }

  fileprivate static func json(
    _ findings: [JSON], articles: Int = 0, compared: Int = 0, generation: Int? = nil
  ) -> JSON {
    [
      "version": 1, "is_clean": JSON(findings.isEmpty), "articles": JSON(articles),
      "compared": JSON(compared), "generation": generation.map { .integer($0) },
      "findings": JSON(findings),
    ]
  }

  fileprivate static func json(subject: String, reason: String, remedy: String) -> JSON {
    ["subject": JSON(subject), "reason": JSON(reason), "remedy": JSON(remedy)]
  }
}

extension QueryExplanation {
  /// `explain --json`.
  var json: JSON {
    [
      "version": 1, "query": JSON(query), "understood": JSON(node.description),
      "words": JSON(words.map(\.json)), "preferred": JSON(preferred.map(\.json)),
      "pairs": JSON(pairs.map(\.json)), "is_verified": JSON(isVerified), "total": JSON(total),
      "ranking": JSON(ranking.rawValue), "all_words_query": JSON(allWordsQuery),
      "candidates_query": JSON(candidatesQuery), "hits": JSON(hits.map(\.json)),
      "warnings": JSON(notices.map(\.message)), "compounds": JSON(compounds),
      "readings": JSON(
        readings.map { ["reading": JSON($0.kind.rawValue), "total": JSON($0.total)] }),
    ]
  }
}

extension QueryExplanation.TermCount {
  fileprivate var json: JSON { ["term": JSON(term), "frequency": JSON(frequency)] }
}

extension QueryExplanation.ScoredHit {
  fileprivate var json: JSON {
    [
      "rank": JSON(hit.rank), "id": JSON(hit.id), "number": JSON(Int(hit.number)),
      "title": JSON(hit.article.title), "path": JSON(hit.article.path.string),
      "score": JSON(hit.score),
      "parts": JSON(
        parts.map {
          ["kind": JSON($0.kind), "label": JSON($0.label), "score": JSON($0.score)]
        }),
    ]
  }
}
