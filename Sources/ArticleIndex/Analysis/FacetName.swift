import VietnameseText

/// A section, an author or a source, as it is stored for counting and compared.
enum FacetName {
  /// A stored name is no longer than this, in bytes: what names two alike so far counts as one.
  static let maximumBytes = 64

  /// The name for a value slot: as printed, cut between characters.
  static func value(of name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for character in name {
      guard bytes.count + character.utf8.count <= maximumBytes else { break }
      bytes.append(contentsOf: character.utf8)
    }
    return bytes
  }

  /// What different spellings of a name have in common: its words in small letters, each tone in its
  /// place. A name without words is its own key.
  static func key(of name: String) -> String {
    let list = TokenList(of: name)
    guard !list.tokens.isEmpty else { return name }
    return list.tokens.map { list.exact($0) }.joined(separator: " ")
  }
}
