import CJSON

/// Records that one JSON object holds in another shape: under keys, in columns, in rows below a list of names.
enum JSONShapes {
  /// The records in an object; empty if it is none of these shapes.
  static func records(
    in object: [UInt8], meanings: [String: RecordFields.Meaning], limit: Int
  ) -> [(key: String?, json: [UInt8]?)] {
    var gathered = Gathered(meanings: meanings, limit: limit)
    var reason: UnsafePointer<CChar>?
    let status = withUnsafeMutablePointer(to: &gathered) { context in
      object.withUnsafeBufferPointer {
        cj_split($0.baseAddress, $0.count, meaning, part, context, &reason)
      }
    }
    return status == .CJ_OK ? gathered.records : []
  }

  private struct Gathered {
    let meanings: [String: RecordFields.Meaning]
    let limit: Int
    var records: [(key: String?, json: [UInt8]?)] = []
  }

  private static let meaning: cj_meaning = { context, name, length in
    guard let gathered = context?.assumingMemoryBound(to: Gathered.self) else { return 0 }
    let text = String(
      decoding: UnsafeRawBufferPointer(start: name, count: length), as: UTF8.self)
    switch gathered.pointee.meanings[RecordFields.key(text)]?.part {
    case .title, .body: return Int32(CJ_TEXT_NAME)
    case nil: return 0
    default: return Int32(CJ_OTHER_NAME)
    }
  }

  private static let part: cj_part = { context, key, keyLength, json, jsonLength in
    guard let gathered = context?.assumingMemoryBound(to: Gathered.self) else { return }
    let key = String(
      decoding: UnsafeRawBufferPointer(start: key, count: keyLength), as: UTF8.self)
    let isTooLong = jsonLength > gathered.pointee.limit
    let bytes =
      isTooLong ? nil : Array(UnsafeRawBufferPointer(start: json, count: jsonLength))
    gathered.pointee.records.append((key.isEmpty ? nil : key, bytes))
  }
}
