/// How a written number divides into tokens.
///
/// Vietnamese writes `165.000` and `3,5`; English and much copied text `165,000` and `3.5`. Groups
/// of three digits after one kind of separator are thousands; a single other group is a decimal
/// fraction; anything else (`08.06.2020`, `192.168.1.1`) is several numbers, joined.
struct NumberShape {
  /// The byte ranges of the tokens, ascending, thousands separators included.
  private(set) var tokens: [Range<Int>]
  /// Where the decimal separator stands, if the (single) token has a fraction.
  private(set) var decimalPoint: Int?
  /// Past the last digit.
  private(set) var end: Int

  /// Reads the number that begins at `start`, which holds an ASCII digit.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    func isDigit(_ index: Int) -> Bool {
      index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39
    }
    // The common case: no separator.
    var index = start
    while isDigit(index) { index += 1 }
    end = index
    tokens = [start..<index]
    decimalPoint = nil
    guard index < bytes.count, bytes[index] == 0x2E || bytes[index] == 0x2C, isDigit(index + 1)
    else { return }

    var groups = tokens
    while index < bytes.count, bytes[index] == 0x2E || bytes[index] == 0x2C, isDigit(index + 1),
      groups.count < 64
    {
      let first = index + 1
      index = first
      while isDigit(index) { index += 1 }
      groups.append(first..<index)
    }
    end = index

    let separators = groups.dropFirst().map { bytes[$0.lowerBound - 1] }
    let hasThousandsHead = groups[0].count <= 3 && bytes[start] != 0x30
    let isThousands = { (count: Int) in
      hasThousandsHead && separators.prefix(count).allSatisfy { $0 == separators[0] }
        && groups.dropFirst().prefix(count).allSatisfy { $0.count == 3 }
    }
    let last = separators.count - 1
    if isThousands(separators.count) {
      tokens = [start..<end]
    } else if separators.count == 1
      || isThousands(last) && separators[last] != separators[0]
    {
      tokens = [start..<end]
      decimalPoint = groups[last + 1].lowerBound - 1
    } else {
      tokens = groups
    }
  }
}
