/// The paragraphs of an office document in reading order, as its elements come.
///
/// Paragraphs nest: one may hold a text box that holds paragraphs. What is inside comes after the
/// paragraph around it. Text in a font of another encoding (`.VnTime`) is decoded when its paragraph
/// ends, for a letter of two bytes may be split over runs.
struct OfficeText {
  /// What a paragraph's style says it is.
  enum Style { case title, body }

  struct Paragraph: Equatable {
    /// Lines parted by LF where the paragraph has line breaks of its own.
    var text: String
    var style: Style
  }

  private struct Open {
    var style: Style
    /// Text by the encoding of its font, nil for none.
    var pieces: [(font: FontEncoding?, text: String)] = []
    /// Finished paragraphs that lie inside.
    var inner: [Paragraph] = []
  }

  /// The paragraphs that hold more than white space.
  private(set) var paragraphs: [Paragraph] = []
  /// The encoding of the first font that asked for one.
  private(set) var encoding: TextEncoding = .utf8
  private var open: [Open] = []

  /// Whether text would go anywhere.
  var isInParagraph: Bool { !open.isEmpty }

  /// A paragraph begins, inside the one that is open if any.
  mutating func begin(_ style: Style = .body) { open.append(Open(style: style)) }

  /// The style is told: it may come after the paragraph's start.
  mutating func setStyle(_ style: Style) {
    guard !open.isEmpty else { return }
    open[open.count - 1].style = style
  }

  /// Adds text to the innermost paragraph; text outside of all is dropped.
  mutating func append(_ text: String, font: FontEncoding? = nil) {
    guard !open.isEmpty, !text.isEmpty else { return }
    let last = open.count - 1
    if let piece = open[last].pieces.indices.last, open[last].pieces[piece].font == font {
      open[last].pieces[piece].text += text
    } else {
      open[last].pieces.append((font, text))
    }
  }

  /// The innermost paragraph ends.
  mutating func end() {
    guard let closed = open.popLast() else { return }
    var text = ""
    for piece in closed.pieces {
      guard let font = piece.font else {
        text += piece.text
        continue
      }
      text += font.decode(piece.text)
      if encoding == .utf8 { encoding = font.encoding }
    }
    var finished = closed.inner
    if text.contains(where: { !$0.isWhitespace }) {
      finished.insert(Paragraph(text: text, style: closed.style), at: 0)
    }
    if open.isEmpty {
      paragraphs += finished
    } else {
      open[open.count - 1].inner += finished
    }
  }
}
