import Testing

@testable import ArticleReading

/// Tables against bytes written by hand: strings known from letterheads, and alphabets.
@Suite("Old encodings by table")
struct LegacyTableTests {
  /// "CHXHCN Việt Nam / Độc lập - Tự do - Hạnh phúc", as a Western machine shows its bytes.
  static let mottos: [(TextEncoding, String)] = [
    (.tcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam - §éc lËp - Tù do - H¹nh phóc"),
    (.vni, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam - Ñoäc laäp - Töï do - Haïnh phuùc"),
    (.viscii, "Cµng hòa xã hµi chü nghîa Vi®t Nam - Ðµc l§p - Tñ do - HÕnh phúc"),
    (.windows1258, "Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam - Ðôòc lâòp - Týò do - Haònh phuìc"),
    (.vps, "C¶ng hòa xã h¶i chû nghïa ViŒt Nam - ñ¶c lÆp - T¿ do - Hånh phúc"),
  ]

  @Test("The motto", arguments: mottos)
  func motto(encoding: TextEncoding, shown: String) throws {
    let expected = "Cộng hòa xã hội chủ nghĩa Việt Nam - Độc lập - Tự do - Hạnh phúc"
    let bytes = shown.unicodeScalars.compactMap { WindowsBytes.byte(of: $0) }
    #expect(bytes.count == shown.unicodeScalars.count)
    var text = TextDecoding.text(bytes.span, in: encoding)
    // VPS has Ð at F1, where `ñ` is shown.
    if encoding == .vps { #expect(bytes.contains(0xF1)) }
    #expect(text == expected)
    #expect(Array(text.utf8) == Array(expected.utf8))  // composed, not just equivalent
    text = try TextDecoding.decode(bytes)
    #expect(text == expected)
    #expect(try TextDecoding.decode(bytes, as: nil, declared: nil).encoding == encoding)
    if encoding != .windows1258 {
      #expect(LegacyEncoder(encoding).encode(expected).bytes == bytes)
    }
  }

  @Test("Every letter has its bytes, and they are its own")
  func alphabet() {
    var text = "đĐ"
    for vowel in VietnameseLetters.vowels + VietnameseLetters.capitals {
      text.unicodeScalars.append(contentsOf: vowel)
    }
    for encoding in [TextEncoding.windows1258, .viscii, .vni, .vps] {
      let (bytes, carried) = LegacyEncoder(encoding).encode(text)
      #expect(carried == text)
      #expect(Array(TextDecoding.text(bytes.span, in: encoding).utf8) == Array(text.utf8))
    }
    let (bytes, carried) = LegacyEncoder(.windows1258, isComposed: true).encode(text)
    #expect(carried == text)
    #expect(Array(TextDecoding.text(bytes.span, in: .windows1258).utf8) == Array(text.utf8))
  }

  @Test("TCVN3's small letters")
  func tcvn3Alphabet() {
    // A1…FE in their order; each letter once.
    let shown = "¸µ¶·¹ ¨¾»¼½Æ ©ÊÇÈÉË ®ÐÌÎÏÑ ªÕÒÓÔÖ Ý×ØÜÞ ãßáâä «èåæçé ¬íêëìî óïñòô ­øõö÷ù ýúûüþ"
    let expected =
      "áàảãạ ăắằẳẵặ âấầẩẫậ đéèẻẽẹ êếềểễệ íìỉĩị óòỏõọ ôốồổỗộ ơớờởỡợ úùủũụ ưứừửữự ýỳỷỹỵ"
    let bytes = shown.unicodeScalars.compactMap { WindowsBytes.byte(of: $0) }
    #expect(TextDecoding.text(bytes.span, in: .tcvn3) == expected)
    let capitals: [UInt8] = [0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7]
    #expect(TextDecoding.text(capitals.span, in: .tcvn3) == "ĂÂÊÔƠƯĐ")
  }

  @Test(
    "TCVN3: capitals come back where the word or line shows them",
    arguments: [
      ("VÜNH PHóC", "VĨNH PHÚC"), ("Tõ VÜnh Phóc", "Từ Vĩnh Phúc"), ("Së Y tÕ", "Sở Y tế"),
      ("Së Y TÕ TØNH", "SỞ Y TẾ TỈNH"), ("T¹i Së Y TÕ tØnh", "Tại Sở Y Tế tỉnh"),
      ("BÖNH VIÖN ë HUÕ", "BỆNH VIỆN Ở HUẾ"),
      ("¤ng", "Ông"), ("§¦êNG X¸", "ĐƯỜNG XÁ"), ("UBND tØnh", "UBND tỉnh"), ("Tõ", "Từ"),
    ])
  func capitals(shown: String, expected: String) {
    let bytes = shown.unicodeScalars.compactMap { WindowsBytes.byte(of: $0) }
    #expect(bytes.count == shown.unicodeScalars.count)
    #expect(TextDecoding.text(bytes.span, in: .tcvn3) == expected)
  }

  @Test("VNI takes marks of either case, and leaves marks without a letter")
  func vniMarks() {
    #expect(decode("VÓNH PHUÙC", in: .vni) == "VĨNH PHÚC")
    #expect(decode("Vónh Phuùc", in: .vni) == "Vĩnh Phúc")
    #expect(decode("TIEáNG VIEäT", in: .vni) == "TIẾNG VIỆT")
    #expect(decode("1â, â", in: .vni) == "1â, â")
    #expect(decode("Tieáng", in: .vni) == "Tiếng")
  }

  @Test("A tone of Windows-1258 behind a consonant stays a combining mark")
  func looseTone() {
    let bytes: [UInt8] = [0x6E, 0xDE, 0xCC]
    #expect(
      Array(TextDecoding.text(bytes.span, in: .windows1258).unicodeScalars) == [
        "n", "\u{303}", "\u{300}",
      ])
  }

  @Test("Bytes without meaning become U+FFFD")
  func undefined() {
    let bytes: [UInt8] = [0x41, 0x81, 0x42]
    #expect(TextDecoding.text(bytes.span, in: .windows1252) == "A\u{FFFD}B")
    #expect(TextDecoding.text(bytes.span, in: .windows1258) == "A\u{FFFD}B")
  }

  private func decode(_ shown: String, in encoding: TextEncoding) -> String {
    let bytes = shown.unicodeScalars.compactMap { WindowsBytes.byte(of: $0) }
    return TextDecoding.text(bytes.span, in: encoding)
  }
}
