/// Counts the forms of one document at a time.
struct FormCounter {
  private var table = FormTable()
  /// Count by form number.
  private var counts: [UInt32] = []
  /// The forms with a count, in the order first seen.
  private var counted: [Int] = []

  /// How many different forms have been seen in all documents.
  var formCount: Int { table.count }

  /// Counts a form and returns its number.
  @discardableResult @inline(__always)
  mutating func count(_ form: UnsafeBufferPointer<UInt8>, _ weight: UInt16) -> Int {
    let number = table.number(of: form)
    if number == counts.count { counts.append(0) }
    if counts[number] == 0 { counted.append(number) }
    counts[number] &+= UInt32(weight)
    return number
  }

  /// Lends all forms by number for the time of a call.
  @inline(__always)
  func withForms(_ body: (FormTable.Forms) throws(IndexError) -> Void) throws(IndexError) {
    try table.withForms(body)
  }

  /// Calls `body` with every form counted since the last ``forgetCounts()``, borrowed, and its count.
  @inline(__always)
  func forEachCounted(
    _ body: (_ form: UnsafeBufferPointer<UInt8>, _ count: UInt16) throws(IndexError) -> Void
  ) throws(IndexError) {
    try table.withForms { forms throws(IndexError) in
      for number in counted { try body(forms[number], UInt16(clamping: counts[number])) }
    }
  }

  /// Starts the next document; the forms keep their numbers.
  mutating func forgetCounts() {
    for number in counted { counts[number] = 0 }
    counted.removeAll(keepingCapacity: true)
  }
}

/// Counts the pairs of neighbours of one document at a time: by sorting small integers.
struct PairCounter {
  /// Both form numbers and the weight, as `first << 36 | second << 8 | weight`, so that equal pairs
  /// sort together.
  private var pairs: [UInt64] = []

  /// Counts a pair of form numbers (below 2^28).
  @inline(__always)
  mutating func count(_ first: Int, _ second: Int, _ weight: UInt16) {
    pairs.append(UInt64(first) << 36 | UInt64(second) << 8 | UInt64(weight & 0xFF))
  }

  /// To be called before ``forEachCounted(_:)``.
  mutating func sort() { pairs.sort() }

  /// Calls `body` with every different pair and its count.
  @inline(__always)
  func forEachCounted(
    _ body: (_ first: Int, _ second: Int, _ count: UInt16) throws(IndexError) -> Void
  ) throws(IndexError) {
    var index = 0
    while index < pairs.count {
      let key = pairs[index] >> 8
      var count: UInt64 = 0
      while index < pairs.count, pairs[index] >> 8 == key {
        count += pairs[index] & 0xFF
        index += 1
      }
      try body(Int(key >> 28), Int(key & 0xFFF_FFFF), UInt16(clamping: count))
    }
  }

  /// Starts the next document.
  mutating func forgetCounts() {
    pairs.removeAll(keepingCapacity: true)
  }
}
