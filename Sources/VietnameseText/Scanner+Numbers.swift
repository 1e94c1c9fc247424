/// Numbers: where they divide, and how they are written.
extension Scanner {
  /// Reads a number that begins with an ASCII digit, its separators included.
  mutating func scanNumber(from index: Int, into list: inout TokenList) -> Int {
    let number = NumberShape(bytes, from: index)
    for group in number.tokens {
      for position in group where bytes[position] >= 0x30 && bytes[position] <= 0x39 {
        append(
          Letter(folded: UInt32(bytes[position]), exact: UInt32(bytes[position])), at: position,
          length: 1, isNumber: true, &list)
      }
      if let point = number.decimalPoint, group.contains(point) {
        let fraction = group.upperBound - point - 1
        insertPoint(before: fraction)
      }
      if group.upperBound < number.end {
        finish(&list)
        connect()
      }
    }
    return number.end
  }

  /// Puts `.` before the last `fraction` digits.
  private mutating func insertPoint(before fraction: Int) {
    let position = max(0, count - fraction)
    for index in stride(from: count, to: position, by: -1) { letters[index] = letters[index - 1] }
    letters[position] = Letter(folded: 0x2E, exact: 0x2E)
    count += 1
  }
}
