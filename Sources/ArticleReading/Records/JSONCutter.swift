/// Cuts the objects out of a JSON text: the elements of an array, objects one after the other, or
/// the elements of the first array of objects inside an object, or the objects under addresses in one
/// (``JSONWrapper``). The first object of a file may also be many in another shape (``JSONShapes``).
///
/// Only strings, escapes and brackets are followed; whether an object is valid is for ``RecordReader``
/// to find out. Nothing recurses: depth is a number. An object over the limit is passed over without
/// being kept, and what stands between objects and is none is one failure however long.
struct JSONCutter: RecordCutter {
  private var state = State.between
  /// The object being cut out.
  private var object: BoundedBytes
  private var scan = JSONScan()
  /// Told of a top-level object as it is read.
  private var wrapper = JSONWrapper(isActive: false)
  /// Open arrays around the objects.
  private var arrays = 0
  /// Open objects around the outermost array, to be passed over once it ends.
  private var wrappers = 0
  /// The number of the object or failure that is being read.
  private var item = 0
  private var isFirst = true
  /// The key that the next object stands under; nil but in an object of objects.
  private var key: [UInt8]?
  /// Whether the objects are the members of one.
  private var isKeyed = false
  /// Records that the first object was found to hold.
  private var pending: [RecordSource.Item] = []
  private let meanings: [String: RecordFields.Meaning]

  private enum State: Equatable {
    case between, object
    /// In a key.
    case key
    /// In something that is no object, with a string in it open or not.
    case garbage
    /// Behind the array that an object was wrapped around.
    case rest
  }

  /// - Parameter limit: the longest object, in bytes.
  init(fields: RecordFields? = nil, limit: Int) {
    meanings = fields?.meanings ?? RecordFields.builtIn
    object = BoundedBytes(limit: limit)
  }

  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item? {
    while true {
      if let item = pending.popLast() { return item }
      if stream.window.isEmpty, try !stream.refill() { return try end() }
      if isFirst { try passMark(of: stream) }
      let window = stream.window
      var used = 0
      let found = step(window, &used)
      stream.consume(used)
      if let found { return found }
    }
  }

  /// Reads until a record or failure is complete or the window ends.
  private mutating func step(
    _ window: UnsafeRawBufferPointer, _ used: inout Int
  ) -> RecordSource.Item? {
    while used < window.count {
      switch state {
      case .between: startNext(window, &used)
      case .object:
        if let item = continueObject(window, &used) { return item }
      case .key:
        let start = used
        used = scan.passString(window, from: used)
        if (key?.count ?? 0) < Self.maximumKeyBytes {
          key?.append(contentsOf: window[start..<used])
        }
        if !scan.isInString {
          key?.removeLast()
          state = .between
        }
      case .garbage:
        if passGarbage(window, &used) { return failure(.notAnObject) }
      case .rest:
        used = scan.advance(window, from: used)
        if scan.depth == 0 { state = .between }
      }
    }
    return nil
  }

  private static let maximumKeyBytes = 4096

  private mutating func startNext(_ window: UnsafeRawBufferPointer, _ used: inout Int) {
    switch window[used] {
    case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: ","):
      used += 1
    case UInt8(ascii: ":") where isKeyed:
      used += 1
    case UInt8(ascii: "\"") where isKeyed:
      used += 1
      key = []
      (state, scan) = (.key, JSONScan(isInString: true))
    case UInt8(ascii: "}") where isKeyed:
      used += 1
      (isKeyed, key) = (false, nil)
    case UInt8(ascii: "{"):
      item += 1
      (state, scan) = (.object, JSONScan())
      object.removeAll()
      wrapper = JSONWrapper(isActive: arrays == 0 && !isKeyed)
    case UInt8(ascii: "["):
      used += 1
      arrays += 1
    case UInt8(ascii: "]") where arrays > 0:
      used += 1
      arrays -= 1
      if arrays == 0, wrappers > 0 {
        (state, scan) = (.rest, JSONScan(depth: wrappers))
        wrappers = 0
      }
    default:
      item += 1
      (state, scan) = (.garbage, JSONScan())
    }
  }

  private mutating func continueObject(
    _ window: UnsafeRawBufferPointer, _ used: inout Int
  ) -> RecordSource.Item? {
    let start = used
    if wrapper.isActive {
      switch wrapper.advance(window, &used, scan: &scan) {
      case .array(let depth):
        // What was read is the head of a wrapper; the element's bracket comes next.
        (state, arrays, wrappers) = (.between, 1, depth)
        object.removeAll()
        item -= 1
        return nil
      case .members(let first):
        (state, isKeyed, key) = (.between, true, first)
        object.removeAll()
        item -= 1
        return nil
      case nil: break
      }
    } else {
      used = scan.advance(window, from: used)
    }
    object.append(UnsafeRawBufferPointer(rebasing: window[start..<used]))
    guard scan.depth == 0 else { return nil }
    state = .between
    guard let bytes = object.take() else { return failure(.recordTooLong(limit: object.limit)) }
    if item == 1, arrays == 0, !isKeyed {
      takeShapes(of: bytes)
      if let item = pending.popLast() { return item }
    }
    let key = key.map { String(decoding: $0, as: UTF8.self) }
    return .record(RawRecord(content: .json(bytes), position: .item(item), key: key))
  }

  /// Makes the records that an object holds in another shape ``pending``.
  private mutating func takeShapes(of object: [UInt8]) {
    let records = JSONShapes.records(in: object, meanings: meanings, limit: self.object.limit)
    for (number, record) in records.enumerated() {
      let position = RecordPosition.item(number + 1)
      if let json = record.json {
        pending.append(
          .record(RawRecord(content: .json(json), position: position, key: record.key)))
      } else {
        let error = ReadingError(.recordTooLong(limit: self.object.limit))
        pending.append(.bad(RecordFailure(position: position, error: error)))
      }
    }
    pending.reverse()
    if !records.isEmpty { item = records.count }
  }

  /// Passes over what is no object, up to a bracket outside of strings; true when that is reached.
  private mutating func passGarbage(
    _ window: UnsafeRawBufferPointer, _ used: inout Int
  ) -> Bool {
    while used < window.count {
      let byte = window[used]
      if !scan.isInString,
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
      {
        if byte == UInt8(ascii: "]"), arrays == 0 {
          used += 1
          continue
        }
        state = .between
        return true
      }
      scan.passInLine(byte)
      used += 1
    }
    return false
  }

  private mutating func end() throws(ReadingError) -> RecordSource.Item? {
    switch state {
    case .garbage:
      state = .between
      return failure(.notAnObject)
    case .object:
      throw ReadingError(.jsonEndsInside(item: item))
    case .between where arrays > 0 || isKeyed, .rest, .key:
      throw ReadingError(.jsonEndsBehind(item: item))
    case .between:
      guard item > 0 else { throw ReadingError(.noObject) }
      return nil
    }
  }

  private func failure(_ cause: ReadingError.Cause) -> RecordSource.Item {
    .bad(RecordFailure(position: .item(item), error: ReadingError(cause)))
  }

  private mutating func passMark(of stream: ByteStream) throws(ReadingError) {
    isFirst = false
    var start = Array(stream.window.prefix(3))
    let count = start.count
    try ByteOrderMark.remove(from: &start)
    stream.consume(count - start.count)
  }
}
