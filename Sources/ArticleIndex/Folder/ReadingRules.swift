import ArticleReading
import SystemPackage

/// How the files of which folder are read: remembered by the index, so that a nightly run without
/// options reads new files as the first run read the old ones.
struct ReadingRules: Equatable {
  /// Absolute, resolved folders; the innermost one around a file counts.
  private var options: [FilePath: ReadingOptions] = [:]

  init() {}

  /// Sets the options of everything below a folder, whatever was set inside it.
  mutating func set(_ options: ReadingOptions, for folder: FilePath) {
    remove(folder)
    if self[folder] != options { self.options[folder] = options }
  }

  /// Drops what is set for a folder and inside it.
  mutating func remove(_ folder: FilePath) {
    options = options.filter { !$0.key.isInside(folder) }
  }

  /// How a file is read.
  subscript(path: FilePath) -> ReadingOptions {
    guard !options.isEmpty else { return ReadingOptions() }
    let around = options.keys.filter { path.isInside($0) }
    return around.max { $0.length < $1.length }.flatMap { options[$0] } ?? ReadingOptions()
  }

  /// For the index's metadata; empty without rules.
  var encoded: [UInt8] {
    var record = LineRecord()
    for (folder, options) in options.sorted(by: { $0.key.string < $1.key.string }) {
      record.append("folder", folder.platformBytes)
      record.append("encoding", options.encoding?.rawValue)
      if options.readsAllPages { record.append("all-pages", "yes") }
      for (part, names) in options.fields.mapped.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        for name in names { record.append("map", "\(part.rawValue)=\(name)") }
      }
    }
    return record.bytes
  }

  init(encoded: [UInt8]) {
    var folder: FilePath?
    var options: [FilePath: ReadingOptions] = [:]
    _ = LineRecord.read(encoded) { key, value in
      if key == "folder" {
        let path = FilePath(platformBytes: value)
        folder = path
        options[path] = ReadingOptions()
      }
      guard let folder else { return }
      let text = String(decoding: value, as: UTF8.self)
      if key == "encoding" { options[folder]?.encoding = TextEncoding(rawValue: text) }
      if key == "all-pages" { options[folder]?.readsAllPages = true }
      if key == "map", let sign = text.firstIndex(of: "="),
        let part = RecordFields.Part(rawValue: String(text[..<sign]))
      {
        let name = String(text[text.index(after: sign)...])
        options[folder]?.fields.mapped[part, default: []].append(name)
      }
    }
    self.options = options
  }
}
