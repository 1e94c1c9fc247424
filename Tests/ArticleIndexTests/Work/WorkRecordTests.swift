import Testing

/// The guard itself can fail.
@Suite struct WorkRecordTests {
  @Test(arguments: [
    (114, [String]()), (90, []), (115, ["terms: 115, recorded 100"]),
    (1000, ["terms: 1000, recorded 100"]),
  ])
  func moreWorkIsNoticed(_ amount: Int, _ expected: [String]) {
    var work = WorkRecord()
    work.add("terms", amount)
    work.add("bytes read for a b", 7)
    #expect(work.excesses(over: "terms 100\nbytes read for a b 7\n") == expected)
  }

  @Test func whatIsNotRecordedIsNoticed() {
    var work = WorkRecord()
    work.add("terms", 1)
    #expect(
      work.excesses(over: "postings 5\n") == [
        "terms: 1, not recorded", "postings: recorded, but not measured",
      ])
  }
}
