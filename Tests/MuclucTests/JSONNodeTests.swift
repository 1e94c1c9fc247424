import Foundation
import Testing

@testable import mucluc

/// What is written is what Foundation's encoder writes of the same value.
@Suite struct JSONNodeTests {
  /// One of everything that records hold.
  private struct Everything: Encodable {
    struct Part: Encodable {
      var ranges: [[Int]]
      var textOfPart: String?
    }

    var number = 7
    var unsigned: UInt32 = .max
    var largest = Int.max
    var isTrue = true
    var doubles = [0, -0.5, 12.345, 1e21, 1e-7, 100]
    var absent: Int?
    var parts: [Part] = [Part(ranges: [[0, 5], []], textOfPart: "đổi"), Part(ranges: [])]
    var countsByName = ["aB": 1, "a_b": 2, "": 3]
    var none: [String] = []
    var tookMs = 1.5
    var text: String
  }

  private static let texts: [String] =
    (0..<0x300).compactMap { Unicode.Scalar($0) }.map { "a\($0)b" }
    + ["", "\"", "\\", "/", "\r\n", "Vĩnh Phúc", "Vi\u{303}nh", "🙂 中文", "€", "\u{0}", "ÿ", "ؤ"]

  @Test func isWhatFoundationWrites() throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for text in Self.texts where !text.unicodeScalars.contains(where: isEscapedByUsAlone) {
      let value = Everything(text: text)
      let expected = String(decoding: try encoder.encode(value), as: UTF8.self)
      let line = String(decoding: try JSONOutput.line(value), as: UTF8.self)
      #expect(line == expected + "\n")
    }
  }

  /// DEL, C1 and what turns the direction of text around.
  private func isEscapedByUsAlone(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x7F && VisibleText.isUnsafe(scalar)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNoNumberIsAnError(_ value: Double) {
    #expect(throws: EncodingError.self) { try JSONOutput.line([value]) }
  }
}
