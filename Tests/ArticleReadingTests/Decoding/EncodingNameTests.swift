import Testing

@testable import ArticleReading

@Suite("Names of encodings and fonts")
struct EncodingNameTests {
  @Test(
    "Labels",
    arguments: [
      ("utf8", .utf8), ("UTF-8", .utf8), ("windows-1258", .windows1258), ("CP1258", .windows1258),
      ("viscii", .viscii), ("VISCII1.1-1", .viscii), ("tcvn", .tcvn3), ("TCVN3", .tcvn3),
      ("abc", .tcvn3), ("tcvn-5712", .tcvn3), ("TCVN 5712", .tcvn3), ("x-viet-tcvn5712", .tcvn3),
      ("vni", .vni), ("x-viet-vni", .vni), ("x-viet-vps", .vps), ("vps", .vps),
      ("iso-8859-1", .windows1252), ("Latin1", .windows1252), ("windows-1252", .windows1252),
      ("utf-16", .utf16LE), ("UTF-16BE", .utf16BE), ("double-utf-8", .doubleUTF8),
      ("x-user-defined", nil), ("", nil), ("koi8-r", nil), ("utf-9", nil),
    ] as [(String, TextEncoding?)])
  func labels(label: String, encoding: TextEncoding?) {
    #expect(TextEncoding(label: label) == encoding)
  }

  @Test("Every encoding goes by its own name", arguments: TextEncoding.allCases)
  func ownName(encoding: TextEncoding) {
    #expect(TextEncoding(label: encoding.rawValue) == encoding)
  }

  @Test(
    "Fonts",
    arguments: [
      (".VnTime", .tcvn3, false), (".VnTimeH", .tcvn3, true), (".VnArial", .tcvn3, false),
      ("  '.vntimeh' , serif", .tcvn3, true), ("\".VnArial NarrowH\"", .tcvn3, true),
      (".VnAvantH Bold", .tcvn3, true), ("VNI-Times", .vni, false),
      ("vni-helve,Arial", .vni, false),
      ("VNI Times", .vni, false), ("VPS Times", .vps, false), ("Times New Roman", nil, false),
      ("Arial, .VnTime", nil, false), ("", nil, false), ("\"\"", nil, false), ("VNI", nil, false),
      (",", nil, false),
    ] as [(String, TextEncoding?, Bool)])
  func fonts(name: String, encoding: TextEncoding?, isCapitals: Bool) {
    let font = FontEncoding(fontName: name)
    #expect(font?.encoding == encoding)
    #expect(font?.isCapitals ?? false == isCapitals)
  }

  @Test("Text in a font")
  func fontText() throws {
    let time = try #require(FontEncoding(fontName: ".VnTime"))
    #expect(time.decode("Céng hßa – x· héi") == "Cộng hòa – xã hội")
    #expect(time.decode("Tiếng ViÖt") == "Tiếng Việt")
    let capitals = try #require(FontEncoding(fontName: ".VnTimeH"))
    #expect(capitals.decode("Céng hßa x· héi") == "CỘNG HÒA XÃ HỘI")
    let vni = try #require(FontEncoding(fontName: "VNI-Times"))
    #expect(vni.decode("Ñoäc laäp “Töï do”") == "Độc lập “Tự do”")
    #expect(vni.decode("") == "")
  }
}
