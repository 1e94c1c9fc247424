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
    count(number: number, weight)
    return number
  }

  /// Counts a form that has been counted before, in this document or another.
  @inline(__always)
  mutating func count(number: Int, _ weight: UInt16) {
    let before = counts[number]
    counts[number] = before &+ UInt32(weight)
    if before == 0 { counted.append(number) }
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
