/// Random texts out of everything the tokenizer treats in its own way.
struct RandomText {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let pieces: [[UInt8]] =
    [
      "a", "e", "Y", "đ", "Đ", "q", "gi", "ng", "ế", "Ự", "ă", "hoà", "thủy", "quý", "TP",
      "HCM", "1", "08", "2020", "165.000", "3,5", "０", "²", "٣", " ", " ", " ", ".", ",",
      "-", "–", "/", "'", "’", "(", "!", "…", "\n", "\t", ":", "@", "+", "\u{A0}",
      "\u{3000}", "\u{AD}", "\u{200D}", "\u{FEFF}", "\u{301}", "\u{323}", "\u{302}",
      "\u{31B}", "\u{306}", "\u{340}", "\u{327}", "\u{344}", "\u{20DD}", "\u{34F}", "æ",
      "Ǽ", "ß", "ﬁ", "İ", "ı", "ſ", "Ǆ", "ṍ", "Ł", "й", "Ё", "ΐ", "ᾄ", "Ω", "한",
      "\u{1112}", "\u{1161}", "\u{11AB}", "中", "が", "か", "\u{3099}", "ー", "ก", "\u{E34}",
      "آ", "👨‍👩‍👧", "👍🏽", "Ｖ", "（", "．", "𝐀", "𠀀",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3], [0xE1], [0xE1, 0xBA], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F],
      [0xF4, 0x90, 0x80, 0x80], [0xF8],
    ]

  mutating func mixed(pieces count: ClosedRange<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: count, using: &random) {
      bytes += Self.pieces.randomElement(using: &random) ?? []
    }
    return bytes
  }

  /// Bytes without any sense; half of them from what Vietnamese is written with.
  mutating func bytes(_ count: ClosedRange<Int>) -> [UInt8] {
    let common: [UInt8] = [0x20, 0x61, 0x79, 0xC3, 0xC6, 0xCC, 0xCD, 0xE1, 0xBA, 0xBB, 0x81, 0xA3]
    return (0..<Int.random(in: count, using: &random)).map { _ in
      Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random) : common.randomElement(using: &random) ?? 0
    }
  }

  private static let letterBlocks: [ClosedRange<UInt32>] = [
    0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0xC0...0x24F, 0x1E00...0x1EFF, 0x1EA0...0x1EF9,
    0x370...0x3FF, 0x1F00...0x1FFF, 0x400...0x52F, 0x1100...0x1112, 0x1161...0x1175,
    0x11A8...0x11C2,
    0xAC00...0xD7A3, 0x3041...0x30FF, 0x20...0x2F,
  ]
  private static let markBlocks: [ClosedRange<UInt32>] = [
    0x300...0x36F, 0x300...0x309, 0x323...0x328, 0x31B...0x31B, 0x340...0x345, 0x302...0x302,
    0x3099...0x309A, 0x483...0x487, 0x1DC0...0x1DFF,
  ]

  /// Letters and combining marks of Latin, Greek, Cyrillic, Hangul and Kana in no order.
  mutating func letters(_ count: ClosedRange<Int>) -> String {
    var scalars: [UInt32] = []
    for _ in 0..<Int.random(in: count, using: &random) {
      scalars.append(scalar(Self.letterBlocks))
      while Int.random(in: 0..<10, using: &random) < 4 { scalars.append(scalar(Self.markBlocks)) }
    }
    return String(scalars: scalars)
  }

  private mutating func scalar(_ blocks: [ClosedRange<UInt32>]) -> UInt32 {
    UInt32.random(in: blocks.randomElement(using: &random) ?? 0x61...0x7A, using: &random)
  }
}
