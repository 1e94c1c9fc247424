import VietnameseText

/// All syllables of Vietnamese, without their tones, and the tones each may have.
///
/// Made of `Syllables.toneless` once per process; asking is one probe into 64 KiB.
struct SyllableTable: Sendable {
  static let shared = SyllableTable()

  /// Open addressing: bits 6… the letters, five bits each; bits 0…5 the tones allowed.
  private let slots: [UInt64]
  private static let bits: UInt64 = 13

  /// Whether the letters (five bits each, the last one lowest) are a syllable with that tone.
  @inline(__always)
  func contains(_ letters: UInt64, tone: UInt16) -> Bool {
    var slot = Self.slot(letters)
    while slots[slot] != 0 {
      if slots[slot] >> 6 == letters { return slots[slot] >> UInt64(tone) & 1 != 0 }
      slot = (slot + 1) & (1 << Int(Self.bits) - 1)
    }
    return false
  }

  @inline(__always)
  private static func slot(_ letters: UInt64) -> Int {
    Int(truncatingIfNeeded: (letters &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }

  private init() {
    var slots = [UInt64](repeating: 0, count: 1 << Int(Self.bits))
    for syllable in Syllables.toneless {
      var letters: UInt64 = 0
      for scalar in syllable.unicodeScalars {
        letters = letters << 5 | UInt64(VietnameseLetters.kind(UInt16(scalar.value)).letter)
      }
      var slot = Self.slot(letters)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = letters << 6 | (Syllables.isStopped(syllable) ? 0b100100 : 0b111111)
    }
    self.slots = slots
  }
}
