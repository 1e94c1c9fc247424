import ArticleReading
import SystemPackage

extension IndexFolder {
  /// The table of page furniture that a user keeps in the index folder.
  static let furnitureName = "furniture.tsv"

  /// The built-in table, with the rows of `furniture.tsv` if it is there.
  ///
  /// - Throws: `invalidArgument` naming the line that is no row; `inputOutput`, `permission`.
  func furniture() throws(IndexError) -> FurnitureTable {
    let table = path.appending(Self.furnitureName)
    let bytes: [UInt8]
    do {
      bytes = try FileReading.bytes(of: table, size: 4096, limit: 1 << 20)
    } catch Errno.noSuchFileOrDirectory {
      return .builtIn
    } catch {
      throw IndexError(.system(.read, error), subject: table.string)
    }
    guard !bytes.isEmpty else { return .builtIn }
    do {
      return try FurnitureTable(table: bytes)
    } catch {
      throw IndexError(.badTable(error), subject: table.string)
    }
  }
}

extension FurnitureTable {
  /// 32 hexadecimal digits; none for the built-in table.
  var fingerprint: [UInt8] { identity.isEmpty ? [] : ContentHash.hash128Hex(identity) }
}
