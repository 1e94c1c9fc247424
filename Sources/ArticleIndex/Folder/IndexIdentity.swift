/// What marks a Xapian database as an index of this library, and of which version.
enum IndexIdentity {
  /// The marks of this version, as metadata.
  static var metadata: [String: [UInt8]] {
    [
      Schema.Metadata.schemaVersion: Array("\(Schema.version)".utf8),
      Schema.Metadata.analyzer: Array(Schema.analyzerFingerprint.utf8),
    ]
  }

  /// - Throws: `notAnIndex` or `otherVersion` unless the index was made by this version.
  static func check(_ reader: StoreReader, path: String) throws(IndexError) {
    let version = String(
      decoding: try reader.metadata(Schema.Metadata.schemaVersion), as: UTF8.self)
    let analyzer = String(decoding: try reader.metadata(Schema.Metadata.analyzer), as: UTF8.self)
    guard !version.isEmpty else {
      throw IndexError(.foreignDatabase, subject: path)
    }
    guard version == "\(Schema.version)", analyzer == Schema.analyzerFingerprint else {
      throw IndexError(
        .otherVersion(
          schema: version, analyzer: analyzer, expectedSchema: "\(Schema.version)",
          expectedAnalyzer: Schema.analyzerFingerprint), subject: path)
    }
  }
}
