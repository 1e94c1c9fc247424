/// The six tones of Vietnamese, as the mark that writes them.
///
/// The raw value is what `LetterTables.letters` stores.
public enum Tone: UInt8, Sendable, CaseIterable {
  /// Ngang: no mark.
  case level = 0
  /// Huyền: `à`.
  case grave = 1
  /// Sắc: `á`.
  case acute = 2
  /// Hỏi: `ả`.
  case hook = 3
  /// Ngã: `ã`.
  case tilde = 4
  /// Nặng: `ạ`.
  case dotBelow = 5

  /// The combining mark (Unicode scalar value), 0 for the level tone.
  public var combiningMark: UInt32 {
    switch self {
    case .level: 0
    case .grave: 0x300
    case .acute: 0x301
    case .hook: 0x309
    case .tilde: 0x303
    case .dotBelow: 0x323
    }
  }

  /// The tone a combining mark writes; nil for any other mark.
  ///
  /// U+0340 and U+0341 are the deprecated Vietnamese tone marks, canonically equal to U+0300 and
  /// U+0301.
  init?(combiningMark: UInt32) {
    switch combiningMark {
    case 0x300, 0x340: self = .grave
    case 0x301, 0x341: self = .acute
    case 0x309: self = .hook
    case 0x303: self = .tilde
    case 0x323: self = .dotBelow
    default: return nil
    }
  }
}
