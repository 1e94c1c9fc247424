import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

struct ReadingRulesTests {
  private let old = ReadingOptions(encoding: .tcvn3)

  @Test func theInnermostFolderCounts() {
    var rules = ReadingRules()
    rules.set(old, for: "/tin")
    rules.set(ReadingOptions(encoding: .vni), for: "/tin/1998")
    #expect(rules["/tin/a.txt"] == old)
    #expect(rules["/tin/1998/a.txt"].encoding == .vni)
    #expect(rules["/tin1998/a.txt"] == ReadingOptions())
    #expect(rules["/tin"] == old)
  }

  @Test func settingAFolderForgetsWhatWasSetInside() {
    var rules = ReadingRules()
    rules.set(old, for: "/tin/1998")
    rules.set(ReadingOptions(), for: "/tin")
    #expect(rules == ReadingRules())
    #expect(rules.encoded == [])
  }

  @Test func plainOptionsInsideAFolderOfOthersAreKept() {
    var rules = ReadingRules()
    rules.set(old, for: "/tin")
    rules.set(ReadingOptions(), for: "/tin/moi")
    #expect(rules["/tin/moi/a"] == ReadingOptions())
    #expect(rules["/tin/a"] == old)
  }

  @Test func encodingMakesTheRoundTrip() throws {
    var rules = ReadingRules()
    var mapped = ReadingOptions(encoding: .viscii)
    mapped.fields.mapped = [.title: ["tên bài=x", "b"], .body: ["nội%dung"]]
    rules.set(mapped, for: FilePath(platformBytes: [0x2F, 0xFF, 0x0A]))
    rules.set(old, for: "/b")
    #expect(ReadingRules(encoded: rules.encoded) == rules)
    #expect(ReadingRules(encoded: []) == ReadingRules())
  }

  @Test func containerStatesMakeTheRoundTrip() {
    var states = ContainerStates()
    let odd = FilePath(platformBytes: [0x2F, 0xFF, 0x0A])
    states["/kho.jsonl"] = FileState(size: 7, modified: -1, contentHash: 0)
    states[odd] = FileState(size: 1 << 40, modified: 5)
    #expect(ContainerStates(encoded: states.encoded) == states)
    states["/kho.jsonl"] = nil
    #expect(states["/kho.jsonl"] == nil)
    #expect(states[odd]?.size == 1 << 40)
  }
}
