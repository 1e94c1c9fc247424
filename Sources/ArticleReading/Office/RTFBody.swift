/// Takes the text, title, author and date of making out of an RTF file's tokens.
///
/// Groups are kept on a stack of their own, at most ``maximumDepth`` of them. Text is read in the
/// code page of its font (``RTFFontTable``), `\u` over the bytes that stand in for it; deleted and
/// hidden text is left out, and what destinations hold (``RTFDestination``).
struct RTFBody {
  private struct Group {
    var destination = RTFDestination.text
    var font = 0
    /// How many characters stand in for one `\u`.
    var fallback = 1
    /// Deleted by tracked changes, or hidden.
    var isDeleted = false
    var isHidden = false
    /// `\*` was read: a destination of unknown name is to be skipped.
    var isOptional = false
  }

  static let maximumDepth = 10_000

  private(set) var text = OfficeText()
  private(set) var metadata = OfficeMetadata()
  /// The encoding of the first text that was not Unicode or ASCII.
  private(set) var encoding: TextEncoding = .utf8
  private var group = Group()
  private var outer: [Group] = []
  private var fonts = RTFFontTable()
  private var defaultFont = 0
  private var page = TextEncoding.windows1252
  /// Bytes read and not yet decoded, all of one font.
  private var pending: [UInt8] = []
  /// Characters still to be passed over behind a `\u`.
  private var toSkip = 0
  private var highSurrogate: UInt32?
  /// The numbers of `\creatim`, as digits.
  private var created = ""
  /// What the user says the bytes are; overrules code pages, not fonts.
  private let override: TextEncoding?

  init(encoding: TextEncoding?) {
    override = encoding
    text.begin()
  }

  /// Reads all tokens.
  mutating func read(_ tokens: consuming RTFTokenizer) throws(ReadingError) {
    while let token = tokens.next() {
      switch token {
      case .open:
        flush()
        toSkip = 0
        guard outer.count < Self.maximumDepth else {
          throw ReadingError(.nestsTooDeep(limit: Self.maximumDepth))
        }
        outer.append(group)
        group.isOptional = false
      case .close:
        flush()
        toSkip = 0
        if let last = outer.popLast() { group = last }
      case .byte(let byte), .hex(let byte): take(byte)
      case .symbol(let symbol): take(symbol: symbol)
      case .word(let word, let number): take(word, number)
      }
    }
    flush()
    text.end()
    if !created.isEmpty { metadata.created = created }
  }

  private mutating func take(_ byte: UInt8) {
    if toSkip > 0 {
      toSkip -= 1
      return
    }
    switch group.destination {
    case .fontTable: fonts.append(byte)
    case .skipped, .created: break
    case .text, .title, .author: pending.append(byte)
    }
  }

  private mutating func take(symbol: UInt8) {
    switch symbol {
    case 0x2A: group.isOptional = true
    case 0x5C, 0x7B, 0x7D: take(symbol)
    case 0x7E: append("\u{A0}")
    case 0x5F: append("-")
    default: break
    }
  }

  private mutating func take(_ word: String, _ number: Int?) {
    if let destination = RTFDestination(word: word) {
      flush()
      if group.destination != .skipped { group.destination = destination }
      return
    }
    if group.isOptional {
      group.isOptional = false
      if !RTFDestination.isRead(optional: word) { group.destination = .skipped }
    }
    guard group.destination != .skipped else { return }
    switch word {
    case "par", "sect", "cell", "row", "nestcell", "nestrow", "page": endParagraph()
    case "line", "softline", "lbr": append("\n")
    case "u": takeUnicode(number ?? 0)
    case "uc": group.fallback = min(max(number ?? 1, 0), 16)
    case "pard": if group.destination == .text { text.setStyle(.body) }
    case "outlinelevel": if number == 0, group.destination == .text { text.setStyle(.title) }
    case "deleted": setDeleted(number != 0)
    case "v": setHidden(number != 0)
    case "plain":
      setFont(defaultFont)
      setDeleted(false)
      setHidden(false)
    case "f": group.destination == .fontTable ? fonts.begin(number ?? 0) : setFont(number ?? 0)
    case "deff": (defaultFont, group.font) = (number ?? 0, number ?? 0)
    case "ansicpg": page = RTFCodePage.encoding(number: number ?? 1252)
    case "fcharset": fonts.setCharacterSet(number ?? 0, document: page)
    case "cpg": fonts.setPage(number ?? 1252)
    case "yr", "mo", "dy": takeDate(number ?? 0)
    default:
      if let character = RTFDestination.characters[word] { append(character) }
    }
  }

  private mutating func takeUnicode(_ number: Int) {
    flush()
    toSkip = group.fallback
    guard (-0x8000...0xFFFF).contains(number) else { return }
    let unit = UInt32(truncatingIfNeeded: number) & 0xFFFF
    defer { highSurrogate = (0xD800...0xDBFF).contains(unit) ? unit : nil }
    if let high = highSurrogate, (0xDC00...0xDFFF).contains(unit) {
      add(scalar: 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
    } else {
      add(scalar: unit)
    }
  }

  private mutating func add(scalar value: UInt32) {
    if let scalar = Unicode.Scalar(value), value >= 0x20 {
      append(String(scalar), keepsSkip: true)
    }
  }

  private mutating func takeDate(_ number: Int) {
    guard group.destination == .created, (0...9999).contains(number) else { return }
    // Year, month and day come in this order.
    created += number < 10 ? "0\(number)" : "\(number)"
  }

  /// Adds what a control stands for.
  private mutating func append(_ string: String, keepsSkip: Bool = false) {
    if !keepsSkip {
      if toSkip > 0 {
        toSkip -= 1
        return
      }
      flush()
    }
    add(string, font: fonts.decoder(group.font))
  }

  /// Decodes what is pending; called before anything changes how bytes are read.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let decoder = fonts.decoder(group.font)
    // What a font decodes are the letters of Windows-1252 that its bytes would be.
    let page = decoder == nil ? override ?? fonts.page(group.font) ?? self.page : .windows1252
    if encoding == .utf8, group.destination == .text, !pending.allSatisfy({ $0 < 0x80 }) {
      encoding = decoder?.encoding ?? page
    }
    add(RTFCodePage.decode(pending, in: page), font: decoder)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ string: String, font: FontEncoding?) {
    switch group.destination {
    case .text:
      if !group.isDeleted, !group.isHidden { text.append(string, font: font) }
    case .title: metadata.title = (metadata.title ?? "") + string
    case .author:
      if metadata.creators.isEmpty { metadata.creators.append("") }
      metadata.creators[0] += string
    case .fontTable, .skipped, .created: break
    }
  }

  private mutating func endParagraph() {
    flush()
    toSkip = 0
    guard group.destination == .text else { return }
    text.end()
    text.begin()
  }

  private mutating func setFont(_ number: Int) {
    flush()
    group.font = number
  }

  private mutating func setDeleted(_ value: Bool) {
    flush()
    group.isDeleted = value
  }

  private mutating func setHidden(_ value: Bool) {
    flush()
    group.isHidden = value
  }
}
