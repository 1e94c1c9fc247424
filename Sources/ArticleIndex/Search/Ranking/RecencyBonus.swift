import ArticleReading
import Platform

/// What articles gain by being new.
///
/// `score × (1 + w · 2^(−age / 365))`, where `w` is ``SearchRequest/recency`` and the age counts days
/// from the newest of the hits, so that an archive has its new and old articles too. Articles without
/// a date get no bonus.
struct RecencyBonus {
  /// Days after which the bonus has halved.
  static let halfLife = 365.0

  let weight: Double
  /// Dates after it are slips and not news; nil: none are.
  let today: ArticleDate?

  /// Whether there is any bonus.
  var isOn: Bool { weight > 0 && weight.isFinite }

  /// The best hits with their bonus, again best first; the rest as it is.
  ///
  /// - Parameter count: so many hits are looked at, whatever page is wanted, which keeps pages
  ///   together.
  func blended(
    _ hits: [StoreHit], first count: Int, in reader: StoreReader
  ) throws(IndexError) -> [StoreHit] {
    guard isOn, !hits.isEmpty else { return hits }
    var best = Array(hits.prefix(count))
    var days: [Int?] = []
    for hit in best {
      let value = try reader.value(of: hit.id, slot: Schema.Slot.date)
      let date = ArticleDate(sortKey: String(decoding: value, as: UTF8.self))
      days.append(date.map { CalendarDay($0).number })
    }
    guard var newest = days.compactMap({ $0 }).max() else { return hits }
    if let today { newest = min(newest, CalendarDay(today).number) }
    for (index, day) in days.enumerated() {
      guard let day else { continue }
      let age = Double(max(0, newest - day))
      best[index].weight *= 1 + weight * exp2(-age / Self.halfLife)
    }
    let order = best.indices.sorted { (-best[$0].weight, $0) < (-best[$1].weight, $1) }
    return order.map { best[$0] } + hits.dropFirst(best.count)
  }
}
