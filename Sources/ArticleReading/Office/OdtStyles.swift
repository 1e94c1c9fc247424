/// The styles of an .odt as far as they tell what text is: fonts, titles, what each is based on.
///
/// `styles.xml` holds the named ones; `content.xml` those that stand for formatting by hand (`P1`),
/// which come before the text.
struct OdtStyles {
  private struct Style {
    var font: String?
    var parent: String?
  }

  private var styles: [String: Style] = [:]
  private var fontFamilies: [String: String] = [:]
  private var defaultFont: String?
  private var current: String?
  private var isInDefault = false

  private static let maximumDepth = 16

  /// Takes what an element says of styles; others are passed over.
  mutating func start(_ element: borrowing XMLElement) {
    switch element.name {
    case "font-face":
      if let name = element.attribute("name") {
        fontFamilies[name] = element.attribute("font-family")
      }
    case "default-style": isInDefault = element.attribute("family") == "paragraph"
    case "style":
      guard element.prefix == "style", let name = element.attribute("name") else { return }
      current = name
      styles[name] = Style(parent: element.attribute("parent-style-name"))
    case "text-properties":
      guard let font = font(of: element) else { return }
      if let current {
        styles[current]?.font = font
      } else if isInDefault {
        defaultFont = font
      }
    default: break
    }
  }

  mutating func end(_ element: borrowing XMLElement) {
    switch element.name {
    case "style" where element.prefix == "style": current = nil
    case "default-style": isInDefault = false
    default: break
    }
  }

  /// The font of text in a paragraph style.
  func font(ofParagraph name: String?) -> String? {
    font(along: name) ?? font(along: "Standard") ?? defaultFont
  }

  /// The font that a character style sets, if it sets one.
  func font(ofSpan name: String?) -> String? { font(along: name) }

  /// Whether a style is, or is based on, that of the title or the first heading.
  func isTitle(_ name: String) -> Bool {
    var next: String? = name
    for _ in 0..<Self.maximumDepth {
      guard let name = next else { return false }
      if name == "Title" || name == "Heading_20_1" { return true }
      next = styles[name]?.parent
    }
    return false
  }

  private func font(of element: borrowing XMLElement) -> String? {
    if let name = element.attribute("font-name") {
      return Self.unquoted(fontFamilies[name] ?? name)
    }
    return element.attribute("font-family").map(Self.unquoted)
  }

  private func font(along name: String?) -> String? {
    var next = name
    for _ in 0..<Self.maximumDepth {
      guard let name = next, let style = styles[name] else { return nil }
      if let font = style.font { return font }
      next = style.parent
    }
    return nil
  }

  /// `'VNI-Times'` → `VNI-Times`.
  private static func unquoted(_ font: String) -> String {
    font.count > 2 && font.hasPrefix("'") && font.hasSuffix("'")
      ? String(font.dropFirst().dropLast()) : font
  }
}

/// Reads `styles.xml`.
struct OdtStyleSheet: XMLVisitor {
  var styles = OdtStyles()
  mutating func start(_ element: borrowing XMLElement) { styles.start(element) }
  mutating func end(_ element: borrowing XMLElement) { styles.end(element) }
  mutating func text(_ text: String) {}
}
