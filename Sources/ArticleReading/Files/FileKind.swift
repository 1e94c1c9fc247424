package import SystemPackage

/// What a file is to be read as, told from its name.
package struct FileKind: Equatable {
  /// How the content is read.
  package enum Format: Equatable {
    case plainText
    case html
    /// A web page if it begins as one, whatever its name; nothing otherwise.
    case page
    case markdown
    case office(OfficeReader.Format)
    /// Any number of articles.
    case records(RecordFormat)
  }

  package var format: Format
  /// Whether the content is compressed, as a second extension says: `tin.txt.gz`.
  package var isCompressed = false

  /// Nil for a file that is no article.
  ///
  /// A file without extension is read as text. What is behind the last dot is no extension if it is
  /// nothing or a number: `Tin ngày 8.6.2020`. A query is none either: `article.aspx?id=123`. Under an
  /// extension that is not known, or none before a query, a page is read if the content begins as one.
  package init?(_ path: FilePath) {
    if Self.isPlainlyText(path) {
      format = .plainText
      return
    }
    var name = path
    let base = MirrorName.base(of: path.lastComponent?.string ?? "")
    if let base { name = FilePath(String(base)) }
    var ending = Self.ending(of: name)
    if let ending, CompressedFile.extensions.contains(ending) {
      isCompressed = true
      name = FilePath(name.stem ?? "")
    }
    if isCompressed { ending = Self.ending(of: name) }
    guard let ending else {
      // `dump.gz` might be anything; `Tin ngày 8.6.2020` is text.
      if isCompressed { return nil }
      format = base == nil ? .plainText : .page
      return
    }
    if let format = Self.format(of: ending) {
      self.format = format
    } else {
      guard !isCompressed, !Self.otherKinds.contains(ending) else { return nil }
      format = .page
    }
  }

  /// What is no page, so that it is not looked into: pictures, sound, film, archives, programs.
  private static let otherKinds: Set<String> = [
    "jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "svg", "svgz", "ico", "bmp", "tif", "tiff",
    "psd", "ai", "eps", "heic", "avif", "raw", "mp3", "mp4", "m4a", "m4v", "m3u8", "ts", "wav",
    "ogg", "oga", "ogv", "flac", "aac", "mid", "webm", "avi", "mov", "mkv", "flv", "swf", "wmv",
    "wma", "3gp", "mpg", "mpeg", "vob", "css", "scss", "less", "js", "mjs", "cjs", "map", "vue",
    "tsx", "jsx", "wasm", "woff", "woff2", "ttf", "otf", "eot", "7z", "rar", "tar", "tgz", "tbz2",
    "txz", "gz", "xz", "zst", "bz2", "lz", "lz4", "lzma", "z", "cab", "ace", "arj", "exe", "dll",
    "so", "dylib", "msi", "iso", "img", "bin", "dmg", "apk", "ipa", "deb", "rpm", "jar", "war",
    "class", "pyc", "o", "a", "lib", "obj", "db", "sqlite", "sqlite3", "mdb", "accdb", "dbf", "myd",
    "myi", "frm", "ibd", "log", "ini", "conf", "cfg", "yaml", "yml", "toml", "lock", "tmp", "temp",
    "bak", "old", "orig", "swp", "part", "crdownload", "torrent", "sh", "bat", "cmd", "ps1", "py",
    "rb", "c", "h", "cc", "cpp", "hpp", "java", "kt", "swift", "go", "rs", "cs", "vb", "lua", "r",
    "ics", "vcf", "xls", "xlsb", "ods", "ppt", "pptx", "pps", "odp", "odg", "vsd", "pub", "mpp",
    "indd", "qxd", "idml", "cdr", "dwg", "dxf", "shp", "kml", "kmz", "gpx", "dat", "parquet",
    "arrow", "feather", "pickle", "pkl", "npy", "npz", "h5", "onnx", "pt", "model", "key", "pem",
    "crt", "cer", "p12", "asc", "sig", "md5", "sha1", "sha256", "url", "lnk", "webloc", "desktop",
    "dtd", "xsd", "xsl", "xslt", "tpl", "po", "mo", "tex", "bib", "ps", "djvu", "mobi", "azw3",
    "prc", "srt", "vtt", "sub", "ass",
  ]

  /// A text file that is not compressed.
  package static let plainText = FileKind(format: .plainText)

  /// A file of records that is not compressed.
  package init(records format: RecordFormat) { self.format = .records(format) }

  private init(format: Format) { self.format = format }

  /// Whether the name ends in `.txt`, as most do: told without making a string of it.
  private static func isPlainlyText(_ path: FilePath) -> Bool {
    let length = path.length
    guard length > 4 else { return false }
    return path.withPlatformString { start in
      start[length - 4] == 0x2E && start[length - 3] == 0x74 && start[length - 2] == 0x78
        && start[length - 1] == 0x74
    }
  }

  /// The extension to report a file under that is passed over.
  package static func reportedExtension(_ path: FilePath) -> String {
    let base = MirrorName.base(of: path.lastComponent?.string ?? "")
    return ending(of: base.map { FilePath(String($0)) } ?? path) ?? "?"
  }

  /// The extension in lower case; nil if there is none.
  static func ending(of path: FilePath) -> String? {
    guard let name = path.extension?.lowercased() else { return nil }
    return name.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? nil : name
  }

  /// The format of files whose names end so, in lower case: each format knows its own.
  private static func format(of ending: String) -> Format? {
    if PlainTextReader.extensions.contains(ending) { return .plainText }
    if HTMLReader.extensions.contains(ending) { return .html }
    if MarkdownReader.extensions.contains(ending) { return .markdown }
    if let format = OfficeReader.Format(rawValue: ending) { return .office(format) }
    return RecordFormat(extension: ending).map { .records($0) }
  }
}
