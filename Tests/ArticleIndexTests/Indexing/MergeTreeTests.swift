import Testing

@testable import ArticleIndex

struct MergeTreeTests {
  /// Finishes all parts in the order given by `order`, doing every merge at once; returns what each
  /// node on top holds.
  private func contents(leaves: Int, order: [Int]) -> [[Int]] {
    var tree = MergeTree()
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
      // As digits to the base of the width: less than a width on each level.
      #expect(top.count == digitSum(leaves))
      #expect(top.flatMap { $0 } == expected)
    }
  }

  private func digitSum(_ number: Int) -> Int {
    number == 0 ? 0 : number % MergeTree.width + digitSum(number / MergeTree.width)
  }
}
