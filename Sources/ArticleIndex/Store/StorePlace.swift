import Platform
package import SystemPackage

/// Where a database to read is.
package enum StorePlace: Sendable, Equatable {
  /// A database folder, or a database in a single file.
  case local(FilePath)
  /// A database that a Xapian server (`xapian-tcpsrv`) has.
  case server(ServerAddress)
}

/// The host and port of a server, written `archive.example:7000`, `192.0.2.1:7000` or
/// `[2001:db8::1]:7000`.
package struct ServerAddress: Sendable, Equatable {
  /// A name, or a numeric address without brackets.
  package let host: String
  /// At least 1.
  package let port: UInt16

  /// - Returns: nil for anything but a well-formed host, a colon and a decimal port.
  package init?(_ text: some StringProtocol) {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let digits = text[text.index(after: colon)...]
    guard !digits.hasPrefix("0"), digits.utf8.allSatisfy(Self.isDigit),
      let port = UInt16(digits, radix: 10)
    else { return nil }
    let name = String(text[..<colon])
    if name.hasPrefix("["), name.hasSuffix("]") {
      host = String(name.dropFirst().dropLast())
      var address = in6_addr()
      guard inet_pton(AF_INET6, host, &address) == 1 else { return nil }
    } else {
      host = name
      guard Self.isHostName(host) else { return nil }
    }
    self.port = port
  }

  /// Whether it is a name by RFC 1123; one that ends in digits must be an address of IPv4.
  private static func isHostName(_ host: String) -> Bool {
    let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let hyphen = UInt8(ascii: "-")
    let areSound = labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
        && label.allSatisfy { isDigit($0) || isLetter($0) || $0 == hyphen }
    }
    guard areSound, host.utf8.count <= 253, let last = labels.last else { return false }
    var address = in_addr()
    return !last.allSatisfy(isDigit) || inet_pton(AF_INET, host, &address) == 1
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
