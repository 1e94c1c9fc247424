/// How the marks a user typed are taken.
///
/// In every mode a syllable typed without marks matches any spelling; the mode decides what typed
/// marks do, syllable by syllable.
public enum AccentMode: String, Sendable, CaseIterable {
  /// Typed marks rank their own spelling first; other spellings follow.
  case prefer
  /// Typed marks mean nothing.
  case ignore
  /// A syllable typed with marks matches only its own spelling.
  case require
}
