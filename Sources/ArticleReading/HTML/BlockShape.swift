/// What the bytes of a block say about whether it is running text.
enum BlockShape {
  /// How much running text a block is, in bytes: its length without links if it is long or a
  /// sentence, else 0. Headings, captions, names and lists of links are none.
  static func prose(_ block: PageBlock, in text: [UInt8]) -> Int {
    let length = block.text.count - block.linkBytes
    guard block.heading != 1, length >= 40, block.linkBytes * 2 < block.text.count else { return 0 }
    var (words, commas, ideographs) = (1, 0, 0)
    text.withUnsafeBufferPointer { text in
      for index in block.text {
        switch text[index] {
        case 0x20: words += 1
        case 0x2C: commas += 1
        // The first bytes of Chinese and Japanese characters, two of which make a word.
        case 0xE3...0xE9: ideographs += 1
        default: break
        }
      }
    }
    words += ideographs / 2
    guard words >= 8 else { return 0 }
    if endsSentence(block, in: text) { return length }
    return words >= 25 || (words >= 15 && commas > 0) ? length : 0
  }

  /// Whether the last mark ends a sentence; quotes and brackets behind it are allowed.
  static func endsSentence(_ block: PageBlock, in text: [UInt8]) -> Bool {
    var end = block.text.upperBound
    let start = block.text.lowerBound
    while end > start {
      switch text[end - 1] {
      case 0x22, 0x27, 0x29, 0x5D: end -= 1
      case 0x9D, 0x99, 0x8D, 0x8F, 0x89, 0x82, 0x81, 0x9F, 0x9A:
        guard end - start >= 3 else { return false }
        switch (text[end - 3], text[end - 2], text[end - 1]) {
        case (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x99), (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F),
          (0xEF, 0xBC, 0x89):
          end -= 3
        // `。`, `！`, `？`, `：`
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9A):
          return true
        default: return false
        }
      case 0x2E, 0x3F, 0x21, 0x3A: return true
      case 0xA6: return end - start >= 3 && text[end - 2] == 0x80 && text[end - 3] == 0xE2
      default: return false
      }
    }
    return false
  }
}
