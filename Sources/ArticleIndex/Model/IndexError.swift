/// What stops an operation on an index: a code to act on, the subject, what to do, and the cause.
///
/// One type is thrown throughout the library (`throws(IndexError)`). The command line prints
/// ``description`` on one line and turns ``code`` into its exit status, in one place.
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
    /// Not an index of mucluc, or one this version cannot read.
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
    /// Anything else; the message says what.
    case other
  }

  /// What kind of failure it is.
  public var code: Code
  /// What it happened to: a path, a query, a document; may be empty.
  public var subject: String
  /// What went wrong, without the subject, in one line.
  public var reason: String
  /// What the user can do about it, in one line; may be empty.
  public var remedy: String

  public init(_ code: Code, subject: String = "", reason: String, remedy: String = "") {
    self.code = code
    self.subject = subject
    self.reason = reason
    self.remedy = remedy
  }

  /// `subject: reason (remedy)` on one line.
  public var description: String {
    let head = subject.isEmpty ? reason : "\(subject): \(reason)"
    return remedy.isEmpty ? head : "\(head) (\(remedy))"
  }
}
