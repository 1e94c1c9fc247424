extension Search {
  /// Days after which an article's bonus has halved.
  static let recencyHalfLife = 365.0

  /// The best hits with a bonus for new articles, again best first; the rest as it is.
  ///
  /// `score × (1 + w · 2^(−age / 365))`, where `w` is ``SearchRequest/recency`` and the age counts
  /// days from the newest of them, so that an archive has its new and old articles too. Articles
  /// without a date get no bonus. Only the first ``RankingWeights/candidates`` hits are looked at,
  /// whatever page is wanted, which keeps pages together.
  func blended(_ hits: [StoreHit]) throws(IndexError) -> [StoreHit] {
    guard request.recency > 0, request.recency.isFinite, !hits.isEmpty else { return hits }
    var best = Array(hits.prefix(weights.candidates))
    var days: [Int?] = []
    for hit in best {
      let value = try reader.value(of: hit.id, slot: Schema.Slot.date)
      let date = ArticleDate(sortKey: String(decoding: value, as: UTF8.self))
      days.append(date.map { CalendarDay($0).number })
    }
    guard var newest = days.compactMap({ $0 }).max() else { return hits }
    // A date ahead is a slip and not news.
    if let today = request.today { newest = min(newest, CalendarDay(today).number) }
    for (index, day) in days.enumerated() {
      guard let day else { continue }
      let age = Double(max(0, newest - day))
      best[index].weight *= 1 + request.recency * Self.power(-age / Self.recencyHalfLife)
    }
    let order = best.indices.sorted {
      (-best[$0].weight, $0) < (-best[$1].weight, $1)
    }
    return order.map { best[$0] } + hits.dropFirst(best.count)
  }

  /// 2 to the power of `exponent`, which is not over 0. The standard library has no `pow` of its own:
  /// halves for the whole part, the series of e^x for the rest, which is under 1.
  static func power(_ exponent: Double) -> Double {
    guard exponent > -1000 else { return 0 }
    let whole = exponent.rounded(.up)
    let rest = (exponent - whole) * 0.693_147_180_559_945_3
    var (sum, summand) = (1.0, 1.0)
    for index in 1...20 {
      summand *= rest / Double(index)
      sum += summand
    }
    return Double(sign: .plus, exponent: Int(whole), significand: sum)
  }
}
