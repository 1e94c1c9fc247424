/// Takes the text out of an .odt's `content.xml`.
///
/// Kept: paragraphs and headings in document order, table cells and text boxes among them; runs of
/// spaces up to eight, a tab as a space, a line break as LF. Left out: what tracked changes deleted,
/// comments, notes, forms, ruby, the titles and descriptions of pictures.
struct OdtBody: XMLVisitor {
  private(set) var text = OfficeText()
  private var styles: OdtStyles
  private var isInBody = false
  /// How many elements are open inside the one that is left out, itself counted.
  private var skipped = 0
  /// The decoders of the open paragraphs and spans; what is inside has its own or its parent's.
  private var fonts: [FontEncoding?] = []
  private var decoders = FontDecoders()

  init(styles: OdtStyles) { self.styles = styles }

  mutating func start(_ element: borrowing XMLElement) {
    if skipped > 0 {
      skipped += 1
      return
    }
    guard isInBody else {
      isInBody = element.name == "body"
      styles.start(element)
      return
    }
    switch element.name {
    case "tracked-changes", "annotation", "note", "forms", "ruby-text", "desc": skipped = 1
    case "title" where element.prefix == "svg": skipped = 1
    case "p", "h":
      guard element.prefix == "text" else { return }
      startParagraph(element)
    case "span":
      let font = styles.font(ofSpan: element.attribute("style-name"))
      fonts.append(font.map { decoders[$0] } ?? fonts.last ?? nil)
    case "s":
      let count = element.attribute("c").flatMap(Int.init) ?? 1
      text.append(String(repeating: " ", count: min(max(count, 1), 8)))
    case "tab": text.append(" ")
    case "line-break": text.append("\n")
    default: break
    }
  }

  mutating func end(_ element: borrowing XMLElement) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard isInBody else {
      styles.end(element)
      return
    }
    switch element.name {
    case "p", "h":
      guard element.prefix == "text" else { return }
      text.end()
      _ = fonts.popLast()
    case "span": _ = fonts.popLast()
    default: break
    }
  }

  mutating func text(_ piece: String) {
    guard isInBody, skipped == 0, text.isInParagraph else { return }
    // White space of the XML's own layout is one space.
    let isPlain = !piece.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    let shown = isPlain ? piece : String(piece.map { $0.isWhitespace ? " " : $0 })
    text.append(shown, font: fonts.last ?? nil)
  }

  private mutating func startParagraph(_ element: borrowing XMLElement) {
    let style = element.attribute("style-name")
    let isFirstHeading = element.name == "h" && element.attribute("outline-level") == "1"
    let isTitle = isFirstHeading || style.map(styles.isTitle) ?? false
    text.begin(isTitle ? .title : .body)
    fonts.append(styles.font(ofParagraph: style).flatMap { decoders[$0] })
  }
}
