import SystemPackage
import TestSupport
import Testing

@testable import ArticleReading

@Suite("Office files made to harm, or damaged")
struct HostileOfficeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func fault(_ fault: ReadingError.PartFault) -> ReadingError.Cause {
    .invalidPart(name: "word/document.xml", fault)
  }

  private func document(_ body: String, type: String = "") throws -> ReadingError? {
    let zip = try ZipMaker.docx(ZipMaker.document(body, documentType: type))
    return readingError { try DocxReader().read(zip) }
  }

  @Test("Elements deeper than any document's end in an error, not in the stack")
  func depth() throws {
    let cell = "<w:tbl><w:tr><w:tc>"
    let deep = String(repeating: cell, count: 100_000)
    #expect(try document(deep)?.code == .malformed)
    let odt = try ZipMaker.archive([("content.xml", Array(deep.utf8))])
    #expect(readingError { try OdtReader().read(odt) }?.code == .malformed)
    let some = String(repeating: cell, count: 20)
    let ends = String(repeating: "</w:tc></w:tr></w:tbl>", count: 20)
    #expect(try document(some + "<w:p><w:r><w:t>a</w:t></w:r></w:p>" + ends) == nil)
  }

  @Test("Entities are not expanded: the document type they need is refused")
  func entities() throws {
    var lines = "<!ENTITY a0 'ha ha ha ha'>"
    for level in 1...12 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      lines += "<!ENTITY a\(level) '\(inner)'>"
    }
    let text = "<w:p><w:r><w:t>a&a12;b</w:t></w:r></w:p>"
    #expect(try document(text, type: "<!DOCTYPE x [\(lines)]>")?.code == .malformed)
    let attribute = "<w:p w:x='&a12;'><w:r><w:t>a</w:t></w:r></w:p>"
    #expect(try document(attribute, type: "<!DOCTYPE x [\(lines)]>")?.code == .malformed)
    let defaults = "<!DOCTYPE x [\(lines)<!ATTLIST w:p x CDATA '&a12;'>]>"
    #expect(try document(text, type: defaults)?.code == .malformed)
    let file = try folder.write("bí mật", to: "secret")
    let outside = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file://\(file)'>]>"
    #expect(try document("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", type: outside) != nil)
    let parameter = "<!DOCTYPE x [<!ENTITY % p '<!ENTITY q \"&#37;p;&#37;p;\">'>%p;]>"
    #expect(try document(text, type: parameter) != nil)
  }

  @Test("A million attributes, which libxml2 would compare with each other, are refused")
  func attributes() throws {
    let names = (0..<1_000_000).map { "a\($0)='1'" }.joined(separator: " ")
    #expect(try document("<w:p \(names)/>")?.cause == fault(.tooManyAttributes))
    let few = (0..<900).map { "a\($0) = '=1'" }.joined(separator: " ")
    let text = "<w:p \(few)><w:r><w:t>a='b' a='b'</w:t></w:r></w:p>"
    #expect(try document(text + text) == nil)
  }

  @Test("UTF-16 is read, and screened as well; no other encoding is")
  func encodings() throws {
    let text = "<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>"
    let wide = { (text: String) -> [UInt8] in
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let read = { (bytes: [UInt8]) in
      try DocxReader().read(ZipMaker.archive([("word/document.xml", bytes)])).article.title
    }
    #expect(try read(wide(ZipMaker.document(text))) == "Chữ")
    let typed = wide(ZipMaker.document(text, documentType: "<!DOCTYPE x []>"))
    #expect(readingError { try read(typed) }?.cause == fault(.documentType))
    let named = { (name: String) in
      Array(ZipMaker.document(text).replacing("'?>", with: "' encoding='\(name)'?>").utf8)
    }
    #expect(try read(named("utf-8")) == "Chữ")
    #expect(readingError { try read(named("IBM037")) }?.cause == fault(.otherEncoding))
  }

  @Test("A .docx cut off anywhere is an article or one error")
  func truncatedZip() throws {
    for file in ["word.docx", "minimal.docx", "libreoffice.odt"] {
      let bytes = try OfficeSamples.bytes(file)
      for count in stride(from: 0, to: bytes.count, by: 101) {
        let cut = Array(bytes[..<count])
        #expect(readingError { try DocxReader().read(cut) } != nil)
        #expect(readingError { try OdtReader().read(cut) } != nil)
      }
    }
  }

  @Test("A document cut off inside its XML is an error")
  func truncatedXML() throws {
    let whole = ZipMaker.document("<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>")
    for count in stride(from: 0, to: whole.utf8.count, by: 7) {
      let part = Array(whole.utf8.prefix(count))
      let zip = try ZipMaker.archive([("word/document.xml", part)])
      #expect(readingError { try DocxReader().read(zip) } != nil)
    }
  }

  @Test("RTF cut off anywhere never crashes")
  func truncatedRTF() throws {
    for file in ["unicode.rtf", "cp1258.rtf", "vntime.rtf"] {
      let bytes = try OfficeSamples.bytes(file)
      for count in stride(from: 0, to: bytes.count, by: 11) {
        _ = readingError { try RTFReader().read(Array(bytes[..<count])) }
      }
    }
  }

  @Test(.enabled(if: OfficeSamples.hasPDFTools))
  func truncatedPDF() throws {
    for sample in OfficeSamples.pdfs {
      let bytes = try OfficeSamples.bytes(sample.file)
      for count in stride(from: 0, to: bytes.count, by: 1000) {
        let cut = Array(bytes[..<count])
        let path = try folder.write(cut, to: folder("cut.pdf"))
        let error = readingError { try OfficeReader().read(cut, path: path, format: .pdf) }
        #expect(error == nil || error?.description.contains("\n") == false)
      }
    }
  }

  @Test("A picture by the name of a document is one error in each reader")
  func wrongMagic() throws {
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    for bytes in [picture, []] {
      let path = try folder.write(bytes, to: folder("a"))
      for format in OfficeReader.Format.allCases {
        let error = readingError { try OfficeReader().read(bytes, path: path, format: format) }
        #expect(error != nil)
      }
    }
  }

  @Test("Random bytes, and random damage to good files, never crash", arguments: 0..<8)
  func random(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let files = ["word.docx", "changes.odt", "libreoffice.odt", "unicode.rtf", "cp1258.rtf"]
    let originals = try files.map { try OfficeSamples.bytes($0) }
    for _ in 0..<150 {
      var bytes = originals[Int.random(in: originals.indices, using: &random)]
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      let noise = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }
      for candidate in [bytes, noise, RTFReader.magic + noise, [0x50, 0x4B, 3, 4] + noise] {
        for format in [OfficeReader.Format.docx, .odt, .rtf] {
          _ = readingError {
            try OfficeReader().read(candidate, path: "/none", format: format)
          }
        }
      }
    }
  }

  @Test("XML that is damaged in a good zip never crashes", arguments: 0..<4)
  func randomXML(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let members = try ZipEntryReader().members(
      ["content.xml", "styles.xml"], of: OfficeSamples.bytes("libreoffice.odt"))
    for _ in 0..<40 {
      var parts = members
      for name in parts.keys {
        for _ in 0..<3 {
          let count = parts[name]?.count ?? 1
          parts[name]?[Int.random(in: 0..<count, using: &random)] = .random(
            in: 32...126, using: &random)
        }
      }
      let zip = try ZipMaker.archive(parts.map { ($0.key, $0.value) })
      _ = readingError { try OdtReader().read(zip) }
    }
  }
}
