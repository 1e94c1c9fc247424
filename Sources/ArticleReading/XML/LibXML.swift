import CLibXML2

/// What libxml2 wants before threads use it, once in a process.
enum LibXML {
  private static let isReady: Void = xmlInitParser()

  /// Makes the library ready, the first time. Any thread may call.
  static func makeReady() { isReady }
}
