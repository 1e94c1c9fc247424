import SystemPackage

/// Cuts mails: one, or those of a mailbox, each behind a line that begins with `From `.
///
/// The subject is the title, the sender the author, and the day it was sent the date; the text is what the
/// mail itself says, plain text before HTML. Files attached to it that are articles are read as such, with
/// what they say of themselves.
struct MailCutter: RecordCutter {
  private let limit: Int
  private var members: MemberRecords
  private var mailbox: MailboxLines
  private var number = 0
  /// What is still to come of the mail before.
  private var attached: [(name: String, kind: FileKind, bytes: [UInt8])] = []

  init(_ rules: MemberRecords.Rules) {
    limit = rules.limit
    members = MemberRecords(rules)
    mailbox = MailboxLines(limit: rules.limit)
  }

  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item? {
    while true {
      if let item = members.next() { return item }
      if let file = attached.popLast() {
        if let item = members.take(file.bytes, name: file.name, kind: file.kind) { return item }
        continue
      }
      guard let mail = try mailbox.next(from: stream) else { return nil }
      number += 1
      guard let bytes = mail else {
        let error = ReadingError(.recordTooLong(limit: limit))
        return .bad(RecordFailure(position: .item(number), error: error))
      }
      if bytes.contains(where: { $0 > 0x20 }), let item = take(MIMEMessage(bytes[...])) {
        return item
      }
    }
  }

  /// The text of a mail; the files attached to it come next.
  private mutating func take(_ mail: MIMEMessage) -> RecordSource.Item? {
    let said = Self.said(by: mail.header)
    for part in mail.parts.reversed() {
      guard part.isAttached || !part.type.value.hasPrefix("text/"), let name = part.fileName,
        let kind = MemberRecords.kind(of: name)
      else { continue }
      attached.append((name, kind, part.bytes))
    }
    guard let content = Self.content(of: mail, title: said.title) else {
      guard attached.isEmpty else { return nil }
      let error = ReadingError(.recordWithoutText)
      return .bad(RecordFailure(position: .item(number), error: error))
    }
    var member = Member(content.bytes, as: content.format)
    member.charset = TextEncoding.utf8.rawValue
    member.said = said
    member.goesFirst = true
    return .record(RawRecord(content: .member(member), position: .item(number)))
  }

  private static func said(by header: HeaderFields) -> Article {
    var said = Article(title: withoutMarks(header.text("subject") ?? ""))
    said.author = header.text("from").flatMap(name)
    said.date = header["date"].flatMap { TimestampParser.parse($0.prefix { $0 != "(" }) }
    said.recordID = header["message-id"]
    return said
  }

  /// What the mail says, as text in UTF-8 that begins with the title, or as a page; nil if it says nothing.
  private static func content(
    of mail: MIMEMessage, title: String
  ) -> (bytes: [UInt8], format: FileKind.Format)? {
    let parts = mail.parts.filter { !$0.isAttached && $0.type.value.hasPrefix("text/") }
    let plain = parts.filter { $0.type.value == "text/plain" }.map(text).joined(separator: "\n\n")
    let pages = parts.filter { $0.type.value == "text/html" }.map(text)
    var text = plain
    // Next to a page the plain text may be but a line that points to it.
    if let page = pages.first, plain.utf8.count < min(leastPlain, page.utf8.count / 10) {
      if PageSniffer.isPage(Array(page.utf8.prefix(512))),
        (try? HTMLReader(encoding: .utf8).read(Array(page.utf8))) != nil
      {
        return (Array(page.utf8), .html)
      }
      text = pages.map { (try? HTMLReader.paragraphs(ofFragment: $0)) ?? [] }
        .joined().joined(separator: "\n\n")
    }
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    let first = TextLines(text)
    let isTitled = first.count > 0 && foldedLine(first[0]) == foldedLine(title[...])
    return (Array((isTitled || title.isEmpty ? text : "\(title)\n\n\(text)").utf8), .plainText)
  }

  private static let leastPlain = 400

  private static func text(of part: MIMEMessage.Part) -> String {
    let text = MIMEText.decoded(part.bytes, charset: part.type["charset"])
    guard part.type["format"]?.lowercased() == "flowed" else { return text }
    // RFC 3676: a line that ends in a space goes on.
    return text.replacing("\r\n", with: "\n").replacing(" \n", with: " ")
  }

  /// The subject without what answers and forwards put before it.
  private static func withoutMarks(_ subject: String) -> String {
    var rest = subject[...]
    while let colon = rest.firstIndex(of: ":"),
      ["re", "fw", "fwd", "tr", "vs"].contains(rest[..<colon].trimmingSpaces().lowercased())
    {
      rest = rest[rest.index(after: colon)...].trimmingSpaces()
    }
    return String(rest)
  }

  /// `Hoài An` of `"Hoài An" <hoaian@bao.vn>`; nil for a bare address.
  private static func name(_ sender: String) -> String? {
    let name = sender.prefix { $0 != "<" }.filter { $0 != "\"" }[...].trimmingSpaces()
    return name.isEmpty || name.contains("@") ? nil : String(name)
  }
}

/// The mails of a mailbox, or the one that the file is.
private struct MailboxLines {
  private var pending: BoundedBytes
  private var line: [UInt8] = []
  private var isMailbox = false
  private var isFirst = true
  private var isAfterBlank = true
  private var hasEnded = false

  init(limit: Int) { pending = BoundedBytes(limit: limit) }

  /// The next mail: nil at the end, and a nil in it for one over the limit.
  mutating func next(from stream: ByteStream) throws(ReadingError) -> [UInt8]?? {
    guard !hasEnded else { return .none }
    while let line = try stream.line(limit: HeaderFields.maximumBytes) {
      let isStart = line.starts(with: Array("From ".utf8))
      if isFirst {
        isFirst = false
        isMailbox = isStart
        if isStart { continue }
      }
      if isMailbox, isStart, isAfterBlank {
        isAfterBlank = false
        guard pending.isEmpty else { return .some(pending.take()) }
        continue
      }
      isAfterBlank = line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
      // `>From` stands for a line of text.
      let isQuoted = isMailbox && line.drop { $0 == 0x3E }.starts(with: Array("From ".utf8))
      (isQuoted && line.first == 0x3E ? line.dropFirst() : line[...]).withUnsafeBytes {
        pending.append($0)
      }
    }
    hasEnded = true
    return pending.isEmpty ? .none : .some(pending.take())
  }
}
