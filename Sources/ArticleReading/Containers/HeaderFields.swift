/// The fields before a blank line: of a mail, a part of one, a record of a web archive, an answer over HTTP.
///
/// A line that begins with white space goes on with the field above; one that is no field is passed over.
struct HeaderFields {
  /// More than any header has; what follows is content.
  static let maximumBytes = 256 << 10
  private static let maximumFields = 1000
  /// No title or name is longer.
  private static let maximumText = 16 << 10

  private var values: [String: [UInt8]] = [:]

  /// Reads the fields at the start of bytes; returns with ``bodyStart`` behind the blank line.
  init(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    let end =
      bytes.index(index, offsetBy: Self.maximumBytes, limitedBy: bytes.endIndex)
      ?? bytes.endIndex
    var name: String?
    while index < end {
      let newline = bytes[index..<end].firstIndex(of: 0x0A) ?? end
      var line = bytes[index..<newline]
      if line.last == 0x0D { line.removeLast() }
      index = newline < end ? newline + 1 : end
      guard let first = line.first else { break }
      if first == 0x20 || first == 0x09 {
        if let name { values[name]? += [0x20] + line.drop(while: { $0 <= 0x20 }) }
        continue
      }
      name = nil
      guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex,
        values.count < Self.maximumFields
      else { continue }
      let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      guard values[key] == nil else { continue }
      values[key] = Array(line[(colon + 1)...].drop(while: { $0 <= 0x20 }))
      name = key
    }
    bodyStart = index
  }

  /// Where the content begins.
  private(set) var bodyStart: Int

  /// The first field of that name, asked in lower case.
  subscript(name: String) -> String? {
    values[name].map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first field of that name as people read it.
  func text(_ name: String) -> String? {
    guard let value = values[name]?.prefix(Self.maximumText) else { return nil }
    let text = EncodedWords.decoded(MIMEText.decoded(Array(value), charset: nil))
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A value and its parameters, as in `text/html; charset="utf-8"`.
  func value(_ name: String) -> ParameterValue? { self[name].map { ParameterValue($0) } }
}

/// A value with parameters: that of `Content-Type`, say.
struct ParameterValue {
  /// What stands before the first semicolon, in lower case.
  let value: String
  private var parameters: [String: String] = [:]

  init(_ text: String) {
    var rest = text[...]
    value = Self.token(&rest).lowercased()
    while let semicolon = rest.firstIndex(of: ";") {
      rest = rest[rest.index(after: semicolon)...]
      guard let equals = rest.firstIndex(where: { $0 == "=" || $0 == ";" }) else { break }
      guard rest[equals] == "=" else {
        rest = rest[equals...]
        continue
      }
      let name = rest[..<equals].trimmingSpaces().lowercased()
      rest = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      if parameters[name] == nil { parameters[name] = Self.token(&rest) }
    }
  }

  /// The parameter of that name, asked in lower case; also as RFC 2231 writes it, in pieces or encoded.
  subscript(name: String) -> String? {
    if let value = parameters[name] { return value }
    if let value = parameters[name + "*"] { return Self.extended(value) }
    var joined = ""
    for number in 0..<16 {
      if let piece = parameters["\(name)*\(number)"] {
        joined += piece
      } else if let piece = parameters["\(name)*\(number)*"] {
        joined += number == 0 ? Self.extended(piece) : PercentEncoding.decoded(piece)
      } else {
        break
      }
    }
    return joined.isEmpty ? nil : joined
  }

  /// `utf-8''b%C3%A0i.docx`.
  private static func extended(_ value: String) -> String {
    PercentEncoding.decoded(
      String(value.split(separator: "'", omittingEmptySubsequences: false).last ?? ""))
  }

  /// Takes a value, in quotes or up to a semicolon.
  private static func token(_ rest: inout Substring) -> String {
    rest = rest.drop(while: \.isWhitespace)
    guard rest.first == "\"" else {
      let token = rest.prefix { $0 != ";" }
      rest = rest[token.endIndex...]
      return String(token.trimmingSpaces())
    }
    rest.removeFirst()
    var token = ""
    while let character = rest.popFirst(), character != "\"" {
      if character == "\\", let next = rest.popFirst() {
        token.append(next)
      } else {
        token.append(character)
      }
    }
    return token
  }
}
