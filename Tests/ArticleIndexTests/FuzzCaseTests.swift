import TestSupport
import Testing

/// What fuzzing found, replayed: every case is taken by the stage it was found with, which keeps its promises.
struct FuzzCaseTests {
  @Test func everyCaseIsReadToItsEnd() throws { try FuzzCases.replay(with: Fuzzed.check) }
}
