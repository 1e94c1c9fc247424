import Testing

@testable import ArticleIndex

struct MergeTreeTests {
  /// Finishes all parts in the order given by `order`, doing every merge at once; returns what each
  /// node on top holds.
  private func contents(leaves: Int, order: [Int]) -> [[Int]] {
    var tree = MergeTree(leaves: leaves)
    var held: [MergeTree.Node: [Int]] = [:]
    for leaf in order {
      var node = MergeTree.Node(level: 0, index: leaf)
      held[node] = [leaf]
      while let merge = tree.finish(node) {
        held[merge.result] = merge.children.flatMap { held.removeValue(forKey: $0) ?? [] }
        node = merge.result
      }
    }
    #expect(held.count == tree.top.count, "everything is merged as far as it goes")
    return tree.top.map { held[$0] ?? [] }
  }

  @Test(arguments: [
    0, 1, 2, MergeTree.width, MergeTree.width + 1, 100, MergeTree.width * MergeTree.width,
    MergeTree.width * MergeTree.width + 1, 5_000,
  ])
  func allPartsEndInOrderWhoeverFinishesFirst(leaves: Int) {
    let expected = Array(0..<leaves)
    let orders = [expected, expected.reversed(), expected.shuffled()]
    for order in orders {
      let top = contents(leaves: leaves, order: order)
      #expect(top.count <= MergeTree.width)
      #expect(top.flatMap { $0 } == expected)
    }
  }

  @Test(
    arguments: [
      ([], []),
      ([1, 1, 1], [0..<2, 2..<3]),
      ([1, 1, 1, 1], [0..<2, 2..<4]),
      ([60, 60, 1], [0..<1, 1..<3]),
      ([500], [0..<1]),
      ([1, 500, 1], [0..<1, 1..<2, 2..<3]),
    ] as [([UInt64], [Range<Int>])])
  func partsAreBoundedByDocumentsAndBytes(sizes: [UInt64], expected: [Range<Int>]) {
    #expect(PartPlan.parts(of: sizes, documents: 2, bytes: 100) == expected)
  }
}
