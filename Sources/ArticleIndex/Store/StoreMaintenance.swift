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
    try callStore(destination.string) { failure in
      withUnsafeAddresses(of: sources.map(\.nulTerminated)) { sources in
        destination.withPlatformString {
          cx_compact(sources, sources.count, $0, full ? 1 : 0, failure)
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
}
