/// Puts the copies of an article among ranked hits together.
///
/// Whether two hits are copies is told by their sketches, so nothing has to be known about them
/// beforehand: it works for articles indexed at different times and in different databases. A hit
/// is compared with the best hit of each group before it, so what a list of hits comes to does not
/// change when it is longer. Keeps the sketches it has read; for one search.
final class DuplicateCollapser {
  /// A hit and its copies after it.
  struct Group: Equatable {
    /// The best of them.
    var hit: StoreHit
    /// The others, best first.
    var copies: [StoreHit] = []
  }

  /// So many hits are compared; those after them stand for themselves. Bounds the time, which grows
  /// with the square.
  static let comparedAtMost = 2000
  /// Hits looked at beyond what is wanted, so that copies just behind a page are found.
  static let lookAhead = 50

  private let reader: StoreReader
  private let isOn: Bool
  private var sketches: [UInt32: ArticleSketch?] = [:]

  /// - Parameter isOn: else every hit is a group.
  init(reader: StoreReader, isOn: Bool = true) { (self.reader, self.isOn) = (reader, isOn) }

  /// Hits to look for when `wanted` groups are.
  func reach(for wanted: Int, ahead: Int = lookAhead) -> Int {
    guard isOn, wanted > 0, wanted < Self.comparedAtMost else { return wanted }
    return min(wanted + ahead, Self.comparedAtMost)
  }

  /// Hits to look for when `hits` made too few groups for `wanted`; enough in the end, as hits over
  /// ``comparedAtMost`` are groups of their own.
  func reach(after hits: Int, for wanted: Int) -> Int {
    hits < Self.comparedAtMost
      ? min(hits * 4, Self.comparedAtMost) : max(hits * 2, Self.comparedAtMost + wanted)
  }

  /// The groups of a list of hits, each where its best is.
  func groups(_ hits: ArraySlice<StoreHit>) throws(IndexError) -> [Group] {
    guard isOn, hits.count > 1 else { return hits.map { Group(hit: $0) } }
    try readSketches(of: hits.prefix(Self.comparedAtMost))
    var groups: [Group] = []
    var heads: [(sketch: ArticleSketch, group: Int)] = []
    for (place, hit) in hits.enumerated() {
      guard place < Self.comparedAtMost, let sketch = sketches[hit.id] ?? nil else {
        groups.append(Group(hit: hit))
        continue
      }
      if let head = heads.first(where: { $0.sketch.isDuplicate(of: sketch) }) {
        groups[head.group].copies.append(hit)
      } else {
        heads.append((sketch, groups.count))
        groups.append(Group(hit: hit))
      }
    }
    return groups
  }

  /// The hits that are copies of another article, collapsing or not.
  func copies(
    of sketch: ArticleSketch, in hits: [StoreHit]
  ) throws(IndexError) -> [StoreHit] {
    let hits = hits.prefix(Self.comparedAtMost)
    try readSketches(of: hits)
    return hits.filter { (sketches[$0.id] ?? nil)?.isDuplicate(of: sketch) ?? false }
  }

  private func readSketches(of hits: ArraySlice<StoreHit>) throws(IndexError) {
    // In the order they are stored, so that no block is read twice.
    let missing = hits.map(\.id).filter { sketches[$0] == nil }.sorted()
    guard !missing.isEmpty else { return }
    for (id, value) in zip(missing, try reader.values(of: missing, slot: Schema.Slot.sketch)) {
      sketches[id] = .some(ArticleSketch(encoded: value))
    }
  }
}
