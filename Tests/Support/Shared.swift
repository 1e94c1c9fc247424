import ArticleReading
import Foundation
import Synchronization
import SystemPackage

/// Something on the disk that many tests read and none changes: made by the first test that asks for it,
/// removed when the tests have run.
///
/// ```swift
/// private static let stories = Shared { folder in try makeIndex(in: folder) }
/// ```
package struct Shared<Value: Sendable>: Sendable {
  /// Where it lies, for as long as it is shared.
  private let folder: TemporaryFolder?
  private let value: Result<Value, any Error>

  package init(_ make: (TemporaryFolder) throws -> Value) {
    folder = try? TemporaryFolder.untilExit()
    value = Result { [folder] in
      guard let folder else { throw CocoaError(.fileWriteUnknown) }
      return try make(folder)
    }
  }

  /// The value, or why it could not be made.
  package func callAsFunction() throws -> Value { try value.get() }
}

extension TemporaryFolder {
  /// A folder that is removed at the end of the process: what a static property holds is never freed.
  fileprivate static func untilExit() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let isFirst = foldersUntilExit.withLock { folders in
      folders.append(folder.path)
      return folders.count == 1
    }
    if isFirst {
      atexit { foldersUntilExit.withLock { folders in folders.forEach(removeTree) } }
    }
    return folder
  }
}

private let foldersUntilExit = Mutex<[FilePath]>([])
