import CLibXML2

/// What libxml2 wants before threads use it, once in a process.
enum LibXML {
  private static let missing: String? = {
    xmlInitParser()
    return xml_missing().map { String(cString: $0) }
  }()

  /// Loads the library and makes it ready, the first time. Any thread may call.
  ///
  /// - Throws: ``ReadingError`` with code `unreadable` where there is no libxml2.
  static func makeReady() throws(ReadingError) {
    guard let missing else { return }
    throw ReadingError(.unreadable, reason: "libxml2 cannot be loaded: \(missing)")
  }
}
