import Foundation
import Testing

@testable import mucluc

/// What is written is what Foundation's encoder writes of the same values.
@Suite struct JSONTests {
  /// One of everything that answers hold, for Foundation to write.
  private struct Everything: Encodable {
    struct Part: Encodable {
      var ranges: [[Int]]
      var textOfPart: String?
    }

    var number = 7
    var largest = Int.max
    var least = Int.min
    var isTrue = true
    var doubles = [0, -0.5, 12.345, 1e21, 1e-7, 100, .greatestFiniteMagnitude]
    var parts: [Part] = [Part(ranges: [[0, 5], [7, 8]], textOfPart: "đổi"), Part(ranges: [])]
    var countsByName = ["aB": 1, "a_b": 2, "": 3]
    var none: [String] = []
    var texts: [String]
    var tookMs = 1.5

    /// The same.
    var json: JSON {
      [
        "number": JSON(number), "largest": JSON(largest), "is_true": JSON(isTrue),
        "least": JSON(least), "doubles": JSON(doubles.map { JSON($0) }),
        "parts": JSON(
          parts.map {
            [
              "text_of_part": $0.textOfPart.map { .string($0) },
              "ranges": JSON($0.ranges.map { $0[0]..<$0[1] }),
            ]
          }), "counts_by_name": JSON(countsByName), "none": JSON(none), "texts": JSON(texts),
        "took_ms": JSON(tookMs),
      ]
    }
  }

  private static let texts: [String] =
    (0..<0x300).compactMap { Unicode.Scalar($0) }.map { "a\($0)b" }
    + ["", "\"", "\\", "/", "\r\n", "Vĩnh Phúc", "Vi\u{303}nh", "🙂 中文", "€", "\u{0}", "ÿ", "ؤ"]

  @Test func isWhatFoundationWrites() throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let texts = Self.texts.filter { !$0.unicodeScalars.contains(where: isEscapedByUsAlone) }
    let value = Everything(texts: texts)
    let expected = String(decoding: try encoder.encode(value), as: UTF8.self)
    #expect(String(decoding: value.json.line, as: UTF8.self) == expected + "\n")
  }

  /// DEL, C1 and what turns the direction of text around.
  private func isEscapedByUsAlone(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x7F && VisibleText.isUnsafe(scalar)
  }

  @Test func foundationReadsItBack() throws {
    let line = JSON(Self.texts).line
    #expect(try JSONSerialization.jsonObject(with: Data(line)) as? [String] == Self.texts)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNoNumberIsNull(_ value: Double) {
    #expect(JSON(value).line == JSON.null.line)
  }

  @Test func anAbsentMemberIsLeftOut() {
    let (none, absent): (String?, JSON?) = (nil, nil)
    let object: JSON = ["b": JSON(none), "a": absent, "c": 1]
    #expect(object.line == Array("{\"b\":null,\"c\":1}\n".utf8))
  }

  @Test func nothingSteersATerminal() {
    let text = "Vĩnh\u{1B}\u{7F}\u{85}\u{9B}\u{61C}\u{202E}\u{2066}\u{2028}€đ\"\\/\n"
    let object: JSON = ["aB": JSON(text)]
    #expect(
      String(decoding: object.line, as: UTF8.self)
        == #"{"aB":"Vĩnh\u001b\u007f\u0085\u009b\u061c\u202e\u2066\u2028€đ\"\\/\n"}"# + "\n")
  }
}
