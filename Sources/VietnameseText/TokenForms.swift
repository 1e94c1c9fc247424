/// Writes the forms of tokens into a fixed buffer and moves them to a `TokenList`, many at a time.
struct FormWriter {
  /// Room for the folded and the exact form of `Tokenizer.letterCapacity` letters.
  private static let roomForOneToken = Tokenizer.letterCapacity * 8 * 2
  /// How many bytes the buffer must have.
  static let capacity = 2 * roomForOneToken

  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  /// Where the forms of the last token begin, and where its exact form does.
  private var start = 0
  private var middle = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  /// Bytes of the last token's folded form.
  var foldedCount: Int { middle - start }
  /// Bytes of the last token's exact form; 0 if it is the same as the folded one.
  var exactCount: Int { count - middle }
  /// Where the last token's forms will begin in `list` once they are flushed.
  func formsStart(in list: TokenList) -> Int { list.forms.count + start }

  /// Moves all forms to the list. Needed at the end, and before `write` when `isNearlyFull`.
  mutating func flush(to list: inout TokenList) {
    list.forms.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
    (count, start, middle) = (0, 0, 0)
  }

  var isNearlyFull: Bool { count > buffer.count - Self.roomForOneToken }

  /// Writes the forms of a word met before.
  @inline(__always)
  mutating func write(_ word: WordMemory.Word) {
    let raw = UnsafeMutableRawBufferPointer(buffer)
    start = count
    middle = start + word.foldedCount
    count = middle + word.exactCount
    raw.storeBytes(of: word.folded, toByteOffset: start, as: SIMD2<UInt64>.self)
    raw.storeBytes(of: word.exact, toByteOffset: middle, as: SIMD2<UInt64>.self)
  }

  /// Lends the places where the last token's forms begin.
  func withForms<Result>(_ body: (UnsafeRawPointer, UnsafeRawPointer) -> Result) -> Result? {
    let raw = UnsafeRawBufferPointer(buffer)
    guard let first = raw.baseAddress else { return nil }
    return body(first + start, first + middle)
  }

  /// Writes both forms of a token whose letters are in canonical spelling.
  @inline(__always)
  mutating func write(_ letters: UnsafeMutableBufferPointer<Letter>, isMarked: Bool) {
    start = count
    for letter in letters {
      if letter.folded < 0x80 {
        buffer[count] = UInt8(truncatingIfNeeded: letter.folded)
        count += letter.folded == 0 ? 0 : 1
      } else {
        append(letter.folded)
      }
    }
    if count - start > TokenList.maximumFormBytes { shorten(from: start) }
    middle = count
    guard isMarked else { return }
    for letter in letters { appendExact(letter) }
    if exactCount > TokenList.maximumFormBytes { shorten(from: middle) }
    if exactCount == foldedCount { dropEqualExact() }
  }

  @inline(__always)
  private mutating func appendExact(_ letter: Letter) {
    guard letter.hasTone else {
      if letter.exact != 0 { append(letter.exact) }
      return
    }
    let composed = Composition.toned(letter.exact, letter.tone)
    if composed != 0 {
      append(composed)
    } else {
      if letter.exact != 0 { append(letter.exact) }
      append(letter.tone.combiningMark)
    }
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80:
      put(scalar)
    case ..<0x800:
      put(0xC0 | scalar >> 6)
      put(0x80 | scalar & 0x3F)
    case ..<0x10000:
      put(0xE0 | scalar >> 12)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    default:
      put(0xF0 | scalar >> 18)
      put(0x80 | scalar >> 12 & 0x3F)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt32) {
    buffer[count] = UInt8(truncatingIfNeeded: byte)
    count += 1
  }

  private mutating func dropEqualExact() {
    for offset in 0..<foldedCount where buffer[start + offset] != buffer[middle + offset] { return }
    count = middle
  }

  /// Keeps about 40 bytes of the form that begins at `start`, cut between letters, then `~` and 16
  /// hexadecimal digits of the FNV-1a hash of the whole form.
  private mutating func shorten(from start: Int) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in buffer[start..<count] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    count = start + 40
    while count > start, buffer[count] & 0xC0 == 0x80 { count -= 1 }
    put(0x7E)
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt32(truncatingIfNeeded: hash >> UInt64(shift) & 0xF)
      put(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
    }
  }
}
