/// The terms that suggestions ask the index about.
enum SuggestingTerms {
  /// Two neighbours, folded.
  static func pair(_ left: String, _ right: String) -> [UInt8] {
    Array(Schema.Prefix.pair.utf8Bytes) + Array(left.utf8) + [0x20] + Array(right.utf8)
  }

  /// An exact form that differs from its folded one.
  static func exact(_ form: String) -> [UInt8] {
    Array(Schema.Prefix.exact.utf8Bytes) + Array(form.utf8)
  }
}
