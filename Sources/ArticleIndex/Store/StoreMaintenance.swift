internal import CXapian
package import SystemPackage

/// What is done to whole databases.
package enum StoreMaintenance {
  /// The version of the Xapian library that is running, such as `1.4.22`.
  package static var libraryVersion: String { String(cString: cx_library_version()) }

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
