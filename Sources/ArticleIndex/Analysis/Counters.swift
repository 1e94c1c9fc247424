/// Counts the forms of one document at a time.
struct FormCounter {
  private var table = FormTable()
  /// Count by form number.
  private var counts: [UInt32] = []
  /// The forms with a count, in the order first seen.
  private var counted: [Int] = []

  /// How many different forms have been seen in all documents.
  var formCount: Int { table.count }

  /// Counts a form.
  mutating func count(_ form: UnsafeBufferPointer<UInt8>, _ weight: UInt16) {
    count(CollectionOfOne(UInt32(truncatingIfNeeded: number(of: form))), weight)
  }

  /// The number of a form, to be counted by.
  mutating func number(of form: UnsafeBufferPointer<UInt8>) -> Int {
    let number = table.number(of: form)
    if number == counts.count { counts.append(0) }
    return number
  }

  /// Counts forms by their numbers.
  @inline(__always)
  mutating func count(_ numbers: some Sequence<UInt32>, _ weight: UInt16) {
    counts.withUnsafeMutableBufferPointer { counts in
      for number in numbers {
        let before = counts[Int(number)]
        counts[Int(number)] = before &+ UInt32(weight)
        if before == 0 { counted.append(Int(number)) }
      }
    }
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
