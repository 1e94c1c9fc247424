/// Mends what converters make of documents set in fonts like `.VnTime`.
///
/// They know the letters by the bytes of Windows-1252 and not by what the font shows, so the text
/// comes out as `CÇn Th¬`. If all of a text's letters are such bytes and as bytes they are Vietnamese
/// in one of the old encodings, it is that (``EncodingDetector``); German and French stay as they are.
enum PrintedText {
  /// The text as the fonts show it, and the encoding if it had to be mended.
  ///
  /// - Parameter given: what the user says the encoding is: obeyed if the text can be so.
  static func mended(_ text: String, given: TextEncoding?) -> DecodedText {
    let asItIs = DecodedText(text: text, encoding: .utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var firstHigh: Int?
    for scalar in text.unicodeScalars {
      // A letter that Windows-1252 has not is one that the converter knew.
      guard let byte = WindowsBytes.byte(of: scalar) else { return asItIs }
      if byte >= 0x80, firstHigh == nil { firstHigh = bytes.count }
      bytes.append(byte)
    }
    guard let firstHigh else { return asItIs }
    let encoding = given ?? EncodingDetector.detect(bytes.span, from: firstHigh)
    switch encoding {
    case .tcvn3?, .vni?, .vps?, .viscii?:
      let encoding = encoding ?? .tcvn3
      return DecodedText(text: TextDecoding.text(bytes.span, in: encoding), encoding: encoding)
    default: return asItIs
    }
  }
}
