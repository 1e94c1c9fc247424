/// A mail or saved page: its header and the parts it is made of.
struct MIMEMessage {
  /// A part that holds content and no further parts.
  struct Part {
    let header: HeaderFields
    let type: ParameterValue
    /// Still encoded for transport.
    let content: ArraySlice<UInt8>
    /// Whether the same is told in another part that comes later, in a richer form.
    var isAlternative = false

    /// The content itself.
    var bytes: [UInt8] {
      MIMEText.decoded(content, transferEncoding: header["content-transfer-encoding"])
    }

    /// The name of the file that was attached; nil for what is read in the mail itself.
    var fileName: String? {
      let disposition = header.value("content-disposition")
      let name = disposition?["filename"] ?? type["name"]
      return name.map { EncodedWords.decoded($0) }
    }

    var isAttached: Bool { header.value("content-disposition")?.value == "attachment" }
  }

  /// Parts nest no deeper, and there are no more.
  private static let maximumDepth = 16
  private static let maximumParts = 1000

  let header: HeaderFields
  private(set) var parts: [Part] = []

  init(_ bytes: ArraySlice<UInt8>) {
    header = HeaderFields(bytes)
    add(bytes[header.bodyStart...], header, depth: 0, isAlternative: false)
  }

  private mutating func add(
    _ content: ArraySlice<UInt8>, _ header: HeaderFields, depth: Int, isAlternative: Bool
  ) {
    let type = header.value("content-type") ?? ParameterValue("text/plain")
    if type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty {
      guard depth < Self.maximumDepth else { return }
      for part in Self.split(content, at: Array("--\(boundary)".utf8)) {
        guard parts.count < Self.maximumParts else { return }
        let inner = HeaderFields(part)
        add(
          part[inner.bodyStart...], inner, depth: depth + 1,
          isAlternative: isAlternative || type.value == "multipart/alternative")
      }
    } else if type.value == "message/rfc822", depth < Self.maximumDepth {
      let inner = HeaderFields(content)
      add(content[inner.bodyStart...], inner, depth: depth + 1, isAlternative: isAlternative)
    } else {
      parts.append(
        Part(header: header, type: type, content: content, isAlternative: isAlternative))
    }
  }

  /// What stands between lines that begin with the boundary; what is before the first is for programs
  /// that do not know of parts. A message that was cut short ends its last part.
  private static func split(
    _ content: ArraySlice<UInt8>, at boundary: [UInt8]
  ) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = content.startIndex
    while line < content.endIndex {
      let newline = content[line...].firstIndex(of: 0x0A)
      let next = newline.map { $0 + 1 } ?? content.endIndex
      if content[line] == 0x2D, content[line..<next].starts(with: boundary) {
        if let start { parts.append(content[start..<line]) }
        start = next
        let rest = content[line..<next].dropFirst(boundary.count)
        guard parts.count < maximumParts, !rest.starts(with: [0x2D, 0x2D]) else {
          return parts
        }
      }
      line = next
    }
    if let start, start < content.endIndex { parts.append(content[start...]) }
    return parts
  }
}
