/// Cuts the pages out of a web archive (WARC): the answers of servers that are web pages, and documents such as
/// PDF.
///
/// Redirects, errors, pictures and what a crawler notes of itself are passed over. A page is known by the
/// address it was asked for. Where a record does not begin as one, the next that does is sought.
struct WebArchiveCutter: RecordCutter {
  /// A header of more bytes is none.
  private static let maximumHeader = 64 << 10

  private let rules: MemberRecords.Rules
  private var number = 0
  private var isLost = false

  init(_ rules: MemberRecords.Rules) { self.rules = rules }

  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item? {
    while try passToRecord(in: stream) {
      number += 1
      guard let header = try header(in: stream), let length = header["content-length"],
        let count = Int(length.trimmingSpaces()), count >= 0
      else { return failure(.invalidWebArchive) }
      guard isAnswer(header) else {
        try stream.skip(count)
        continue
      }
      guard count <= rules.limit else {
        try stream.skip(count)
        return failure(.recordTooLong(limit: rules.limit))
      }
      let block = try stream.take(count)
      guard block.count == count else { throw ReadingError(.endsInsideRecord(item: number)) }
      if let item = item(header, block) { return item }
    }
    guard number > 0 else { throw ReadingError(.invalidWebArchive) }
    return nil
  }

  /// Goes to the line that begins a record, and passes over it; false at the end.
  private func passToRecord(in stream: ByteStream) throws(ReadingError) -> Bool {
    while let line = try stream.line(limit: Self.maximumHeader) {
      if line.starts(with: Array("WARC/".utf8)) { return true }
    }
    return false
  }

  private func header(in stream: ByteStream) throws(ReadingError) -> HeaderFields? {
    var bytes: [UInt8] = []
    while let line = try stream.line(limit: Self.maximumHeader) {
      bytes += line
      if line.allSatisfy({ $0 == 0x0A || $0 == 0x0D }) { return HeaderFields(bytes[...]) }
      guard bytes.count <= Self.maximumHeader else { return nil }
    }
    return nil
  }

  /// Whether a record holds what a server answered, or a document itself.
  private func isAnswer(_ header: HeaderFields) -> Bool {
    switch header["warc-type"]?.lowercased() {
    case "response": header.value("content-type")?.value.hasPrefix("application/http") ?? true
    case "resource": HTTPAnswer.format(of: header.value("content-type")?.value) != nil
    default: false
    }
  }

  private func item(_ header: HeaderFields, _ block: [UInt8]) -> RecordSource.Item? {
    let address = header["warc-target-uri"]?.filter { $0 != "<" && $0 != ">" }
    do throws(ReadingError) {
      let page: HTTPAnswer
      if header["warc-type"]?.lowercased() == "resource" {
        page = HTTPAnswer(block, header.value("content-type"))
      } else {
        guard let answer = try HTTPAnswer(block, limit: rules.limit) else { return nil }
        page = answer
      }
      guard !page.body.isEmpty else { return nil }
      var member = Member(page.body, as: page.format)
      member.charset = page.charset
      member.conversions = rules.conversions
      member.said.url = address
      var record = RawRecord(content: .member(member), position: position(address))
      record.key = address
      return .record(record)
    } catch {
      return .bad(RecordFailure(position: position(address), error: error))
    }
  }

  private func position(_ address: String?) -> RecordPosition {
    address.map { .member($0, nil) } ?? .item(number)
  }

  private func failure(_ cause: ReadingError.Cause) -> RecordSource.Item {
    .bad(RecordFailure(position: .item(number), error: ReadingError(cause)))
  }
}

/// The page or document that a server answered with.
struct HTTPAnswer {
  let body: [UInt8]
  let format: FileKind.Format
  /// As the server spells it.
  let charset: String?

  /// What an archive holds without an answer around it.
  init(_ body: [UInt8], _ type: ParameterValue?) {
    self.body = body
    format = Self.format(of: type?.value) ?? .html
    charset = type?["charset"]
  }

  /// How content of a type is read; nil for what is neither page nor document.
  static func format(of type: String?) -> FileKind.Format? {
    switch type {
    case "text/html", "application/xhtml+xml": .html
    case "application/pdf": .office(.pdf)
    case "application/msword": .office(.doc)
    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": .office(.docx)
    case "application/vnd.oasis.opendocument.text": .office(.odt)
    case "application/rtf", "text/rtf": .office(.rtf)
    default: nil
    }
  }

  /// Nil for an answer that is neither page nor document: a redirect, an error, a picture.
  ///
  /// - Throws: ``ReadingError`` if the page is compressed in a way that is not read, or damaged.
  init?(_ bytes: [UInt8], limit: Int) throws(ReadingError) {
    let line = bytes.prefix { $0 != 0x0A }
    let status = line.split(separator: 0x20, maxSplits: 2).dropFirst().first
    guard line.starts(with: Array("HTTP/".utf8)), let status, status.starts(with: Array("200".utf8))
    else { return nil }
    let header = HeaderFields(bytes[min(line.endIndex + 1, bytes.endIndex)...])
    let type = header.value("content-type")
    let content = bytes[header.bodyStart...]
    let isUntypedPage = type == nil && PageSniffer.isPage(Array(content.prefix(512)))
    guard let format = isUntypedPage ? .html : Self.format(of: type?.value) else { return nil }
    self.format = format
    let isChunked = header["transfer-encoding"]?.lowercased().contains("chunked") == true
    // Some crawlers put the pieces together and leave the header as it was.
    let whole = (isChunked ? Self.joined(content) : nil) ?? Array(content)
    switch header["content-encoding"]?.trimmingSpaces().lowercased() {
    case nil, "", "identity", "none": body = whole
    case "gzip", "x-gzip":
      // Others leave the header of what they unpacked.
      body =
        whole.starts(with: [0x1F, 0x8B])
        ? try ByteStream(whole, isCompressed: true).rest(limit: limit) : whole
    case let name?:
      guard format == .html, PageSniffer.isPage(whole) else {
        throw ReadingError(.unknownContentEncoding(name: name))
      }
      body = whole
    }
    charset = type?["charset"]
  }

  /// What is sent in pieces, each behind a line with its length; nil if it is not.
  private static func joined(_ content: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = content
    while let newline = rest.prefix(1024).firstIndex(of: 0x0A) {
      let digits = rest[..<newline].prefix { PercentEncoding.digit($0) != nil }
      guard !digits.isEmpty, digits.count <= 8,
        let length = Int(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      rest = rest[(newline + 1)...]
      if length == 0 { return result }
      result += rest.prefix(length)
      rest = rest.dropFirst(length).drop { $0 == 0x0D }
      if rest.first == 0x0A { rest.removeFirst() }
    }
    // An answer that was cut short is what came of it.
    return rest.isEmpty ? result : nil
  }
}
