import ArticleReading
import Platform
import SystemPackage

/// Who may read a generation: it holds the texts of articles, so no more people than may read those.
///
/// A generation is made for its owner alone, and opened to others when it is complete. Root reads everything.
extension IndexFolder {
  /// Whether a generation is for its owner alone.
  func isPrivate(_ number: Int) -> Bool {
    guard let mode = Self.mode(of: generation(number)) else { return false }
    return mode & (S_IRWXG | S_IRWXO) == 0
  }

  /// Lets a generation be read by its owner alone, or by everybody who may read the folder of the index.
  func setAccess(of number: Int, isPrivate: Bool) throws(IndexError) {
    let place = generation(number)
    guard let usual = Self.mode(of: path), let now = Self.mode(of: place) else { return }
    let wanted = isPrivate ? usual & S_IRWXU : usual & (S_IRWXU | S_IRWXG | S_IRWXO)
    guard now & (S_IRWXU | S_IRWXG | S_IRWXO) != wanted else { return }
    guard place.withPlatformString({ chmod($0, wanted) }) == 0 else {
      throw IndexError(.system(.write, lastErrno()), subject: place.string)
    }
  }

  private static func mode(of path: FilePath) -> mode_t? {
    var status = stat()
    guard path.withPlatformString({ stat($0, &status) }) == 0 else { return nil }
    return status.st_mode
  }
}
