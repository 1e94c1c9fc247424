/// What the bytes 80…FF mean in each one-byte encoding: 128 scalars, sixteen a row; U+FFFD for a byte
/// that means nothing.
enum LegacyCharts {
  /// The WHATWG's and Microsoft's table, from Python's `cp1252`.
  static let windows1252 =
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}"
    + "\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
    + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯"
    + "°±²³´µ¶·¸¹º»¼½¾¿"
    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
    + "ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
    + "àáâãäåæçèéêëìíîï"
    + "ðñòóôõö÷øùúûüýþÿ"

  /// Microsoft's table; glibc's `CP1258` and Python's `cp1258` agree. CC, D2, DE, EC and F2 are
  /// combining tones, written behind their letter.
  static let windows1258 =
    "€\u{FFFD}‚ƒ„…†‡ˆ‰\u{FFFD}‹Œ\u{FFFD}\u{FFFD}\u{FFFD}"
    + "\u{FFFD}‘’“”•–—˜™\u{FFFD}›œ\u{FFFD}\u{FFFD}Ÿ"
    + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯"
    + "°±²³´µ¶·¸¹º»¼½¾¿"
    + "ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏ"
    + "ĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ß"
    + "àáâăäåæçèéêë\u{301}íîï"
    + "đñ\u{323}óôơö÷øùúûüư₫ÿ"

  /// RFC 1456, as glibc's `VISCII` has it.
  static let viscii =
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
    + "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    + "Õắằặấầẩậẽẹếềểễệố"
    + "ồổỗỠƠộờởịỰỨỪỬơớƯ"
    + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
    + "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    + "àáâãảăữẫèéêẻìíĩỉ"
    + "đựòóôõỏọụùúũủýợỮ"

  /// The six capitals that found no place above 7F (RFC 1456).
  static let visciiControls: [(UInt8, UInt16)] = [
    (0x02, 0x1EB2), (0x05, 0x1EB4), (0x06, 0x1EAA), (0x14, 0x1EF6), (0x19, 0x1EF8),
    (0x1E, 0x1EF4),
  ]

  /// TCVN 5712:1993 VN3 as the ABC fonts show it: letters from UniKey's table (`vnconv`, TCVN3),
  /// punctuation in 80…9F as in Windows-1252. Letters agree with glibc's `TCVN5712-1`. That is VN1;
  /// its capitals stand here where VN3 has nothing between A0 and FF, but not its combining tones
  /// B0…B4, which in files are `°` and the like.
  static let tcvn3 =
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}"
    + "\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
    + "\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ"
    + "°±²³´àảãáạẲằẳẵắẴ"
    + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    + "éẹềểễếệìỉỄẾỒĩíịò"
    + "Ổỏõóọồổỗốộờởỡớợù"
    + "ỖủũúụừửữứựỳỷỹýỵỐ"

  /// The Vietnamese Professionals Society's: UniKey's table (`vnconv`, VPS) and that of `viparse`,
  /// which was checked against vietunicode.sourceforge.net and Encode::VN, agree in every letter.
  static let vps =
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"
    + "Ế‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ"
    + "\u{A0}ắằẳẵặỠớÙờởỡŨỨợỪ"
    + "ổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    + "ầÁÂấẩẫậđẻÉÊẹỉễịỹ"
    + "ƯỦồốÔỏơÈừứÚũưÝẺß"
    + "àáâãảạăçèéêẽìíîĩ"
    + "ẴĐòóôõöƠụùúủüỶẼỳ"

  /// The fourteen capitals of VPS among the controls (`viparse`; UniKey leaves them out).
  static let vpsControls: [(UInt8, UInt16)] = [
    (0x02, 0x1EA0), (0x03, 0x1EAC), (0x04, 0x1EB6), (0x05, 0x1EB8), (0x06, 0x1EC6),
    (0x10, 0x1ECA), (0x11, 0x1ECC), (0x12, 0x1ED8), (0x13, 0x1EE2), (0x14, 0x1EE4),
    (0x15, 0x1EF0), (0x19, 0x1EF4), (0x1C, 0x1EAA), (0x1D, 0x1EEE),
  ]

  /// VNI for Windows: letters that are one byte, the rest is as in Windows-1252. Source of this and
  /// of ``vniMarks``: UniKey's table (`vnconv`, VNI-WIN); xvnkb's `vni.h` agrees.
  static let vniLetters: [(UInt8, UInt16)] = [
    (0xD1, 0x0110), (0xF1, 0x0111),  // Đ
    (0xCD, 0x00CD), (0xED, 0x00ED), (0xCC, 0x00CC), (0xEC, 0x00EC), (0xC6, 0x1EC8),  // Í Ì Ỉ
    (0xE6, 0x1EC9), (0xD3, 0x0128), (0xF3, 0x0129), (0xD2, 0x1ECA), (0xF2, 0x1ECB),  // Ĩ Ị
    (0xD4, 0x01A0), (0xF4, 0x01A1), (0xD6, 0x01AF), (0xF6, 0x01B0),  // Ơ Ư
    (0xCE, 0x1EF4), (0xEE, 0x1EF5),  // Ỵ
  ]

  /// The bytes behind a letter, in the order of the tones grave, acute, hook, tilde, dot; first
  /// those of the tone alone, then those that make a circumflex (and which has no tone), then breve.
  /// Capitals have them 20 lower.
  static let vniMarks = (
    tones: [0xF8, 0xF9, 0xFB, 0xF5, 0xEF] as [UInt8],
    circumflex: [0xE2, 0xE0, 0xE1, 0xE5, 0xE3, 0xE4] as [UInt8],
    breve: [0xEA, 0xE8, 0xE9, 0xFA, 0xFC, 0xEB] as [UInt8]
  )
}

/// The way back from characters to the bytes of Windows-1252 that they were taken from.
enum WindowsBytes {
  /// The byte of a scalar; U+0080…9F are taken for bytes too, since Windows-1252 leaves five of them
  /// open and ISO 8859-1 all. Nil for any other scalar.
  @inline(__always)
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    if value < 0x100 { return UInt8(value) }
    guard value < 0x2200 else { return nil }
    let byte = bytes[Int(value)]
    return byte == 0 ? nil : byte
  }

  /// By scalar; 0 for none.
  private static let bytes: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 0x2200)
    for (index, scalar) in LegacyCharts.windows1252.unicodeScalars.enumerated()
    where scalar.value < 0x2200 {
      bytes[Int(scalar.value)] = UInt8(0x80 + index)
    }
    return bytes
  }()
}
