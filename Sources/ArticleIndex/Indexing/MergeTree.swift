/// Which merges become possible as throw-away databases get finished, in whatever order that is.
///
/// Neighbours are merged ``width`` at a time, level by level, until no more than that many are left.
/// So the databases open at once stay few, however many documents there are, each document is merged
/// log(n) times, workers merge beside each other, and the order of the documents is that of the parts.
struct MergeTree {
  /// How many databases are merged at once.
  static let width = 16

  /// One database: a part (level 0) or what parts were merged to.
  struct Node: Hashable {
    var level: Int
    var index: Int

    /// The name of its folder.
    var name: String { "part-\(level)-\(index)" }
  }

  /// A merge to be done.
  struct Merge: Equatable {
    /// In order.
    var children: [Node]
    var result: Node
  }

  /// Nodes by level; the last level has no more than ``width``.
  private let counts: [Int]
  /// By level, for every node: children not finished yet. Level 0 has none.
  private var missing: [[Int]]

  init(leaves: Int) {
    var counts = [leaves]
    var missing: [[Int]] = [[]]
    while let count = counts.last, count > Self.width {
      let parents = (count + Self.width - 1) / Self.width
      missing.append((0..<parents).map { min(Self.width, count - $0 * Self.width) })
      counts.append(parents)
    }
    (self.counts, self.missing) = (counts, missing)
  }

  /// How many parts there are.
  var leafCount: Int { counts[0] }

  /// What is left when everything is finished, in order.
  var top: [Node] {
    (0..<counts[counts.count - 1]).map { Node(level: counts.count - 1, index: $0) }
  }

  /// Notes that `node` is finished; returns the merge that it was the last to be waited for.
  mutating func finish(_ node: Node) -> Merge? {
    let level = node.level + 1
    guard level < counts.count else { return nil }
    let parent = node.index / Self.width
    missing[level][parent] -= 1
    guard missing[level][parent] == 0 else { return nil }
    let first = parent * Self.width
    let children = (first..<min(first + Self.width, counts[node.level])).map {
      Node(level: node.level, index: $0)
    }
    return Merge(children: children, result: Node(level: level, index: parent))
  }
}

/// Divides files into parts.
enum PartPlan {
  /// Consecutive ranges of files, each of at most `documents` files and, unless one file alone is
  /// larger, `bytes` bytes: memory depends on both.
  static func parts(of sizes: [UInt64], documents: Int, bytes: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var total: UInt64 = 0
    for (index, size) in sizes.enumerated() {
      if index > start, index - start >= documents || total + size > UInt64(bytes) {
        parts.append(start..<index)
        (start, total) = (index, 0)
      }
      total += size
    }
    if start < sizes.count { parts.append(start..<sizes.count) }
    return parts
  }
}
