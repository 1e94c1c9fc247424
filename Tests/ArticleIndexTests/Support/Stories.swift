@testable import ArticleIndex

/// Articles of made-up words: two of different seeds have hardly a run of words in common.
enum Stories {
  /// The words of a story; a longer one of the same seed begins like a shorter one.
  static func words(_ seed: UInt64, _ count: Int) -> [String] {
    var random = RandomArticles(seed: seed)
    return (0..<count).map { _ in
      let onset = random.pick(
        ["b", "ch", "d", "gi", "kh", "l", "m", "ng", "ph", "s", "tr"], or: "v")
      return onset + random.pick(["anh", "ơn", "uế", "inh", "oài", "ưa", "en", "ốc"], or: "a")
    }
  }

  static func body(_ seed: UInt64, _ count: Int) -> String {
    words(seed, count).joined(separator: " ")
  }
}
