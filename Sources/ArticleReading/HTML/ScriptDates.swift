/// Finds a date of publication in what a page hands to its scripts: `"published_at":"2019-03-02T06:22"`.
///
/// It may be another article's, so it is looked for only where the page says nothing else. One pass over
/// the text; quotation marks may be escaped, as in JSON inside of JSON.
enum ScriptDates {
  /// The first date of publication; else the first of making.
  static func first(in text: String, inVietnam: Bool) -> ArticleDate? {
    let bytes = text.utf8Span.span
    var made: ArticleDate?
    var index = 0
    while index < bytes.count {
      guard bytes[index] == quote, let key = string(bytes, from: index + 1, isKey: true) else {
        index += 1
        continue
      }
      index = key.end
      guard let isPublication = keys[NameHash(key.text)],
        let value = string(bytes, from: afterColon(bytes, key.end) ?? bytes.count, isKey: false),
        let date = PageDate.parse(value.text, inVietnam: inVietnam)
      else { continue }
      if isPublication { return date }
      made = made ?? date
    }
    return made
  }

  private static let quote: UInt8 = 0x22
  private static let maximumString = 40

  /// A short string up to its quotation mark: of letters, digits and dashes for a key.
  private static func string(
    _ bytes: Span<UInt8>, from start: Int, isKey: Bool
  ) -> (text: String, end: Int)? {
    var text: [UInt8] = []
    var index = start
    while index < bytes.count, text.count <= maximumString {
      let byte = bytes[index]
      if byte == quote {
        return text.isEmpty ? nil : (String(decoding: text, as: UTF8.self), index + 1)
      }
      let isLetter = (byte | 0x20) &- 0x61 < 26
      if isKey, !isLetter, byte != 0x5F, byte != 0x2D, byte != 0x5C { return nil }
      if byte < 0x20 { return nil }
      if byte != 0x5C { text.append(byte) }
      index += 1
    }
    return nil
  }

  /// Where the string of a value begins behind its key.
  private static func afterColon(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var index = start
    var hasColon = false
    while index < bytes.count, index - start < 8 {
      switch bytes[index] {
      case 0x3A where !hasColon: hasColon = true
      case quote: return hasColon ? index + 1 : nil
      case 0x20, 0x5C, 0x0A, 0x0D, 0x09: break
      default: return nil
      }
      index += 1
    }
    return nil
  }

  /// Whether a key names the day of publication, rather than that of making.
  private static let keys = NameTable<Bool>([
    (
      true,
      """
      datepublished published published_at publishedat publish_date publishdate published_date
      publisheddate publication_date publicationdate publishedfirst first-publication
      first_publication firstpublished first_published pubdate pub_date publish_time publishtime
      published_time publishedtime published_on publishedon ngay_dang ngaydang ngay_xuat_ban
      """
    ),
    (
      false,
      "datecreated created_at createdat createdate created_date creation_date creationdate uploaddate"
    ),
  ])
}
