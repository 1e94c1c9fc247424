internal import CXapian
package import SystemPackage

/// What is done to whole databases.
package enum StoreMaintenance {
  /// The version of the Xapian library that is running, such as `1.4.22`.
  package static var libraryVersion: String { String(cString: cx_library_version()) }

  /// Merges databases into a new one, documents renumbered in the order given. Of metadata entries
  /// with the same key the first is kept.
  ///
  /// What was written before a failure is left where it is.
  ///
  /// - Parameters:
  ///   - destination: a folder that does not exist yet.
  ///   - full: pack tightly, which is slower and makes later updates cost more.
  package static func compact(
    _ sources: [FilePath], into destination: FilePath, full: Bool
  ) throws(IndexError) {
    // All paths in one array, each with its NUL, and where each starts.
    var names: [CInterop.PlatformChar] = []
    var starts: [Int] = []
    for source in sources {
      starts.append(names.count)
      source.withPlatformString { name in
        names.append(contentsOf: UnsafeBufferPointer(start: name, count: source.length))
      }
      names.append(0)
    }
    try callStore(destination.string) { failure in
      names.withUnsafeBufferPointer { names in
        let pointers = starts.compactMap { start in names.baseAddress.map { $0 + start } }
        return pointers.withUnsafeBufferPointer { pointers in
          destination.withPlatformString { destination in
            withUnsafeSources(pointers) {
              cx_compact($0, pointers.count, destination, full ? 1 : 0, failure)
            }
          }
        }
      }
    }
  }

  /// The outcome of a check.
  package struct CheckReport: Sendable, Equatable {
    /// How many errors there are; 0 for a clean database.
    package var errors: UInt64
    /// What Xapian's checker says, in lines.
    package var report: String
  }

  /// Verifies all of a database's files with Xapian's own checker. Takes about as long as reading
  /// them.
  package static func check(_ path: FilePath) throws(IndexError) -> CheckReport {
    var buffer = StoreBuffer()
    var errors: UInt64 = 0
    try buffer.fill(path.string) { out, failure in
      path.withPlatformString { cx_check($0, &errors, out, failure) }
    }
    return CheckReport(errors: errors, report: String(decoding: buffer.contents, as: UTF8.self))
  }

  private static func withUnsafeSources(
    _ sources: UnsafeBufferPointer<UnsafePointer<CInterop.PlatformChar>>,
    _ body: (UnsafePointer<UnsafePointer<CChar>>) -> cx_status
  ) -> cx_status {
    if let start = sources.baseAddress { return body(start) }
    return withUnsafePointer(to: 0 as CChar) { empty in withUnsafePointer(to: empty, body) }
  }
}
