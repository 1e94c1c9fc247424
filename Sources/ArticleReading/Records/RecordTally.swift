package import SystemPackage
import VietnameseText

/// What a file of records holds, counted without an index: what measurements need of this stage.
package struct RecordTally: Sendable, Equatable {
  /// Bytes after decompression.
  package var bytes = 0
  package var records = 0
  /// Records that were read as articles.
  package var articles = 0
  /// Bytes of the articles' titles, ledes and paragraphs.
  package var textBytes = 0
  /// Words, numbers and syllables in them.
  package var tokens = 0
  package var failures = 0

  /// How far records are taken.
  package enum Stage: Int, Sendable, CaseIterable {
    case cut, read, tokenize
  }

  /// Cuts the records out of a file of JSON Lines, and takes each up to `stage`.
  ///
  /// - Throws: ``ReadingError`` if the file cannot be read to its end.
  package init(jsonLines path: FilePath, upTo stage: Stage) throws(ReadingError) {
    let source = try RecordSource(
      path: path, format: .jsonLines, isCompressed: false,
      maximumRecordBytes: TextDecoding.maximumBytes)
    let reader = RecordReader()
    var list = TokenList()
    var tokenizer = Tokenizer()
    while let item = try source.next() {
      guard case .record(let record) = item else {
        failures += 1
        continue
      }
      records += 1
      guard stage != .cut else { continue }
      do {
        let article = try reader.read(record).article
        articles += 1
        textBytes += article.paragraphs.reduce(
          article.title.utf8.count + article.lede.utf8.count
        ) { $0 + $1.utf8.count }
        guard stage == .tokenize else { continue }
        for text in [article.title, article.lede] + article.paragraphs {
          list.removeAll()
          tokenizer.tokenize(text, into: &list)
          tokens += list.tokens.count
        }
      } catch {
        failures += 1
      }
    }
    bytes = source.bytesRead
  }
}
