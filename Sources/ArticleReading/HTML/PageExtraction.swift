/// Reads one web page, for measurements and tools of this package.
package enum PageExtraction {
  /// The article in a page; throws as ``HTMLReader/read(_:)`` does.
  package static func article(fromHTML bytes: [UInt8]) throws(ReadingError) -> Article {
    try HTMLReader().read(bytes).article
  }
}
