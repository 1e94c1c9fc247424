import Foundation
import TestSupport
import Testing

@testable import ArticleReading

/// What fuzzing found, replayed: every case is read to its end by the reader it was found with, which keeps its promises.
struct FuzzCaseTests {
  @Test func everyCaseIsReadToItsEnd() throws {
    var count = 0
    for fuzzed in Fuzzed.allCases {
      for file in FuzzCases.of(fuzzed.rawValue) {
        count += 1
        let broken = fuzzed.check([UInt8](try Data(contentsOf: file)))
        #expect(broken == nil, "\(fuzzed)/\(file.lastPathComponent)")
      }
    }
    #expect(count > 0)
  }
}
