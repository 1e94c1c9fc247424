/// Gives every different form a small number, so that terms are counted and compared as integers.
///
/// Open addressing over one arena of bytes; no String is made. Not for sharing between threads.
struct FormTable {
  /// How many bytes behind a borrowed form can be read, whatever they hold.
  static let slack = 16

  /// The forms one after the other, and ``slack`` bytes behind them.
  private var arena = [UInt8](repeating: 0, count: Self.slack)
  private var starts: [UInt32] = [0]
  private var slots: [UInt32]
  private var mask: Int

  init() {
    slots = [UInt32](repeating: 0, count: 1 << 15)
    mask = slots.count - 1
  }

  /// How many different forms it holds; their numbers are `0..<count`.
  var count: Int { starts.count - 1 }

  /// The number of a form of 1…255 bytes.
  @inline(__always)
  mutating func number(of form: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Self.hash(form) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isEqual(number, form) { return number }
      slot = (slot + 1) & mask
    }
    return insert(form, at: slot)
  }

  /// The bytes of a form.
  func form(_ number: Int) -> ArraySlice<UInt8> {
    arena[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// Lends all forms by number for the time of a call; behind each, ``slack`` bytes can be read.
  @inline(__always)
  func withForms<Result>(
    _ body: (Forms) throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    try arena.withUnsafeBufferPointer { arena throws(IndexError) in
      try starts.withUnsafeBufferPointer { starts throws(IndexError) in
        try body(Forms(arena: arena, starts: starts))
      }
    }
  }

  /// Forms by number, borrowed.
  struct Forms {
    fileprivate let arena: UnsafeBufferPointer<UInt8>
    fileprivate let starts: UnsafeBufferPointer<UInt32>

    @inline(__always)
    subscript(number: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: arena[Int(starts[number])..<Int(starts[number + 1])])
    }
  }

  private mutating func insert(_ form: UnsafeBufferPointer<UInt8>, at slot: Int) -> Int {
    arena.removeLast(Self.slack)
    arena.append(contentsOf: form)
    starts.append(UInt32(truncatingIfNeeded: arena.count))
    arena.append(contentsOf: repeatElement(0, count: Self.slack))
    slots[slot] = UInt32(truncatingIfNeeded: count)
    let number = count - 1
    if count * 2 > slots.count { grow() }
    return number
  }

  private func isEqual(_ number: Int, _ form: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == form.count else { return false }
    for offset in form.indices where arena[start + offset] != form[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    arena.withUnsafeBufferPointer { arena in
      for number in 0..<count {
        let form = UnsafeBufferPointer(
          rebasing: arena[Int(starts[number])..<Int(starts[number + 1])])
        var slot = Self.hash(form) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(number + 1)
      }
    }
  }

  /// FNV-1a, its high bits mixed in; forms are short.
  @inline(__always)
  private static func hash(_ form: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in form { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
  }
}
