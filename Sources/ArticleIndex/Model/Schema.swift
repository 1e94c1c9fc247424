/// The names every layer agrees on: term prefixes, value slots and metadata keys.
///
/// `IndexFormat.md`, in the DocC catalogue, describes the same for people. A change here is a new
/// ``version`` there.
enum Schema {
  /// Bumped whenever an index made before cannot be read or searched rightly any more.
  static let version = 4

  /// What the terms depend on besides the schema. An index of another fingerprint is refused.
  static let analyzerFingerprint = "vi-3"

  /// Prefixes of terms. The forms after them are lower case, so no two kinds of term can meet.
  enum Prefix {
    /// A folded syllable or word has none.
    static let syllable: StaticString = ""
    /// An exact form, where it differs from the folded one: `Evĩnh`.
    static let exact: StaticString = "E"
    /// Two neighbours, folded: `Pvinh phuc`.
    static let pair: StaticString = "P"
    /// A folded form in the title.
    static let title: StaticString = "S"
    /// Boolean: the 128-bit hash of what makes the document unique, in hexadecimal.
    static let unique: StaticString = "Q"
    /// Boolean: the folded name of the author as a whole.
    static let author: StaticString = "A"
    /// Boolean: the folded section.
    static let section: StaticString = "XN"
    /// Boolean: the folded source.
    static let source: StaticString = "XP"
    /// Boolean: the number of a document of the state, its parts one space apart.
    static let number: StaticString = "XD"
    /// Boolean: the record's own id.
    static let recordID: StaticString = "XI"
    /// Boolean: the host of the URL, and every folder on its way.
    static let url: StaticString = "U"
    /// Boolean: year and month of publication, `M202006`.
    static let month: StaticString = "M"
    /// Boolean: year of publication, `Y2020`.
    static let year: StaticString = "Y"
  }

  /// Value slots.
  enum Slot {
    /// `YYYYMMDD` or `YYYYMMDDHHMM`; absent without a date.
    static let date: UInt32 = 0
    /// ``FileState``, 24 bytes; of a record in a file of many ``RecordState``, 16 bytes.
    static let fileState: UInt32 = 1
    /// The path of the file, as the file system spells it.
    static let path: UInt32 = 2
    /// ``ArticleSketch``, 66 bytes: what tells copies of an article; absent without a body.
    static let sketch: UInt32 = 3
    /// Section, author and source as printed, cut by ``FacetName``; for counting.
    static let section: UInt32 = 4
    static let author: UInt32 = 5
    static let source: UInt32 = 6
    /// ``DocumentOrigin/identity(path:)``, 16 bytes.
    static let identity: UInt32 = 7
  }

  /// Metadata keys.
  enum Metadata {
    static let schemaVersion = "mucluc.schema"
    static let analyzer = "mucluc.analyzer"
    /// The folders indexed, one absolute path a line, `%` escapes for what cannot stand in a line.
    static let folders = "mucluc.folders"
    /// ``FurnitureTable/fingerprint`` of the table the articles were read with.
    static let furniture = "mucluc.furniture"
    /// ``ContainerStates``: the files of many articles.
    static let containers = "mucluc.containers"
    /// ``TextDictionary``: what the articles' texts are compressed with.
    static let dictionary = "mucluc.dictionary"
    /// ``ReadingRules``: encodings and names that the user gave.
    static let reading = "mucluc.reading"

    static let all = [
      schemaVersion, analyzer, folders, furniture, containers, dictionary, reading,
    ]
  }
}

extension StaticString {
  /// The only letter of a prefix of one; 0 for the empty one.
  var letter: UInt8 { utf8CodeUnitCount == 0 ? 0 : utf8Start.pointee }

  /// The bytes of an ASCII literal.
  var utf8Bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
