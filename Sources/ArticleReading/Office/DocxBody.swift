/// Takes the text out of `word/document.xml`.
///
/// Kept: runs of every paragraph in document order, table cells and text boxes among them, tracked
/// insertions; a tab as a space, a line break as LF. Left out: tracked deletions and the old place
/// of what was moved, field codes, notes and comments (other parts hold them), pictures. Of
/// `mc:AlternateContent`, which holds the same text box twice, the first choice is read.
struct DocxBody: XMLVisitor {
  private(set) var text = OfficeText()
  private let styles: DocxStyles

  /// What a run shows its text in; runs nest where a text box stands in one.
  private struct Run {
    var font: String?
    var isInProperties = false
  }

  private var runs: [Run] = []
  /// The font of each open paragraph's style.
  private var paragraphFonts: [String?] = []
  /// Whether a choice was read, for each open `mc:AlternateContent`.
  private var alternatives: [Bool] = []
  /// How many elements are open inside the one that is left out, itself counted.
  private var skipped = 0
  private var isInText = false
  private var decoders = FontDecoders()

  init(styles: DocxStyles) { self.styles = styles }

  mutating func start(_ element: borrowing XMLElement) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch element.name {
    case "AlternateContent": alternatives.append(false)
    case "Choice", "Fallback": startAlternative()
    case "del", "moveFrom", "instrText", "delText", "oMath": skipped = 1
    default:
      guard Self.isWord(element) else { return }
      startWord(element)
    }
  }

  private mutating func startWord(_ element: borrowing XMLElement) {
    switch element.name {
    case "p":
      text.begin()
      paragraphFonts.append(styles.font(ofParagraph: nil))
    case "pStyle":
      guard let id = element.attribute("val"), !paragraphFonts.isEmpty else { return }
      if styles.isTitle(id) { text.setStyle(.title) }
      paragraphFonts[paragraphFonts.count - 1] = styles.font(ofParagraph: id)
    case "r": runs.append(Run(font: paragraphFonts.last ?? nil))
    case "rPr":
      if !runs.isEmpty { runs[runs.count - 1].isInProperties = true }
    case "rStyle":
      if let id = element.attribute("val"), let font = styles.font(ofCharacter: id) {
        setRunFont(font)
      }
    case "rFonts":
      if let font = DocxStyles.font(of: element) { setRunFont(font) }
    case "t": isInText = true
    case "tab":
      // In `w:pPr` a `w:tab` is a stop of the ruler.
      if !runs.isEmpty { text.append(" ") }
    case "br", "cr":
      if !runs.isEmpty { text.append("\n") }
    case "noBreakHyphen": text.append("-")
    default: break
    }
  }

  mutating func end(_ element: borrowing XMLElement) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if element.name == "AlternateContent" {
      _ = alternatives.popLast()
      return
    }
    guard Self.isWord(element) else { return }
    switch element.name {
    case "p":
      text.end()
      _ = paragraphFonts.popLast()
    case "r": _ = runs.popLast()
    case "rPr":
      if !runs.isEmpty { runs[runs.count - 1].isInProperties = false }
    case "t": isInText = false
    default: break
    }
  }

  mutating func text(_ piece: String) {
    guard isInText, skipped == 0 else { return }
    text.append(piece, font: (runs.last?.font).flatMap { decoders[$0] })
  }

  private mutating func startAlternative() {
    guard let last = alternatives.indices.last else { return }
    if alternatives[last] {
      skipped = 1
    } else {
      alternatives[last] = true
    }
  }

  /// Fonts outside a run's own properties are those of a paragraph's mark, which shows nothing.
  private mutating func setRunFont(_ font: String) {
    guard let last = runs.indices.last, runs[last].isInProperties else { return }
    runs[last].font = font
  }

  /// Whether an element is WordprocessingML, transitional or strict; drawings have a `p` and a `t`
  /// of their own.
  private static func isWord(_ element: borrowing XMLElement) -> Bool {
    if element.prefix == "w" { return true }
    guard element.prefix != "a", let namespace = element.namespace else { return false }
    return namespace.hasSuffix("wordprocessingml/2006/main")
      || namespace.hasSuffix("wordprocessingml/main")
  }
}
