/// A post of WordPress as its exports and its database hold it.
enum WordPressPost {
  /// Whether a record is none of WordPress's, or a post or page that was published.
  static func isPublished(_ fields: [RawRecord.Field]) -> Bool {
    func value(_ name: String) -> String? {
      fields.first { $0.name == name || $0.name == "wp:\(name)" }?.value
    }
    if let status = value("post_status") ?? value("status"), isOfWordPress(fields),
      status != "publish"
    {
      return false
    }
    guard let type = value("post_type"), isOfWordPress(fields) else { return true }
    return !["attachment", "revision", "nav_menu_item", "custom_css", "oembed_cache"].contains(type)
      && !type.hasPrefix("wp_") && !type.hasPrefix("acf-")
  }

  /// The fields with the shortcodes gone from texts, if they are WordPress's.
  static func cleaned(_ fields: [RawRecord.Field]) -> [RawRecord.Field] {
    guard isOfWordPress(fields) else { return fields }
    return fields.map { field in
      ["post_content", "encoded", "excerpt", "post_excerpt"].contains(field.name)
        ? RawRecord.Field(name: field.name, value: withoutShortcodes(field.value)) : field
    }
  }

  private static func isOfWordPress(_ fields: [RawRecord.Field]) -> Bool {
    fields.contains { $0.name == "wp:post_type" || $0.name == "post_type" }
      && fields.contains { $0.name == "wp:status" || $0.name == "post_status" }
  }

  /// Text without shortcodes: `[gallery ids="1,2"]`, `[caption …]…[/caption]`, of which what is between
  /// them stays.
  ///
  /// Brackets are a shortcode if they begin with a name and hold an attribute, close one, or are of a name
  /// that is closed elsewhere in the text or that everybody uses. Others (`[1]`, `[sic]`) stay.
  static func withoutShortcodes(_ text: String) -> String {
    guard text.holds(0x5B) else { return text }
    let bytes = Array(text.utf8)
    var closed = known
    var codes: [Shortcode] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x5B, let code = Shortcode(bytes, at: index) else {
        index += 1
        continue
      }
      if code.closes { closed.insert(code.name) }
      codes.append(code)
      index = code.range.upperBound
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    index = 0
    for code in codes where code.closes || code.hasAttributes || closed.contains(code.name) {
      result += bytes[index..<code.range.lowerBound]
      index = code.range.upperBound
    }
    return String(decoding: result + bytes[index...], as: UTF8.self)
  }

  private static let known: Set<String> = [
    "gallery", "caption", "embed", "video", "audio", "playlist", "more", "toc", "youtube",
  ]

  private struct Shortcode {
    var name: String
    var range: Range<Int>
    var closes = false
    var hasAttributes = false

    private static let maximumBytes = 4096

    /// The one that a bracket begins; nil if it begins none.
    init?(_ bytes: [UInt8], at start: Int) {
      var index = start + 1
      if index < bytes.count, bytes[index] == 0x2F {
        closes = true
        index += 1
      }
      let nameStart = index
      while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
      guard index > nameStart, index - nameStart <= 64, bytes[nameStart] | 0x20 >= 0x61,
        index < bytes.count, bytes[index] == 0x5D || bytes[index] == 0x2F || bytes[index] <= 0x20
      else { return nil }
      name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
      while index < bytes.count, bytes[index] != 0x5D {
        if bytes[index] == 0x5B || index - start > Self.maximumBytes { return nil }
        if bytes[index] == 0x3D { hasAttributes = true }
        index += 1
      }
      guard index < bytes.count else { return nil }
      range = start..<(index + 1)
    }

    private static func isName(_ byte: UInt8) -> Bool {
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2D
    }
  }
}
