/// The styles of a .docx as far as they tell what text is: names, fonts, what each is based on.
///
/// `word/styles.xml` need not be there; then every style is body text in an ordinary font.
struct DocxStyles: XMLVisitor {
  private struct Style {
    var name = ""
    var font: String?
    var parent: String?
  }

  private var styles: [String: Style] = [:]
  private var documentFont: String?
  private var defaultParagraph: String?
  /// The id of the style that is open.
  private var current: String?
  private var inDefaults = false

  /// Chains of styles longer than this are loops.
  private static let maximumDepth = 16

  mutating func start(_ element: borrowing XMLElement) {
    switch element.name {
    case "docDefaults": inDefaults = true
    case "style":
      let id = element.attribute("styleId") ?? ""
      current = id
      styles[id] = Style()
      let isDefault = ["1", "true", "on"].contains(element.attribute("default") ?? "")
      if isDefault, element.attribute("type") == "paragraph" { defaultParagraph = id }
    case "name":
      if let current { styles[current]?.name = (element.attribute("val") ?? "").lowercased() }
    case "basedOn":
      if let current { styles[current]?.parent = element.attribute("val") }
    case "rFonts":
      guard let font = Self.font(of: element) else { return }
      if let current {
        styles[current]?.font = font
      } else if inDefaults {
        documentFont = font
      }
    default: break
    }
  }

  mutating func end(_ element: borrowing XMLElement) {
    switch element.name {
    case "docDefaults": inDefaults = false
    case "style": current = nil
    default: break
    }
  }

  mutating func text(_ text: String) {}

  /// The font that a `w:rFonts` sets Latin text in.
  static func font(of element: borrowing XMLElement) -> String? {
    element.attribute("ascii") ?? element.attribute("hAnsi")
  }

  /// The font of text in a paragraph style, or in the default one for nil.
  func font(ofParagraph id: String?) -> String? {
    font(along: id ?? defaultParagraph) ?? documentFont
  }

  /// The font that a character style sets, if it sets one.
  func font(ofCharacter id: String) -> String? { font(along: id) }

  /// Whether a style is the title's or the first heading's, by its English name, which Word keeps
  /// in the file whatever language it runs in, or by its id.
  func isTitle(_ id: String) -> Bool {
    let name = styles[id]?.name ?? ""
    return ["title", "heading 1"].contains(name)
      || ["title", "heading1"].contains(id.lowercased())
  }

  private func font(along id: String?) -> String? {
    var next = id
    for _ in 0..<Self.maximumDepth {
      guard let id = next, let style = styles[id] else { return nil }
      if let font = style.font { return font }
      next = style.parent
    }
    return nil
  }
}
