import Testing

@Suite struct NumberTests {
  /// Expected words as `Word.shape` has them.
  @Test(
    arguments: [
      ("165.000", "¶#165000"), ("165000", "¶#165000"), ("165,000", "¶#165000"),
      ("1.250.000", "¶#1250000"), ("1,250,000", "¶#1250000"), ("1.250.000,5", "¶#1250000.5"),
      ("1,250,000.5", "¶#1250000.5"), ("1.250,75", "¶#1250.75"), ("3,5", "¶#3.5"),
      ("3.5", "¶#3.5"), ("0,8", "¶#0.8"), ("0.8", "¶#0.8"), ("0.125", "¶#0.125"),
      ("0,125", "¶#0.125"), ("12,50", "¶#12.50"), ("1000,123", "¶#1000.123"),
      ("08", "¶#8"), ("8", "¶#8"), ("00", "¶#0"), ("0", "¶#0"), ("007", "¶#007"),
      ("24/24", "¶#24 +#24"), ("2015-2020", "¶#2015 +#2020"), ("2015–2020", "¶#2015 +#2020"),
      ("2015 - 2020", "¶#2015 ,#2020"), ("100%", "¶#100"), ("50% của", "¶#50 ,của"),
      ("08/06/2020", "¶#8 +#6 +#2020"), ("8/6/2020", "¶#8 +#6 +#2020"),
      ("08.06.2020", "¶#8 +#6 +#2020"), ("08-06-2020", "¶#8 +#6 +#2020"),
      ("7h30", "¶#7 +h +#30"), ("7:30", "¶#7 +#30"), ("121kg", "¶#121 +kg"), ("4G", "¶#4 +g"),
      ("Covid-19", "¶covid +#19"), ("U23", "¶u +#23"), ("QL1A", "¶ql +#1 +a"),
      ("192.168.1.1", "¶#192 +#168 +#1 +#1"), ("1.5.2", "¶#1 +#5 +#2"),
      ("12.34.567", "¶#12 +#34 +#567"), ("1.2345.678", "¶#1 +#2345 +#678"),
      ("1234.567.890", "¶#1234 +#567 +#890"), ("1.250.000.5", "¶#1 +#250 +#000 +#5"),
      ("1,2,3", "¶#1 +#2 +#3"), ("1, 2, 3", "¶#1 ,#2 ,#3"), ("0.125.000", "¶#0 +#125 +#000"),
      ("２０２０", "¶#2020"), ("０８", "¶#8"), ("0８", "¶#8"), ("2０2０", "¶#2020"),
      ("năm 2020.", "¶năm _#2020"), ("năm 2020. Sau", "¶năm _#2020 ¶sau"),
      ("năm 2020, sau", "¶năm _#2020 ,sau"), ("1. Mở đầu", "¶#1 ¶mở _đầu"),
      ("2020...", "¶#2020"), ("3,", "¶#3"), (",5", "¶#5"), (".5", "¶#5"), ("1..2", "¶#1 ¶#2"),
      ("1.,2", "¶#1 ¶#2"), ("-5", "¶#5"), ("+84 912.345.678", "¶#84 _#912345678"),
      ("0912.345.678", "¶#0912 +#345 +#678"),
      ("m2", "¶m +#2"), ("m²", "¶m +#2"), ("CO₂", "¶co +#2"),
      ("½", ""), ("٣٤", "¶#34"), ("1a2b", "¶#1 +a +#2 +b"),
      ("5'30", "¶#5 ,#30"), ("1e5", "¶#1 +e +#5"),
    ] as [(String, String)])
  func shapesOfNumbers(_ text: String, _ expected: String) {
    #expect(shapes(text) == expected)
  }

  @Test(arguments: ["165.000", "1.250.000,5", "3,5", "２０２０", "08", "0912345678"])
  func rangeCoversSeparators(_ number: String) {
    let found = words("x \(number). y")
    #expect(found.map(\.range)[1] == 2..<2 + number.utf8.count)
    #expect(found.map(\.gap) == [.sentence, .space, .sentence])
    #expect(found.map(\.isNumber) == [false, true, false])
  }

  @Test(arguments: [65, 100, 1000, 4095, 4096])
  func longDigitStringsStayOneToken(_ count: Int) {
    let digits = String(repeating: "7", count: count)
    let found = words("x \(digits)8 \(digits)9 \(digits)8")
    guard count < 4096 else { return #expect(found.count == 7) }  // cut, see LongWordTests
    #expect(found.count == 4)
    #expect(found[1].folded == found[3].folded)
    #expect(found[1].folded != found[2].folded)
    #expect(found.allSatisfy { $0.folded.text.utf8.count <= 64 })
    #expect(found[1].range == 2..<3 + count)
  }

  @Test func manyGroupsEndAndStayDisjoint() {
    let text = String(repeating: "1.22,", count: 5000) + "3"
    let found = words(text)
    #expect(found.count == 10_001)
    #expect(found.last?.range.upperBound == text.utf8.count)
    #expect(found.dropFirst().allSatisfy { $0.gap != .sentence })
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.range.upperBound < $1.range.lowerBound })
  }

  @Test(arguments: [4095, 4096, 4097, 10_000])
  func longFractionsDoNotTrap(_ count: Int) {
    let digits = String(repeating: "4", count: count)
    for text in ["0." + digits, digits + ".5", digits + "," + digits] {
      let found = words(text)
      #expect(found.last?.range.upperBound == text.utf8.count)
      #expect(found.allSatisfy { $0.isNumber && $0.folded.text.utf8.count <= 64 })
    }
  }
}
