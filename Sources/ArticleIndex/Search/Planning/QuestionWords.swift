/// Words of a question that only ask: what is wanted is in the others.
enum QuestionWords {
  private static let exact: Set<String> = [
    "ai", "gì", "nào", "đâu", "sao", "mấy", "bao", "nhiêu", "không", "thế", "như",
  ]
  /// As they are typed without marks.
  private static let folded: Set<String> = [
    "ai", "gi", "nao", "dau", "sao", "may", "bao", "nhieu", "khong", "the", "nhu",
  ]

  static func contains(_ word: PlannedToken) -> Bool {
    word.exact.map(exact.contains) ?? folded.contains(word.folded)
  }
}
