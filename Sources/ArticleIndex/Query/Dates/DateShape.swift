import VietnameseText

/// A date as typed, reduced to what its wording is compared by: folded words, `#` for numbers, `/`
/// between numbers that a slash, dash or full stop joins.
///
/// `Tháng 6 năm 2020` is `thang # nam #` with 6 and 2020; `8-6-2020` is `#/#/#`.
struct DateShape {
  /// The wording, pieces one space apart, `/` without spaces.
  private(set) var wording = ""
  /// The numbers in order: what they are worth and how many digits they have.
  private(set) var numbers: [(value: Int, digits: Int)] = []
  private var words: [String] = []

  /// More bytes than any date takes.
  static let maximumBytes = 64

  /// Nil for a text that is too long, empty, or holds anything else than words and numbers.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count <= Self.maximumBytes else { return nil }
    var word = ""
    var digits = ""
    var separator = false
    for scalar in Folding.folded(text).unicodeScalars {
      switch scalar {
      case "0"..."9":
        end(&word)
        if separator { join(isNumber: true, &separator) }
        digits.unicodeScalars.append(scalar)
      case "a"..."z":
        end(digits: &digits)
        if separator { join(isNumber: false, &separator) }
        word.unicodeScalars.append(scalar)
      case " ", "\u{A0}", "_", ",":
        end(&word)
        end(digits: &digits)
      case "/", "-", ".":
        guard !separator else { return nil }
        end(&word)
        end(digits: &digits)
        separator = !words.isEmpty
        guard separator else { return nil }
      default: return nil
      }
      guard digits.count <= 8 else { return nil }
    }
    end(&word)
    end(digits: &digits)
    guard !separator, !words.isEmpty else { return nil }
    replaceNames()
    wording = words.joined(separator: " ").replacing(" / ", with: "/")
  }

  /// A separator counts between numbers only: `last-week` is two words.
  private mutating func join(isNumber: Bool, _ separator: inout Bool) {
    if isNumber, words.last == "#" { words.append("/") }
    separator = false
  }

  private mutating func end(_ word: inout String) {
    guard !word.isEmpty else { return }
    words.append(word)
    word = ""
  }

  private mutating func end(digits: inout String) {
    guard !digits.isEmpty else { return }
    numbers.append((Int(digits) ?? 0, digits.count))
    words.append("#")
    digits = ""
  }

  /// Vietnamese names of months and quarters, folded, as they stand behind `tháng` and `quý`.
  private static let ordinals = [
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "chap": 12, "i": 1, "ii": 2, "iii": 3, "iv": 4,
  ]
  private static let englishMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Turns names of months and quarters into numbers; an English month becomes `month #`.
  private mutating func replaceNames() {
    var result: [String] = []
    var counted = 0
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "#" { counted += 1 }
      if result.last == "thang" || result.last == "quy", let value = Self.ordinals[word] {
        var value = value
        if word == "muoi", index < words.count, words[index] == "mot" || words[index] == "hai" {
          value = words[index] == "mot" ? 11 : 12
          index += 1
        }
        // "tháng năm" is May; "quý năm nay" and "tháng năm ngoái" are not.
        let isYear = word == "nam" && (result.last == "quy" || isRelative(at: index))
        if !isYear {
          result.append("#")
          numbers.insert((value, 1), at: counted)
          counted += 1
          continue
        }
      }
      let month =
        word.utf8.count < 3
        ? nil
        : Self.englishMonths.firstIndex {
          $0 == word || word.utf8.count == 3 && $0.hasPrefix(word)
            || word == "sept" && $0 == "september"
        }
      if let month {
        result += ["month", "#"]
        numbers.insert((month + 1, 1), at: counted)
        counted += 1
      } else {
        result.append(word)
      }
    }
    words = result
  }

  private func isRelative(at index: Int) -> Bool {
    index < words.count && ["nay", "ngoai", "truoc", "qua"].contains(words[index])
  }
}
