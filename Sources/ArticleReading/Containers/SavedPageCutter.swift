/// Cuts a page that a browser saved as one file (MHTML): the page, without its frames and pictures.
///
/// The day in its header is the one it was saved on, so it is no date of the article.
struct SavedPageCutter: RecordCutter {
  private let limit: Int
  private var isDone = false

  init(_ rules: MemberRecords.Rules) { limit = rules.limit }

  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item? {
    guard !isDone else { return nil }
    isDone = true
    let bytes = try stream.rest(limit: limit)
    guard !bytes.isEmpty else { throw ReadingError(.emptyFile) }
    let message = MIMEMessage(bytes[...])
    let pages = message.parts.filter {
      ["text/html", "application/xhtml+xml"].contains($0.type.value)
    }
    let root = message.header.value("content-type")?["start"]
    guard
      let page = pages.first(where: { root != nil && $0.header["content-id"] == root })
        ?? pages.first
    else { throw ReadingError(.noPageInside) }
    var member = Member(page.bytes, as: .html)
    member.charset = page.type["charset"]
    member.said.title = message.header.text("subject") ?? ""
    let address = page.header["content-location"] ?? message.header["snapshot-content-location"]
    member.said.url = address.flatMap { $0.hasPrefix("http") ? $0 : nil }
    return .record(RawRecord(content: .member(member), position: .item(1)))
  }
}
