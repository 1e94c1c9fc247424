import SystemPackage

extension IndexError.Cause {
  /// The kind of failure that a cause is.
  var code: IndexError.Code {
    switch self {
    case .noIndex, .generationGone, .noSuchFolder, .noFolders: .missing
    case .indexIsFile, .folderIsDatabase, .foreignDatabase, .notAnIndex, .stubLine, .stubTooLong,
      .stubEmpty:
      .notAnIndex
    case .otherVersion: .otherVersion
    case .cannotBeUpdated: .unsupported
    case .locked: .locked
    case .isFile, .insideIndexFolder, .notRemembered, .badTable, .severalArticles, .invalid:
      .invalidArgument
    case .foldersUnknown(let cause): cause.code
    case .massRemoval: .massRemoval
    case .stopped: .interrupted
    case .diskFull: .diskFull
    case .system(_, let errno), .cannotBeListed(let errno): Self.code(errno)
    case .checkNotStarted: .other
    case .readingCrashed, .readingHung, .checkFailed, .unreadableArticle: .corrupt
    case .store(let code, _): code
    }
  }

  /// What can be done about it.
  var remedy: IndexError.Remedy? {
    switch self {
    case .noIndex: .makeIndex
    case .generationGone: .rebuildNamingFolders
    case .noSuchFolder: .checkPath
    case .noFolders: .nameFolder
    case .indexIsFile: .nameIndexFolder
    case .folderIsDatabase, .foreignDatabase: .nameIndex
    case .notAnIndex: .nameFolderOfIndex
    case .stubLine, .stubTooLong, .stubEmpty, .insideIndexFolder: .nameAnotherIndex
    case .otherVersion, .readingCrashed, .readingHung, .checkFailed, .unreadableArticle: .rebuild
    case .cannotBeUpdated: .updateEachIndex
    case .locked(let waited): waited ? .runLater : .wait
    case .isFile: .nameItsFolder
    case .foldersUnknown: .nameFolders
    case .massRemoval: .allowMassRemoval
    case .badTable: .correctTable
    case .stopped: .runAgain
    case .diskFull(_, let free, let needed): .makeRoomFor(free: free, needed: needed)
    case .system(_, let errno), .cannotBeListed(let errno): Self.remedy(errno)
    case .severalArticles(_, let first): .giveNumber(first)
    case .store(let code, _): Self.remedy(code)
    case .notRemembered, .checkNotStarted, .invalid: nil
    }
  }

  /// What a failed system call means.
  private static func code(_ errno: Errno) -> IndexError.Code {
    switch errno {
    case .noSuchFileOrDirectory: .missing
    case .notDirectory, .fileNameTooLong: .invalidArgument
    case .permissionDenied, .notPermitted, .readOnlyFileSystem: .permission
    case .noSpace, .diskQuotaExceeded: .diskFull
    default: .inputOutput
    }
  }

  private static func remedy(_ errno: Errno) -> IndexError.Remedy? {
    switch code(errno) {
    case .missing, .invalidArgument: .checkPath
    case .permission: .checkPermissions
    case .diskFull: .makeRoom
    default: nil
    }
  }

  /// What can be done about a failure of the store.
  private static func remedy(_ code: IndexError.Code) -> IndexError.Remedy? {
    switch code {
    case .locked: .waitForWriter
    case .corrupt: .rebuild
    case .diskFull: .keepAndMakeRoom
    case .inputOutput: .checkDisk
    case .modified: .tryAgain
    default: nil
    }
  }
}
