import Foundation
import SystemPackage
import Testing

@testable import ArticleIndex

struct MergeLadderTests {
  @Test(arguments: [0, 1, MergeLadder.width - 1, MergeLadder.width, MergeLadder.width * 2 + 3])
  func fewDatabasesHoldAllDocuments(_ count: Int) throws {
    let folder = try TemporaryFolder()
    var ladder = MergeLadder()
    for number in 0..<count {
      let part = try makeStore(
        at: folder("part-\(number)"), [SampleDocument("\(number)", "vinh \(number)")])
      try ladder.add(part)
      #expect(ladder.rest.count <= 2 * MergeLadder.width)
    }
    #expect(ladder.rest.count == count / MergeLadder.width + count % MergeLadder.width)
    var documents: [String] = []
    for path in ladder.rest {
      let reader = try StoreReader(at: path)
      for id in 1...(try reader.counts().documents) {
        documents.append(try reader.data(of: id).text)
      }
    }
    #expect(documents == (0..<count).map(String.init), "in the order they were added")
    // What was merged is gone.
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path.string)
    #expect(Set(left) == Set(ladder.rest.compactMap { $0.lastComponent?.string }))
  }
}
