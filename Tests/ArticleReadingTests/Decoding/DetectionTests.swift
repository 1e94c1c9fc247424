import Foundation
import TestSupport
import Testing

@testable import ArticleReading

/// The sample articles, written in every encoding and read back.
@Suite("Telling encodings")
struct DetectionTests {
  static let encodings: [(TextEncoding, Bool)] = [
    (.utf8, false), (.utf16LE, false), (.utf16BE, false), (.windows1258, false),
    (.windows1258, true), (.viscii, false), (.tcvn3, false), (.vni, false), (.vps, false),
    (.doubleUTF8, false),
  ]

  private static func articles() throws -> [(name: String, text: String)] {
    let folder = PackageFiles.root.appending(path: "Samples/Articles")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "txt" }.map {
      let text = try String(decoding: Data(contentsOf: $0), as: UTF8.self)
      // A byte order mark is no text.
      let body =
        text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
      return ($0.lastPathComponent, body.precomposedStringWithCanonicalMapping)
    }
  }

  @Test("Sample articles come back from each encoding", arguments: encodings)
  func articles(encoding: TextEncoding, isComposed: Bool) throws {
    let articles = try Self.articles()
    try #require(articles.count >= 70)
    let encoder = LegacyEncoder(encoding, isComposed: isComposed)
    var wrong: [String] = []
    for (name, text) in articles {
      let (bytes, carried) = encoder.encode(text)
      let decoded = try? TextDecoding.decode(bytes, as: nil, declared: nil)
      var (read, expected) = (decoded?.text ?? "", carried)
      if encoding == .tcvn3 {
        read = LegacyEncoder.withoutTonedCapitals(read)
        expected = LegacyEncoder.withoutTonedCapitals(expected)
      }
      if decoded?.encoding != encoding || Array(read.utf8) != Array(expected.utf8) {
        wrong.append("\(name): \(decoded?.encoding.rawValue ?? "refused")")
      }
    }
    #expect(wrong.count * 100 <= articles.count, "\(wrong)")
    if encoding == .tcvn3 { reportCapitals(articles, encoder) }
  }

  /// How many of the capitals with tones come back, which TCVN3 itself does not tell.
  private func reportCapitals(_ articles: [(name: String, text: String)], _ encoder: LegacyEncoder)
  {
    var (same, capitals, raised) = (0, 0, 0)
    for (_, text) in articles {
      let (bytes, carried) = encoder.encode(text)
      let read = TextDecoding.text(bytes.span, in: .tcvn3)
      for (was, now) in zip(carried.unicodeScalars, read.unicodeScalars) {
        let isCapital = was.properties.isUppercase && was.value > 127
        if isCapital, VietnameseLetters.kind(UInt16(was.value)).tone > 0 {
          capitals += 1
          if was == now { same += 1 }
        } else if was != now {
          raised += 1
        }
      }
    }
    print("TCVN3: \(same) of \(capitals) capitals with tones restored, \(raised) raised wrongly")
    #expect(raised == 0)
  }

  /// Reports; the bound is what was seen, less a little.
  @Test("Titles of 40 to 80 bytes", arguments: encodings)
  func titles(encoding: TextEncoding, isComposed: Bool) throws {
    let encoder = LegacyEncoder(encoding, isComposed: isComposed)
    var (count, named, right) = (0, 0, 0)
    for (_, text) in try Self.articles() {
      for line in text.split(separator: "\n").prefix(6) {
        let words = line.split(separator: " ").prefix(12).joined(separator: " ")
        guard (40...80).contains(words.utf8.count), !words.utf8.allSatisfy({ $0 < 128 })
        else { continue }
        let (bytes, carried) = encoder.encode(words)
        let decoded = try? TextDecoding.decode(bytes, as: nil, declared: nil)
        count += 1
        if decoded?.encoding == encoding { named += 1 }
        let fold = encoding == .tcvn3 ? LegacyEncoder.withoutTonedCapitals : { $0 }
        if let decoded, fold(decoded.text) == fold(carried) {
          right += 1
        } else {
          print("  \(encoding.rawValue): \(words) -> \(decoded?.text ?? "refused")")
        }
      }
    }
    let label = encoding.rawValue + (isComposed ? " composed" : "")
    print("titles, \(label): \(count) read, \(right) with the right text, \(named) named right")
    try #require(count > 50)
    #expect(right * 100 >= count * 99)
  }

  @Test("Text encoded three times", arguments: [false, true])
  func threefold(isLatin1: Bool) throws {
    for (_, text) in try Self.articles().prefix(10) {
      var bytes = Array(text.utf8)
      bytes = LegacyEncoder.double(bytes, isLatin1: isLatin1)
      var decoded = try TextDecoding.decode(bytes, as: nil, declared: nil)
      #expect(decoded == DecodedText(text: text, encoding: .doubleUTF8))
      bytes = LegacyEncoder.double(bytes, isLatin1: isLatin1)
      decoded = try TextDecoding.decode(bytes, as: nil, declared: nil)
      #expect(decoded == DecodedText(text: text, encoding: .doubleUTF8))
    }
  }

  @Test("A short page of HTML: tags are no words", arguments: [TextEncoding.tcvn3, .vni, .viscii])
  func page(encoding: TextEncoding) throws {
    let page = """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
      <title>Xã Hữu Lô</title></head><body bgcolor="white" onload="start(document.forms)">
      <table border="0" cellpadding="2" width="100%"><tr><td class="news" valign="top">
      <font face="x" size="2">Đường về thôn đã rải nhựa</font></td></tr></table>
      <script language="javascript" src="counter.js"></script></body></html>
      """
    let (bytes, carried) = LegacyEncoder(encoding).encode(page)
    let decoded = try TextDecoding.decode(bytes, as: nil, declared: .windows1252)
    #expect(decoded == DecodedText(text: carried, encoding: encoding))
  }

  @Test("Old text behind a long beginning in ASCII", arguments: [TextEncoding.tcvn3, .vni, .vps])
  func late(encoding: TextEncoding) throws {
    let text =
      String(repeating: "0123456789 abcdef\n", count: 10_000)
      + "Hội nghị triển khai công tác phòng chống lụt bão"
    let (bytes, carried) = LegacyEncoder(encoding).encode(text)
    let decoded = try TextDecoding.decode(bytes, as: nil, declared: nil)
    #expect(decoded == DecodedText(text: carried, encoding: encoding))
  }

  @Test("UTF-8 with a fault stays an error")
  func damagedUTF8() throws {
    for (_, text) in try Self.articles() {
      let bytes = Array(text.utf8)
      // Cut inside a letter.
      let cut = try #require(bytes.lastIndex { $0 >= 0xC3 })
      #expect(throws: ReadingError.self) { try TextDecoding.decode(Array(bytes[...cut])) }
      var stray = bytes
      stray.insert(0xE9, at: bytes.count / 2)
      #expect(throws: ReadingError.self) { try TextDecoding.decode(stray) }
    }
  }

  /// `MUCLUC_SPEED=1`, best in release: `swift test -c release --filter decodingSpeed`.
  @Test(
    "Speed", .enabled(if: ProcessInfo.processInfo.environment["MUCLUC_SPEED"] == "1"),
    arguments: encodings)
  func decodingSpeed(encoding: TextEncoding, isComposed: Bool) throws {
    let encoder = LegacyEncoder(encoding, isComposed: isComposed)
    let files = try Self.articles().map { encoder.encode($0.text).bytes }
    let whole = Array((0..<8).map { _ in files.joined() }.joined())
    let size = files.map(\.count).reduce(0, +)
    let clock = ContinuousClock()
    var (small, large) = (Duration.seconds(99), Duration.seconds(99))
    for _ in 0..<5 {
      small = try min(
        small,
        clock.measure {
          for file in files { _ = try TextDecoding.decode(file, as: nil, declared: nil) }
        })
      large = try min(
        large, clock.measure { _ = try TextDecoding.decode(whole, as: nil, declared: nil) })
    }
    func rate(_ bytes: Int, _ time: Duration) -> Int {
      Int(Double(bytes) / (time / .microseconds(1)))
    }
    print(
      "speed, \(encoding.rawValue)\(isComposed ? " composed" : ""): articles",
      "\(rate(size, small)) MB/s, one file of \(whole.count >> 20) MiB \(rate(whole.count, large)) MB/s"
    )
  }
}
