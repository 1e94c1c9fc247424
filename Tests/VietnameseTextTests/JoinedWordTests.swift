import Testing

/// What joins words, what parts them, and where sentences end.
@Suite struct JoinedWordTests {
  @Test(
    arguments: [
      ("45/2019/QĐ-UBND", "¶#45 +#2019 +qđ +ubnd"), ("08/2016/NQ-HĐND", "¶#8 +#2016 +nq +hđnd"),
      ("1180/QĐ-TTg", "¶#1180 +qđ +ttg"), ("NN&PTNT", "¶nn +ptnt"), ("e-mail", "¶e +mail"),
      ("Wi-Fi", "¶wi +fi"), ("a@b.vn", "¶a +b +vn"), ("snake_case", "¶snake +case"),
      ("https://baohungyen.vn/a", "¶https ,baohungyen +vn +a"), ("và/hoặc", "¶và +hoặc"),
      ("A+", "¶a"), ("C++ x", "¶c ,x"), ("một--hai", "¶một ,hai"),
      ("Bà Rịa - Vũng Tàu", "¶bà _rịa ,vũng _tàu"),
      ("Bà Rịa – Vũng Tàu", "¶bà _rịa ,vũng _tàu"), ("Bà Rịa-Vũng Tàu", "¶bà _rịa +vũng _tàu"),
      ("a- b", "¶a ,b"), ("a -b", "¶a ,b"), ("giờ: 7", "¶giờ ,#7"), ("a : b", "¶a ,b"),
    ] as [(String, String)])
  func connectors(_ text: String, _ expected: String) { #expect(shapes(text) == expected) }

  @Test(
    arguments: [
      ("TP.HCM", "¶tp +hcm"), ("TP. Hưng Yên", "¶tp _hưng _yên"), ("Tp.Hưng Yên", "¶tp +hưng _yên"),
      ("ThS. Nguyễn Văn A", "¶ths _nguyễn _văn _a"), ("PGS.TS. Trần", "¶pgs +ts _trần"),
      ("BS.CKII Lê", "¶bs +ckii _lê"), ("đến. Hôm nay", "¶đến ¶hôm _nay"),
      ("Yên.Hôm", "¶yên +hôm"), ("Yên . Hôm", "¶yên ¶hôm"), ("TP . Hôm", "¶tp ¶hôm"),
      ("đi! Về", "¶đi ¶về"), ("đi?Về", "¶đi ¶về"), ("đi… về", "¶đi ¶về"), ("đi... về", "¶đi ¶về"),
      ("đi; về", "¶đi ,về"), ("đi, về", "¶đi ,về"), ("đi (về) rồi", "¶đi ,về ,rồi"),
      ("“đi” về", "¶đi ,về"), ("đi\nvề", "¶đi ¶về"), ("đi\r\nvề", "¶đi ¶về"),
      ("đi \t về", "¶đi _về"), ("- đi", "¶đi"), ("...", ""), ("", ""), (" \n ", ""),
      ("đi.” Về", "¶đi ¶về"), ("đi。Về", "¶đi ¶về"), ("đi\u{2028}về", "¶đi ¶về"),
      ("đi\u{B}về\u{C}rồi\u{85}x", "¶đi ¶về ¶rồi ¶x"), ("đi\u{0}về", "¶đi ,về"),
    ] as [(String, String)])
  func sentences(_ text: String, _ expected: String) { #expect(shapes(text) == expected) }

  @Test(
    arguments: [
      ("H'Mông", "¶hmông"), ("K’Ho", "¶kho"), ("R'lấp", "¶rlấp"), ("Ê‘đê", "¶êđê"),
      ("D\u{2BC}Ran", "¶dran"), ("M`Drắk", "¶mdrắk"), ("L´abc", "¶labc"), ("don't", "¶dont"),
      ("‘trích dẫn’ rồi", "¶trích _dẫn ,rồi"), ("'abc' x", "¶abc ,x"), ("x 'abc'", "¶x ,abc"),
      ("các' x", "¶các ,x"), ("a''b", "¶a ,b"), ("''", ""), ("a＇b", "¶ab"), ("5'", "¶#5"),
    ] as [(String, String)])
  func apostrophes(_ text: String, _ expected: String) { #expect(shapes(text) == expected) }

  @Test func apostropheIsInsideTheRange() {
    #expect(words("(K’Ho)").map(\.range) == [1..<7])
    #expect(words("'abc'").map(\.range) == [1..<4])
  }

  @Test func connectorsAreOutsideTheRanges() {
    #expect(words("QĐ-UBND/24").map(\.range) == [0..<3, 4..<8, 9..<11])
  }

  @Test(
    arguments: [
      ("gap.joined", ["a-b", "a/b", "a.b", "a&b", "7h", "a_b", "a:b", "a+b", "a\u{2011}b"]),
      ("gap.space", ["a b", "a\u{A0}b", "a\u{3000}b", "a\tb", "a\u{202F}b", "a\u{200B}b", "b. b"]),
      ("gap.punctuation", ["a,b", "a (b", "a \"b", "a - b", "a -- b", "a| b", "a/ b", "a😀b"]),
      ("gap.sentence", ["a! b", "a\nb", "a. b", "a… b", "a ?b", "a,\nb", "a.\n\nb"]),
    ])
  func gapsAsDocumented(_ name: String, _ texts: [String]) {
    for text in texts { #expect(words(text).last.map { "gap.\($0.gap)" } == name, "\(text)") }
  }
}
