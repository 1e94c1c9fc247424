/// The rule for terms that every database imposes.
package enum TermLimit {
  /// The longest term in bytes, where a NUL byte counts as two.
  package static let bytes = 245

  /// Throws ``IndexError/Code/invalidArgument`` for a term that is empty or too long.
  @inline(__always)
  static func require(_ term: UnsafeBufferPointer<UInt8>) throws(IndexError) {
    // The common case without counting: too short to be over the limit even if all were NUL.
    if term.count > 0, term.count <= bytes / 2 { return }
    let size = term.reduce(into: 0) { $0 += $1 == 0 ? 2 : 1 }
    guard size > 0, size <= bytes else {
      throw error(bytes: size)
    }
  }

  /// What is wrong with a term of so many bytes.
  static func error(bytes size: Int) -> IndexError {
    IndexError(.invalid(size == 0 ? .emptyTerm : .longTerm(bytes: size, maximum: bytes)))
  }
}
