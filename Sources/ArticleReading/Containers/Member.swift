/// A document inside a file of many: a page in a zip, the text of a mail, an answer in a web archive.
package struct Member: Sendable, Equatable {
  /// The content as a file of its own would have it.
  package var bytes: [UInt8]
  /// How it is read; never as records.
  package var format: FileKind.Format
  /// What the container says the text is encoded in, as it spells it.
  var charset: String?
  /// What the container says of the document; its title is empty where it says none.
  var said = Article(title: "")
  /// What programs may take for all documents of the container.
  var conversions: ConversionTime?
  /// Whether what the container says goes before what the document says of itself.
  var goesFirst = false

  init(_ bytes: [UInt8], as format: FileKind.Format) { (self.bytes, self.format) = (bytes, format) }
}

extension Member {
  /// Puts what the container says where it belongs.
  func complete(_ article: inout Article) {
    func choose(_ own: String?, _ said: String?) -> String? {
      let own = own?.isEmpty == false ? own : nil
      let said = said?.isEmpty == false ? said : nil
      return goesFirst ? said ?? own : own ?? said
    }
    article.title = choose(article.title, said.title) ?? ""
    article.date = goesFirst ? said.date ?? article.date : article.date ?? said.date
    article.author = choose(article.author, said.author)
    article.section = choose(article.section, said.section)
    article.source = choose(article.source, said.source)
    article.url = choose(article.url, said.url)
    article.recordID = choose(article.recordID, said.recordID)
  }
}

/// How much what is packed in a file may still unpack to, over all archives in it.
///
/// One thread at a time.
final class ExpansionBudget {
  /// How many times its size a file may expand to.
  static let factor = ByteStream.expansionFactor
  private var left: Int

  /// - Parameters:
  ///   - size: bytes of the file.
  ///   - floor: what any file may expand to.
  init(size: Int, floor: Int = ByteStream.expansionFloor) {
    let (expanded, overflow) = size.multipliedReportingOverflow(by: Self.factor)
    left = overflow ? .max : max(expanded, floor)
  }

  /// Takes note of bytes that were unpacked.
  ///
  /// - Throws: ``ReadingError`` if they are more than the file may expand to.
  func spend(_ bytes: Int) throws(ReadingError) {
    left -= min(left, bytes)
    guard left > 0 else { throw ReadingError(.expandsTooFar(factor: Self.factor)) }
  }
}
