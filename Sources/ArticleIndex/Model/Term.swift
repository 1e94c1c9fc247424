import ArticleReading
import VietnameseText

/// A term of an index: the name of a list of documents.
///
/// Its bytes are the prefix of its kind, from ``Schema/Prefix``, and what it is of that kind. The
/// forms of words are lower case and prefixes are capitals, so no two kinds of term can meet.
struct Term: Hashable, Sendable {
  let bytes: [UInt8]

  /// A term that the index or another source has given.
  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  private init(_ prefix: StaticString, _ parts: String...) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(prefix.utf8CodeUnitCount) { $0 + $1.utf8.count })
    bytes.append(contentsOf: prefix.utf8Bytes)
    for part in parts { bytes.append(contentsOf: part.utf8) }
    self.bytes = bytes
  }

  /// Combines all bytes at once: cheaper than one by one, as `Array` does.
  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// Whether no database takes it: it is empty or over the limit, or might be for its NUL bytes.
  private var isRefused: Bool { bytes.isEmpty || count > TermLimit.bytes || bytes.contains(0) }
}

// MARK: - The words of a text

extension Term {
  /// A word in any spelling.
  static func folded(_ form: String) -> Term { Term(Schema.Prefix.syllable, form) }

  /// A word with its marks, where its form differs from the folded one.
  static func exact(_ form: String) -> Term { Term(Schema.Prefix.exact, form) }

  /// Two neighbours, both folded.
  static func pair(_ left: String, _ right: String) -> Term {
    Term(Schema.Prefix.pair, left, " ", right)
  }

  /// A folded word in the title.
  static func title(_ form: String) -> Term { Term(Schema.Prefix.title, form) }

  /// Whether it is of the kind that has this prefix, one of those of a single letter.
  func has(_ prefix: StaticString) -> Bool { bytes.first == prefix.letter }
}

// MARK: - What is known of an article

extension Term {
  /// A name as a whole, folded, its words one space apart.
  ///
  /// - Returns: nil if the name has no letter or is too long for a term.
  static func name(_ prefix: StaticString, _ name: String) -> Term? {
    let list = TokenList(of: name)
    guard !list.tokens.isEmpty else { return nil }
    let term = Term(prefix, list.tokens.map { list.folded($0) }.joined(separator: " "))
    return term.count <= TermLimit.bytes ? term : nil
  }

  /// What only the document of this identity has, which is ``DocumentOrigin/identity(path:)``.
  static func unique(identity: [UInt8]) -> Term {
    Term(Array(Schema.Prefix.unique.utf8Bytes) + identity.hexadecimal)
  }

  /// What only the document of this file has, if it holds no other.
  static func unique(path: [UInt8]) -> Term { .unique(identity: ContentHash.hash128(path)) }

  /// A record's own id; an id too long for a term is hashed.
  static func record(id: String) -> Term {
    let term = Term(Schema.Prefix.recordID, id)
    guard term.isRefused else { return term }
    return Term(Array(Schema.Prefix.recordID.utf8Bytes) + ContentHash.hash128Hex(Array(id.utf8)))
  }

  /// A place of a URL, as ``urlPlaces(_:)`` has it.
  static func url(_ place: String) -> Term { Term(Schema.Prefix.url, place) }

  /// The places of a URL: its host and every folder on its way, without scheme, `www.` and query, so
  /// that `baovinhphuc.example/kinh-te` finds what is below it. What is too long for a term is left
  /// out, and so is what lies deeper than eight folders.
  static func urlPlaces(_ url: String) -> [String] {
    var rest = url[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    if rest.lowercased().hasPrefix("www.") { rest = rest.dropFirst(4) }
    let parts = rest.split(separator: "/").prefix(10)
    guard let host = parts.first else { return [] }
    var place = host.lowercased()
    var places = [place]
    for part in parts.dropFirst() {
      place += "/" + part
      places.append(place)
    }
    return places.filter { !Term.url($0).isRefused }
  }

  /// The year of publication.
  static func year(_ date: ArticleDate) -> Term { Term(Schema.Prefix.year, "\(date.year)") }

  /// The year and month of publication.
  static func month(_ date: ArticleDate) -> Term {
    Term(Schema.Prefix.month, "\(date.year)", date.month < 10 ? "0" : "", "\(date.month)")
  }
}

extension Term: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { bytes.count }
  subscript(position: Int) -> UInt8 { bytes[position] }

  func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try bytes.withContiguousStorageIfAvailable(body)
  }
}

extension Term: CustomStringConvertible {
  /// As it stands in the index.
  var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// Two neighbours in a text or a query, folded: a term of its own in the index.
struct SyllablePair: Equatable, Sendable {
  var left: String
  var right: String

  init(_ left: String, _ right: String) { (self.left, self.right) = (left, right) }

  var term: Term { .pair(left, right) }
}
