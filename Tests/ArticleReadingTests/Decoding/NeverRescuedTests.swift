import Testing

@testable import ArticleReading

@Suite("What is not Vietnamese stays so")
struct NeverRescuedTests {
  private static let paragraphs =
    WesternSamples.french + WesternSamples.german + WesternSamples.english
  private static let vietnamese: Set<TextEncoding> = [
    .tcvn3, .vni, .windows1258, .viscii, .vps, .doubleUTF8,
  ]

  @Test("UTF-8", arguments: paragraphs + WesternSamples.odds + WesternSamples.ascii)
  func utf8(text: String) throws {
    let decoded = try TextDecoding.decode(Array(text.utf8), as: nil, declared: nil)
    #expect(decoded == DecodedText(text: text, encoding: .utf8))
  }

  @Test("Paragraphs in Windows-1252", arguments: paragraphs)
  func windows1252(text: String) throws {
    let bytes = text.unicodeScalars.compactMap { WindowsBytes.byte(of: $0) }
    #expect(bytes.count == text.unicodeScalars.count)
    let decoded = try TextDecoding.decode(bytes, as: nil, declared: nil)
    let isASCII = text.utf8.allSatisfy { $0 < 128 }
    #expect(decoded == DecodedText(text: text, encoding: isASCII ? .utf8 : .windows1252))
  }

  @Test("All paragraphs of a language at once")
  func whole() throws {
    for list in [WesternSamples.french, WesternSamples.german, WesternSamples.english] {
      let text = list.joined(separator: "\n\n")
      let bytes = text.unicodeScalars.compactMap { WindowsBytes.byte(of: $0) }
      let decoded = try TextDecoding.decode(bytes, as: nil, declared: nil)
      #expect(decoded == DecodedText(text: text, encoding: .windows1252))
    }
  }

  /// Single words may be refused; they may not become others.
  @Test("Odd lines in Windows-1252", arguments: WesternSamples.odds)
  func odds(text: String) {
    let bytes = text.unicodeScalars.compactMap { WindowsBytes.byte(of: $0) }
    guard let decoded = try? TextDecoding.decode(bytes, as: nil, declared: nil) else { return }
    #expect(decoded.text == text)
    #expect(!Self.vietnamese.contains(decoded.encoding))
  }

  @Test("Windows-1252 that is declared is believed", arguments: paragraphs)
  func declared(text: String) throws {
    let bytes = text.unicodeScalars.compactMap { WindowsBytes.byte(of: $0) }
    let decoded = try TextDecoding.decode(bytes, as: nil, declared: .windows1252)
    #expect(decoded.text == text)
    #expect(!Self.vietnamese.contains(decoded.encoding))
  }

  @Test("Any bytes are read or refused")
  func random() {
    var generator = SeededBytes(seed: 20_240_506)
    for round in 0..<4000 {
      let length = Int(generator.next()) % (round % 50 == 0 ? 5000 : 80)
      // Half of the rounds have few bytes below 80, half few above, so that all paths are met.
      let bytes = (0..<length).map { _ in
        let byte = generator.next()
        return round.isMultiple(of: 2) ? byte | 0x40 : byte % 5 == 0 ? byte : byte & 0x7F | 0x20
      }
      for given in [nil] + TextEncoding.allCases.map(Optional.some) {
        _ = try? TextDecoding.decode(bytes, as: given, declared: given)
        _ = try? TextDecoding.decode(bytes, as: nil, declared: given)
      }
      guard let decoded = try? TextDecoding.decode(bytes, as: nil, declared: nil) else { continue }
      #expect(!Self.vietnamese.contains(decoded.encoding), "\(bytes)")
    }
  }
}

/// A small generator, the same bytes each run.
private struct SeededBytes {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt8 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 40)
  }
}
