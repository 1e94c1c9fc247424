/// What marks a Xapian database as an index of mucluc, of which version.
enum IndexIdentity {
  /// Writes the marks of this version.
  static func write(to writer: borrowing StoreWriter) throws(IndexError) {
    try writer.setMetadata(Schema.Metadata.schemaVersion, "\(Schema.version)".utf8)
    try writer.setMetadata(Schema.Metadata.analyzer, Schema.analyzerFingerprint.utf8)
  }

  /// - Throws: `notAnIndex` or `otherVersion` unless the index was made by this version.
  static func check(_ reader: StoreReader, path: String) throws(IndexError) {
    let version = String(
      decoding: try reader.metadata(Schema.Metadata.schemaVersion), as: UTF8.self)
    let analyzer = String(decoding: try reader.metadata(Schema.Metadata.analyzer), as: UTF8.self)
    guard !version.isEmpty else {
      throw IndexError(
        .notAnIndex, subject: path, reason: "is a Xapian database, but not one mucluc made",
        remedy: "name an index folder of mucluc with --index")
    }
    guard version == "\(Schema.version)", analyzer == Schema.analyzerFingerprint else {
      throw IndexError(
        .otherVersion, subject: path,
        reason:
          "was made by another version of mucluc (schema \(version), analyzer \(analyzer); this is"
          + " schema \(Schema.version), analyzer \(Schema.analyzerFingerprint))",
        remedy: "mucluc index --rebuild --index \(path)")
    }
  }
}
