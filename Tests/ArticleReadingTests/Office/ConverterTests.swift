import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleReading

@Suite("Programs that convert")
struct ConverterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Converters that find nothing but the scripts given, by name.
  private func converters(
    _ scripts: [String: String], limits: ChildProcess.Limits = ChildProcess.Limits()
  ) throws -> Converters {
    for (name, script) in scripts {
      let path = try folder.write("#!/bin/sh\n" + script, to: name)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path.string)
    }
    return Converters(directories: [folder.path], process: ChildProcess(limits: limits))
  }

  private func pdf(_ converters: Converters, name: String = "a.pdf") throws -> ReadArticle {
    let bytes = Array("%PDF-1.4\n".utf8)
    let path = try folder.write(bytes, to: folder(name))
    return try PDFReader(converters: converters).read(bytes, path: path)
  }

  @Test func aMissingProgramNamesItsPackage() throws {
    let none = try converters([:])
    let error = readingError { try pdf(none) }
    #expect(error?.code == .missingConverter)
    #expect(error?.missingConverter?.format == "PDF")
    #expect(error?.missingConverter?.tool == "pdftotext")
    #expect(error?.missingConverter?.package == "poppler-utils")
    let word = try folder.write(OfficeArchive.compoundFileMagic, to: folder("a.doc"))
    let reader = OfficeReader(converters: none)
    let other = readingError {
      try reader.read(OfficeArchive.compoundFileMagic, path: word, format: .doc)
    }
    #expect(other?.missingConverter?.format == ".doc")
    #expect(other?.missingConverter?.tool == "antiword")
  }

  private func failed(_ fault: ReadingError.ConverterFault) -> ReadingError.Cause {
    .converter(tool: "pdftotext", fault)
  }

  @Test func whatTheProgramPrintsIsRead() throws {
    let script = "printf 'Mưa lớn ở Sơn La\\n\\n12/8/2018\\n\\nNước suối dâng cao.\\n'"
    let article = try pdf(converters(["pdftotext": script])).article
    #expect(article.title == "Mưa lớn ở Sơn La")
    #expect(article.date?.iso == "2018-08-12")
  }

  @Test("It gets the file's path whole, whatever the name, and no input")
  func arguments() throws {
    let script = "for a; do case $a in */*) printf '%s\\n\\n' \"${a##*/}\";; esac; done; cat"
    let name = "-enc $(touch x) 'a\" ;b.pdf"
    let read = try pdf(converters(["pdftotext": script]), name: name)
    #expect(read.article.title == name)
  }

  @Test func failuresAreOneLine() throws {
    let silent = try converters(["pdftotext": "exit 3"])
    #expect(readingError { try pdf(silent) }?.cause == failed(.failed(status: 3)))
    let loud = try converters(["pdftotext": "echo 'Syntax Error: x' >&2; echo more >&2; exit 1"])
    #expect(readingError { try pdf(loud) }?.cause == failed(.said("Syntax Error: x")))
    let locked = try converters(["pdftotext": "echo 'Error: Incorrect password' >&2; exit 1"])
    #expect(readingError { try pdf(locked) }?.code == .encrypted)
    let empty = try converters(["pdftotext": "printf '\\f'"])
    #expect(readingError { try pdf(empty) }?.cause == .scannedPages)
    let crash = try converters(["pdftotext": "kill -SEGV $$"])
    #expect(readingError { try pdf(crash) }?.cause == failed(.endedBySignal(11)))
  }

  @Test("A program that hangs is killed with its children, also if it closed its output")
  func deadline() throws {
    let limits = ChildProcess.Limits(wallSeconds: 1)
    for script in ["sleep 1000", "sleep 1000 & sleep 1000", "exec >&- 2>&-; sleep 1000"] {
      let started = ContinuousClock.now
      let error = readingError { try pdf(converters(["pdftotext": script], limits: limits)) }
      #expect(error?.cause == failed(.tookTooLong(seconds: 1)))
      #expect(ContinuousClock.now - started < .seconds(20))
    }
  }

  @Test func endlessOutputIsCutOff() throws {
    let limits = ChildProcess.Limits(outputBytes: 1 << 20)
    let error = readingError {
      try pdf(converters(["pdftotext": "exec yes chữ"], limits: limits))
    }
    #expect(error?.cause == failed(.tooMuchText(limit: 1 << 20)))
    // Endless messages are read and dropped, or the program would wait for us.
    let noisy = "dd if=/dev/zero bs=65536 count=64 >&2 2>&1; echo 'Tít bài'"
    #expect(throws: Never.self) { try pdf(converters(["pdftotext": noisy], limits: limits)) }
  }

  @Test func processorTimeAndMemoryAreBounded() throws {
    let limits = ChildProcess.Limits(wallSeconds: 60, cpuSeconds: 1, memoryBytes: 256 << 20)
    let busy = readingError {
      try pdf(converters(["pdftotext": "while :; do :; done"], limits: limits))
    }
    guard case .converter(_, .endedBySignal) = busy?.cause else {
      Issue.record("\(String(describing: busy))")
      return
    }
    let script = "for l in v t c f; do echo \"$l $(ulimit -$l)\"; echo; done"
    let article = try pdf(converters(["pdftotext": script], limits: limits)).article
    #expect(
      [article.title, article.lede] + article.paragraphs == ["v 262144", "t 1", "c 0", "f 0"])
  }

  @Test("Content that is not what lies at the path is read itself")
  func content() throws {
    let path = try folder.write("%PDF-1.4 packed", to: "a.pdf.gz")
    let reader = try PDFReader(converters: converters(["pdftotext": "sed 's/%PDF-//' \"$5\""]))
    let content = Array("%PDF-Mưa lớn ở Sơn La\n\n12/8/2018\n\nNước suối dâng cao.\n".utf8)
    #expect(try reader.read(content, path: path).article.title == "Mưa lớn ở Sơn La")
    let gone = folder("gone.pdf")
    #expect(readingError { try reader.read(Array("%PDF-".utf8), path: gone) } != nil)
  }

  @Test("Many threads run programs at once, and none gets another's output")
  func threads() async throws {
    let script = "for a; do case $a in */*) printf '%s\\n' \"${a##*/}\";; esac; done"
    let converters = try converters(["pdftotext": script])
    let paths = try (0..<64).map { try folder.write("%PDF-", to: "tệp số \($0)") }
    let titles = await withTaskGroup(of: String?.self) { group in
      for path in paths {
        group.addTask {
          try? PDFReader(converters: converters).read(Array("%PDF-".utf8), path: path).article.title
        }
      }
      return await group.reduce(into: Set<String?>()) { $0.insert($1) }
    }
    #expect(titles == Set((0..<64).map { "tệp số \($0)" }))
  }

  @Test("antiword first, catdoc where it says no")
  func word() throws {
    let bytes = OfficeArchive.compoundFileMagic
    let path = try folder.write(bytes, to: folder("a.doc"))
    let read = { (scripts: [String: String]) in
      let converters = try self.converters(scripts)
      return try WordReader(converters: converters).read(bytes, path: path).article.title
    }
    #expect(try read(["antiword": "echo một"]) == "một")
    #expect(try read(["antiword": "echo một", "catdoc": "echo hai"]) == "một")
    #expect(try read(["antiword": "exit 1", "catdoc": "echo hai"]) == "hai")
  }

  @Test("What is called .doc is read as what it is")
  func disguises() throws {
    let reader = WordReader(converters: try converters([:]))
    let rtf = Array(#"{\rtf1 Chào\par}"#.utf8)
    #expect(try reader.read(rtf, path: "/x.doc").article.title.hasPrefix("Ch"))
    let docx = try ZipMaker.docx(ZipMaker.document("<w:p><w:r><w:t>Chào</w:t></w:r></w:p>"))
    #expect(try reader.read(docx, path: "/x.doc").article.title == "Chào")
    #expect(readingError { try reader.read(Array("chữ".utf8), path: "/x.doc") }?.code == .malformed)
    #expect(readingError { try reader.read([], path: "/x.doc") }?.code == .empty)
  }
}
