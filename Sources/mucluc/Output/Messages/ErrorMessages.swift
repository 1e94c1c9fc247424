import ArticleIndex
import ArticleReading
import SystemPackage

/// What the program says when it stops, and about files that it could not read.
enum ErrorMessages {
  static let noArguments = "the arguments cannot be read: is /proc mounted?"
  static let noProgram = "the program cannot find itself: is /proc mounted? (use --in-process)"

  /// An error of the library on one line: `subject: reason (remedy)`.
  static func line(_ error: IndexError) -> String {
    line(error.subject, error.cause.message, error.remedyMessage)
  }

  /// What `check` found, on one line.
  static func line(_ finding: IndexCheck.Finding, in index: FilePath) -> String {
    line(finding.subject, finding.cause.message, finding.remedyMessage(in: index))
  }

  /// A file that could not be read.
  static func line(_ failure: IndexReport.Failure) -> String {
    "\(failure.path.string): \(failure.message)"
  }

  static func noArticle(_ reference: String) -> String {
    line(
      reference, "no such article is in the index", "give the number or path of a hit")
  }

  private static func line(_ subject: String, _ reason: String, _ remedy: String?) -> String {
    (subject.isEmpty ? "" : "\(subject): ") + reason + (remedy.map { " (\($0))" } ?? "")
  }
}

extension IndexError {
  /// What can be done, in words; nil if nothing general can be said.
  var remedyMessage: String? { remedy?.message(for: subject) }
}

extension IndexError.Cause {
  /// What went wrong, in words, without its subject.
  var message: String {
    switch self {
    case .noIndex: "there is no index here"
    case .generationGone(let name): "its database \(name) is gone"
    case .indexIsFile: "is a file, not an index folder"
    case .folderIsDatabase: "is a Xapian database, not an index folder"
    case .foreignDatabase: "is a Xapian database, but not one mucluc made"
    case .notAnIndex: "is not an index of mucluc"
    case .otherVersion(let schema, let analyzer, let expectedSchema, let expectedAnalyzer):
      "was made by another version of mucluc (schema \(schema), analyzer \(analyzer); this is"
        + " schema \(expectedSchema), analyzer \(expectedAnalyzer))"
    case .stubLine(let line):
      "line \(line) names neither a generation of this index nor a server (remote HOST:PORT)"
    case .stubTooLong(let maximum): "names more than \(maximum) databases"
    case .stubEmpty: "names no database"
    case .cannotBeUpdated:
      "names several databases or a server, so it can be searched but not updated"
    case .locked: "another writer holds the index"
    case .noSuchFolder: "there is no such folder"
    case .isFile: "is a file, not a folder"
    case .cannotBeListed(let errno): "cannot be listed: \(errno)"
    case .insideIndexFolder: "is inside the index folder, where no articles are looked for"
    case .noFolders: "it remembers no folder"
    case .notRemembered(let folders):
      "the index does not remember this folder, but "
        + (folders.isEmpty ? "none" : folders.joined(separator: ", "))
    case .foldersUnknown(let cause):
      "the folders it was made from cannot be read: \(cause.message)"
    case .massRemoval(let left, let before):
      "rebuilt it would have \(left) articles instead of \(before), so it is left as it was"
    case .badTable(let error): error.message
    case .stopped: "the run was stopped; nothing of it is in the index"
    case .diskFull(let cause, _, _): "the disk is full: \(cause.message)"
    case .system(let action, let errno): "cannot \(action.message): \(errno)"
    case .checkNotStarted(let errno): "the check could not be started: \(errno)"
    case .readingCrashed(let signal): "is damaged: reading it ended in signal \(signal)"
    case .readingHung(let seconds): "is damaged: reading it did not end within \(seconds) s"
    case .checkFailed: "is damaged: the check did not end well"
    case .severalArticles(let count, _): "holds \(count) articles"
    case .unreadableArticle: "its stored data cannot be read"
    case .invalid(let input): input.message
    case .store(_, let detail): detail
    }
  }
}

extension IndexError.Action {
  fileprivate var message: String {
    switch self {
    case .read: "be read"
    case .write: "be written"
    case .make: "be made"
    case .replace: "be replaced"
    case .lock: "be locked"
    }
  }
}

extension IndexError.InvalidInput {
  var message: String {
    switch self {
    case .emptyTerm: "a term is empty"
    case .longTerm(let bytes, let maximum):
      "a term of \(bytes) bytes is over the limit of \(maximum)"
    case .tooManyValues: "too many values"
    case .lateValue: "a value was added after a term"
    case .longBytes: "a byte string is over 4 GiB"
    case .numberZero: "no document has the id 0"
    case .tooManyDocuments: "too many document ids"
    case .badID: "an id is empty or holds a NUL"
    }
  }
}

extension IndexError.Remedy {
  /// What can be done, in words.
  fileprivate func message(for subject: String) -> String {
    switch self {
    case .checkPath: "check the path"
    case .nameItsFolder: "name the folder it is in"
    case .checkPermissions: "check its permissions"
    case .makeIndex: "make one with: mucluc index FOLDER --index \(subject)"
    case .rebuild:
      subject.hasPrefix("document ") || subject.isEmpty
        ? "mucluc index --rebuild" : "mucluc index --rebuild --index \(subject)"
    case .rebuildNamingFolders: "mucluc index --rebuild FOLDER --index \(subject)"
    case .nameFolders: "name them: mucluc index --rebuild FOLDER --index \(subject)"
    case .nameFolder: "name one: mucluc index --rebuild FOLDER --index \(subject)"
    case .nameIndex: "name an index folder of mucluc with --index"
    case .nameAnotherIndex: "name another index folder with --index"
    case .nameIndexFolder: "name a folder with --index"
    case .nameFolderOfIndex: "name the index folder with --index"
    case .updateEachIndex: "update each index in its own folder, or name another one with --index"
    case .wait: "wait for it to end, or give --wait SECONDS"
    case .runLater: "run again when it has ended"
    case .waitForWriter: "wait until the other writer has ended"
    case .runAgain: "run it again to finish"
    case .tryAgain: "try again"
    case .makeRoom: "make room and run again"
    case .makeRoomFor(let free, let needed):
      "free some space: \(Self.megabytes(free)) are free"
        + (needed.map { ", about \(Self.megabytes($0)) are needed" } ?? "")
        + "; the index is as it was"
    case .keepAndMakeRoom: "free some space; the last committed state is kept"
    case .checkDisk: "check the disk; the system log says more"
    case .allowMassRemoval:
      "look whether the folders are all there; if so: --allow-mass-removal"
    case .correctTable: "correct the table and run again"
    case .giveNumber(let first): "give the number of one: \(first) is the first"
    }
  }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = bytes / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}

extension IndexCheck.Finding {
  /// What can be done, in words.
  func remedyMessage(in index: FilePath) -> String {
    "mucluc index --rebuild --index \(index.string)"
  }
}

extension IndexCheck.Finding.Cause {
  /// What is wrong, in words.
  var message: String {
    switch self {
    case .damaged(let detail): "is damaged: \(detail)"
    case .withoutPath(let having, let articles): "\(having) of \(articles) articles have a path"
    case .terms(.notUnique): "it should have exactly one term of its own"
    case .terms(.missing(let term)):
      "its terms are not those of its text: \(term) is missing"
    case .terms(.length(let found, let expected)):
      "its terms are not those of its text: they count \(found) words and pairs, not \(expected)"
    case .surplusPostings(let more):
      "its articles have \(abs(more) == 1 ? "1 term" : "\(abs(more)) terms")"
        + " \(more > 0 ? "more" : "fewer") than their texts"
    case .failure(let cause): cause.message
    }
  }
}
