public import ArticleReading
public import SystemPackage

/// What stops an operation on an index: what it is about, the cause, and what can be done.
///
/// One type is thrown throughout the library (`throws(IndexError)`). It holds no sentence for people:
/// a program words ``cause-swift.property`` and ``remedy-swift.property`` in its user's language, and
/// acts on ``code-swift.property``.
///
/// ```swift
/// do {
///   _ = try SearchIndex(at: IndexFolder("Index"))
/// } catch {
///   if error.code == .missing { print("\(error.subject): index the articles first") }
/// }
/// ```
public struct IndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of failure a caller can tell apart.
  public enum Code: String, Sendable, CaseIterable {
    /// Another writer holds the index.
    case locked
    /// There is no index, file, folder or document where one was named.
    case missing
    /// A reader was overtaken by a commit; reopening and retrying helps.
    case modified
    /// The index's files are damaged.
    case corrupt
    /// Not an index of this library, or one it cannot read.
    case notAnIndex
    /// The index was made with another schema or analyzer version.
    case otherVersion
    /// The disk or quota is full.
    case diskFull
    /// The file system refused access.
    case permission
    /// The caller's input is wrong.
    case invalidArgument
    /// The backend cannot do it (a remote database, say).
    case unsupported
    /// A remote database did not answer.
    case network
    /// The caller asked to stop; nothing is lost but what the run had not committed.
    case interrupted
    /// Most of an index would have been removed; it was left as it was.
    case massRemoval
    /// Reading or writing a file failed for another reason.
    case inputOutput
    /// Anything else.
    case other
  }

  /// What went wrong. Cases may be added.
  public enum Cause: Sendable, Equatable {
    // MARK: The index folder

    /// There is no index in the folder.
    case noIndex
    /// The generation that the stub names is not there.
    case generationGone(String)
    /// A file is where the index folder was expected.
    case indexIsFile
    /// The folder is a Xapian database itself.
    case folderIsDatabase
    /// A Xapian database that was not made by this library.
    case foreignDatabase
    /// The folder holds neither an index nor a database.
    case notAnIndex
    /// The index was made with another schema or analyzer.
    case otherVersion(
      schema: String, analyzer: String, expectedSchema: String, expectedAnalyzer: String)
    /// The line of the stub, from 1, names neither a generation of the index nor a server.
    case stubLine(Int)
    /// The stub names more databases than so many.
    case stubTooLong(maximum: Int)
    /// The stub names no database.
    case stubEmpty
    /// The stub names several databases or a server, which can be searched but not written.
    case cannotBeUpdated
    /// Another writer holds the index; whether it was waited for.
    case locked(waited: Bool)

    // MARK: Folders of articles

    /// There is no folder at the path.
    case noSuchFolder
    /// The path names a file, not a folder.
    case isFile
    /// The folder cannot be listed.
    case cannotBeListed(Errno)
    /// The folder lies in the index folder, where no articles are looked for.
    case insideIndexFolder
    /// The index remembers no folder to read again.
    case noFolders
    /// The folder is none of those that the index remembers.
    case notRemembered(folders: [String])
    /// What the index remembers of its folders cannot be read.
    indirect case foldersUnknown(Cause)
    /// The index would have kept less than half of its articles.
    case massRemoval(left: Int, before: Int)
    /// A table of furniture cannot be read.
    case badTable(ReadingError)

    // MARK: Runs

    /// The run was stopped by its caller.
    case stopped
    /// The disk is full: what failed, how many bytes are free, and how many more are needed, if that
    /// is known.
    indirect case diskFull(Cause, free: Int, needed: Int?)
    /// A file or folder: what was to be done with it, and why that failed.
    case system(Action, Errno)
    /// The process that was to check the index could not be started.
    case checkNotStarted(Errno)
    /// Reading the index ended in a signal of this number.
    case readingCrashed(signal: Int)
    /// Reading the index did not end within so many seconds.
    case readingHung(seconds: Int)
    /// The check ended without a result.
    case checkFailed

    // MARK: Articles and terms

    /// The file holds so many articles; the number of the first.
    case severalArticles(Int, first: UInt32)
    /// The stored data of an article cannot be read.
    case unreadableArticle
    /// An article or query holds something that cannot be stored or asked for.
    case invalid(InvalidInput)
    /// What the store reports, in its own words.
    case store(Code, detail: String)
  }

  /// What was to be done with a file or folder.
  public enum Action: String, Sendable {
    /// Read it.
    case read
    /// Write to it.
    case write
    /// Make it.
    case make
    /// Put another in its place.
    case replace
    /// Lock it.
    case lock
  }

  /// What cannot be stored or asked for.
  public enum InvalidInput: Sendable, Equatable {
    /// A term without bytes.
    case emptyTerm
    /// A term of more bytes than there may be.
    case longTerm(bytes: Int, maximum: Int)
    /// More values than a document holds.
    case tooManyValues
    /// A value that was added behind a term.
    case lateValue
    /// A byte string of over 4 GiB.
    case longBytes
    /// The number 0, which no document has.
    case numberZero
    /// More documents than a query can name.
    case tooManyDocuments
    /// An id of an article that is empty or holds a NUL.
    case badID
  }

  /// What can be done about a failure. Cases may be added.
  public enum Remedy: Sendable, Equatable {
    /// Look at the path.
    case checkPath
    /// Name the folder that the file is in.
    case nameItsFolder
    /// Look at the permissions.
    case checkPermissions
    /// Make an index there first.
    case makeIndex
    /// Build the index anew from its folders.
    case rebuild
    /// Build the index anew and name its folders.
    case rebuildNamingFolders
    /// Name the folders to read, for a rebuild.
    case nameFolders
    /// Name at least one folder to read, for a rebuild.
    case nameFolder
    /// Name an index folder of this library.
    case nameIndex
    /// Name another index folder.
    case nameAnotherIndex
    /// Name a folder, where a file was named.
    case nameIndexFolder
    /// Name the folder of an index.
    case nameFolderOfIndex
    /// Update each index in its own folder, or name another one.
    case updateEachIndex
    /// Wait for the other writer, or have the run wait.
    case wait
    /// Wait for the other writer, which was waited for in vain.
    case runLater
    /// Wait until the writer that has the database has ended.
    case waitForWriter
    /// Run again to finish.
    case runAgain
    /// Do the same again.
    case tryAgain
    /// Make room and run again.
    case makeRoom
    /// Make room: so many bytes are free, so many more are needed if that is known. What was committed
    /// is kept.
    case makeRoomFor(free: Int, needed: Int?)
    /// Make room; the last committed state is kept.
    case keepAndMakeRoom
    /// Look at the disk.
    case checkDisk
    /// Look whether the folders are there; if so, allow the removal.
    case allowMassRemoval
    /// Correct the table.
    case correctTable
    /// Give the number of one article; that of the first.
    case giveNumber(UInt32)
  }

  /// What it happened to: a path, a query, a document; may be empty.
  public var subject: String
  /// What went wrong.
  public var cause: Cause

  /// An error with this cause.
  public init(_ cause: Cause, subject: String = "") {
    (self.cause, self.subject) = (cause, subject)
  }

  /// What kind of failure it is.
  public var code: Code { cause.code }

  /// What can be done about it; nil if nothing general can be said.
  public var remedy: Remedy? { cause.remedy }

  /// For debugging and logs, on one line. People are told in a program's own words.
  public var description: String {
    let text = "\(code.rawValue): \(cause)".map { $0.isNewline ? " " : $0 }
    return (subject.isEmpty ? "" : "\(subject): ") + String(text)
  }
}
