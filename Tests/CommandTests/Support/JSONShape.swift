import Foundation

/// What a value in the program's JSON must be: types, and of an object exactly these keys.
indirect enum JSONShape: Sendable {
  case string, integer, number, bool
  /// This, or null.
  case nullable(JSONShape)
  case array(JSONShape)
  /// An object whose keys are data.
  case counts(JSONShape)
  /// An object; a key with `?` behind it may be left out.
  case object([String: JSONShape])

  /// What is wrong with a value, each flaw with the place where it is; nothing if it has the shape.
  func flaws(in value: JSONTree, at place: String = "") -> [String] {
    switch (self, value) {
    case (.string, .string), (.integer, .integer), (.bool, .bool), (.nullable, .null),
      (.number, .number), (.number, .integer):
      return []
    case (.nullable(let shape), _): return shape.flaws(in: value, at: place)
    case (.array(let shape), .array(let values)):
      return values.enumerated().flatMap { shape.flaws(in: $1, at: "\(place)[\($0)]") }
    case (.counts(let shape), .object(let members)):
      return members.flatMap { shape.flaws(in: $1, at: "\(place).\($0)") }
    case (.object(let shapes), .object(let members)):
      var flaws: [String] = []
      for (name, shape) in shapes {
        let key = name.replacing("?", with: "")
        if let member = members[key] {
          flaws += shape.flaws(in: member, at: "\(place).\(key)")
        } else if key == name {
          flaws.append("\(place).\(key) is missing")
        }
      }
      for key in members.keys where shapes[key] == nil && shapes["\(key)?"] == nil {
        flaws.append("\(place).\(key) is not promised")
      }
      return flaws
    default: return ["\(place) is \(value), not \(self)"]
    }
  }

  /// The keys of the object and of those in it.
  var keys: Set<String> {
    switch self {
    case .string, .integer, .number, .bool: []
    case .nullable(let shape), .array(let shape), .counts(let shape): shape.keys
    case .object(let shapes):
      shapes.reduce(into: []) { keys, member in
        keys.insert(member.key.replacing("?", with: ""))
        keys.formUnion(member.value.keys)
      }
    }
  }
}

/// A JSON value as it was written: `1` is an integer, `1.5` a number, `true` neither.
enum JSONTree: Decodable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  subscript(key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  var isNull: Bool {
    guard case .null = self else { return false }
    return true
  }
}
