/// What the stub of an index folder names: databases that are read as one.
///
/// A stub is a file of Xapian's, a line of which can start any program, and lead to another stub.
/// Xapian is therefore never given one. Here a line is `auto` and a generation of the same folder,
/// or `remote` and the address of a server; a stub with any other line is not read at all.
struct IndexStub: Equatable {
  /// One of the databases.
  enum Database: Equatable {
    case generation(Int)
    case server(ServerAddress)
  }

  /// At least one, in the order of the lines.
  private(set) var databases: [Database] = []

  /// The most that are read as one.
  static let maximumCount = 100

  /// Why a text is no stub; `line` counts from 1.
  enum Flaw: Error, Equatable {
    case unknownLine(Int)
    case tooMany
    case empty
  }

  /// Reads the lines of a stub; empty ones and those that begin with `#` say nothing.
  init(_ text: String) throws(Flaw) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      guard let database = Self.database(line) else { throw .unknownLine(index + 1) }
      guard databases.count < Self.maximumCount else { throw .tooMany }
      databases.append(database)
    }
    guard !databases.isEmpty else { throw .empty }
  }

  private static func database(_ line: Substring) -> Database? {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2 else { return nil }
    switch words[0] {
    case "auto": return IndexFolder.generationNumber(words[1]).map(Database.generation)
    case "remote": return ServerAddress(words[1]).map(Database.server)
    default: return nil
    }
  }
}
