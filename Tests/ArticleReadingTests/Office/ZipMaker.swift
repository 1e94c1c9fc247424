import CLibArchive
import Testing

@testable import ArticleReading

/// Makes zip archives in memory for tests, by libarchive.
enum ZipMaker {
  static func archive(
    _ members: [(name: String, bytes: [UInt8])], options: String = "zip:compression=deflate"
  ) throws -> [UInt8] {
    let size = members.reduce(1 << 16) { $0 + $1.bytes.count + 1024 }
    var buffer = [UInt8](repeating: 0, count: min(size, 8 << 20))
    var used = 0
    let archive = try #require(archive_write_new())
    archive_write_set_format_zip(archive)
    archive_write_set_options(archive, options)
    buffer.withUnsafeMutableBytes { space in
      archive_write_open_memory(archive, space.baseAddress, space.count, &used)
      for member in members {
        let entry = archive_entry_new()
        archive_entry_set_pathname(entry, member.name)
        archive_entry_set_size(entry, Int64(member.bytes.count))
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        archive_write_header(archive, entry)
        _ = member.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        archive_entry_free(entry)
      }
      archive_write_close(archive)
    }
    archive_write_free(archive)
    return Array(buffer[..<used])
  }

  /// A .docx that holds nothing but its main part.
  static func docx(_ document: String) throws -> [UInt8] {
    try archive([("word/document.xml", Array(document.utf8))])
  }

  /// Paragraphs of WordprocessingML as a document, under a document type if one is given.
  static func document(_ body: String, documentType: String = "") -> String {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return "<?xml version='1.0'?>" + documentType
      + #"<w:document xmlns:w="\#(namespace)"><w:body>\#(body)</w:body></w:document>"#
  }
}
