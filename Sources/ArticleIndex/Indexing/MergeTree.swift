/// The order in which the parts of a new index are merged, sixteen at a time, as they are finished.
///
/// Merging step by step: the files open at once stay few, however many documents there are, each
/// document is merged log(n) times, workers merge beside each other, and the order of the documents
/// is that of the parts. How many parts there will be need not be known.
struct MergeTree {
  /// How many databases are merged at once.
  static let width = 16

  /// One database: a part (level 0) or what parts were merged to.
  struct Node: Hashable {
    var level: Int
    var index: Int

    /// The name of its folder.
    var name: String { "part-\(level)-\(index)" }

    /// The first part in it.
    fileprivate var firstLeaf: Int { (0..<level).reduce(index) { first, _ in first * width } }

    fileprivate var parent: Node { Node(level: level + 1, index: index / width) }
  }

  /// A merge to be done.
  struct Merge: Equatable {
    /// In order.
    var children: [Node]
    var result: Node
  }

  /// Finished and not merged, nor about to be.
  private var finished: Set<Node> = []
  /// How many children of a node are finished.
  private var counts: [Node: Int] = [:]

  /// What is left when everything is finished, in order.
  var top: [Node] { finished.sorted { $0.firstLeaf < $1.firstLeaf } }

  /// Notes that `node` is finished; returns the merge that it was the last to be waited for.
  mutating func finish(_ node: Node) -> Merge? {
    finished.insert(node)
    let parent = node.parent
    counts[parent, default: 0] += 1
    guard counts[parent] == Self.width else { return nil }
    counts[parent] = nil
    let first = parent.index * Self.width
    let children = (first..<first + Self.width).map { Node(level: node.level, index: $0) }
    finished.subtract(children)
    return Merge(children: children, result: parent)
  }
}
