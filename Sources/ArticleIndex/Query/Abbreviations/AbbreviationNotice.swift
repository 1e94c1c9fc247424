public import SystemPackage

/// What is wrong with the table of abbreviations of an index folder.
///
/// A program words it in its user's language.
public enum AbbreviationNotice: Sendable, Equatable {
  /// The file cannot be read; the built-in abbreviations are used.
  case unreadable(FilePath, reason: String)
  /// The file is no text; the built-in abbreviations are used.
  case noText(FilePath)
  /// A line, counted from 1, is left out.
  case line(FilePath, Int, Flaw)
  /// So many more lines are left out.
  case moreLines(FilePath, Int)

  /// Why a line is no entry.
  public enum Flaw: Error, Equatable {
    /// There is no tab, or more than one.
    case columns
    /// There is no word on one side of the tab or of a bar.
    case noWord
    /// A form has more than so many words.
    case tooManyWords(maximum: Int)
    /// A spelling is a single letter.
    case oneLetter
    /// The table has more than so many entries; this one and those after it are left out.
    case tooManyEntries(maximum: Int)
  }
}
