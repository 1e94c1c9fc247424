/// Canonical spelling of a Vietnamese syllable: where its tone stands, and `i` for final `y`.
///
/// Two spellings are in use: the old style (`hòa`, `thủy`, `khỏe`) and the new (`hoà`, `thuỷ`,
/// `khoẻ`); both write the same word. The tone is moved to where the new style has it. The rules are
/// those of Quyết định 1989/QĐ-BGDĐT (2018) for the new style, extended so that *any* placement
/// inside the vowel cluster gives the same result.
enum TonePlacement {
  /// Moves the one tone of `letters` to its canonical place and writes an open syllable's single
  /// final `y` as `i`. Words that do not have the shape of a Vietnamese syllable (vowels in several
  /// places, no vowel, several tones, other scripts) are left as they are.
  ///
  /// - Parameter letters: the letters of one token.
  @inline(__always)
  static func canonicalize(_ letters: UnsafeMutableBufferPointer<Letter>) {
    guard letters.count > 1, letters.count <= 8, let cluster = Cluster(letters) else { return }
    if cluster.count == 1, cluster.endIndex == letters.count {
      replaceFinalY(in: letters, at: cluster.startIndex)
    }
    if cluster.fullCount > 1 { placeTone(in: letters, cluster: cluster) }
  }

  private static func placeTone(in letters: UnsafeMutableBufferPointer<Letter>, cluster: Cluster) {
    var found = -1
    for index in letters.indices where letters[index].hasTone {
      guard found < 0, index >= cluster.fullStart, index < cluster.endIndex else { return }
      found = index
    }
    guard found >= 0 else { return }
    let target = tonePosition(in: letters, cluster: cluster)
    guard target != found else { return }
    letters[target].tone = letters[found].tone
    letters[found].tone = .level
  }

  /// The vowels of a syllable, which stand together.
  private struct Cluster {
    /// The first vowel.
    var fullStart: Int
    /// The first vowel without the `u` of `qu` and the `i` of `gi`, which belong to the onset.
    var startIndex: Int
    /// Past the last vowel.
    var endIndex: Int
    var count: Int { endIndex - startIndex }
    var fullCount: Int { endIndex - fullStart }

    /// Nil unless all letters are Latin and the vowels stand together.
    @inline(__always)
    init?(_ letters: UnsafeMutableBufferPointer<Letter>) {
      var vowels: UInt32 = 0
      for index in letters.indices {
        guard letters[index].isLatin else { return nil }
        if letters[index].isVowel { vowels |= 1 << UInt32(truncatingIfNeeded: index) }
      }
      guard vowels != 0 else { return nil }
      fullStart = vowels.trailingZeroBitCount
      endIndex = 32 - vowels.leadingZeroBitCount
      startIndex = fullStart
      guard vowels.nonzeroBitCount == endIndex - fullStart else { return nil }
      if endIndex - fullStart > 1, fullStart > 0 {
        let (onset, vowel) = (letters[fullStart - 1].folded, letters[fullStart])
        let isQu = onset == 0x71 && vowel.folded == 0x75
        let isGi = onset == 0x67 && fullStart == 1 && vowel.folded == 0x69
        if (isQu || isGi) && vowel.exact == vowel.folded { startIndex += 1 }
      }
    }
  }

  private static func tonePosition(
    in letters: UnsafeMutableBufferPointer<Letter>, cluster: Cluster
  ) -> Int {
    // ươ, uô, iê, yê, uyê, ưa, ưu …: the tone stands on the last vowel that has a mark of its own.
    for index in (cluster.startIndex..<cluster.endIndex).reversed()
    where letters[index].isMarkedVowel {
      return index
    }
    switch cluster.count {
    case 1: return cluster.startIndex
    case 2:
      let hasCoda = cluster.endIndex < letters.count
      let second = letters[cluster.startIndex + 1].folded
      switch (letters[cluster.startIndex].folded, second) {
      case (0x6F, 0x61), (0x6F, 0x65), (0x75, 0x79): return cluster.startIndex + 1  // oa, oe, uy
      default: return hasCoda ? cluster.startIndex + 1 : cluster.startIndex
      }
    default: return cluster.startIndex + 1  // oai, oay, oeo, uya, uyu
    }
  }

  /// `kỹ` = `kĩ`, `lý` = `lí`, `quý` = `quí`: both spellings are standard after h, k, l, m, s, t, v
  /// and qu. `thy`, `duy`, `may` and a lone `y` are other words and stay.
  private static func replaceFinalY(
    in letters: UnsafeMutableBufferPointer<Letter>, at index: Int
  ) {
    guard letters[index].folded == 0x79 else { return }
    let isAfterQu = index == 2 && letters[0].folded == 0x71
    let isAfterSingleConsonant =
      index == 1
      && [0x68, 0x6B, 0x6C, 0x6D, 0x73, 0x74, 0x76].contains(letters[0].folded)
    guard isAfterQu || isAfterSingleConsonant else { return }
    if letters[index].exact == 0x79 { letters[index].exact = 0x69 }
    letters[index].folded = 0x69
  }
}
