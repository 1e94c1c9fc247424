import Foundation
import TestSupport
import Testing

/// Amounts of work by name, and the amounts recorded for them in `Golden/NAME.txt`, one `name amount` a
/// line. More than recorded, by more than a tenth and a bit, fails; less does not, but is worth a new
/// recording.
///
/// As with other golden files, `MUCLUC_RECORD=1` records, and fails.
struct WorkRecord {
  /// What may be added before it counts as more work, in hundredths.
  static let margin = 10
  /// And how many: where the package lies shows in paths, and these shift what stands in a block.
  static let slack = 4

  private(set) var amounts: [(name: String, amount: Int)] = []

  mutating func add(_ name: String, _ amount: Int) { amounts.append((name, amount)) }

  /// One line for each amount that is more than recorded, or not recorded; and for each that was
  /// recorded and is missing.
  func excesses(over recorded: String) -> [String] {
    var limits: [String: Int] = [:]
    for line in recorded.split(separator: "\n") {
      let fields = line.split(separator: " ")
      limits[fields.dropLast().joined(separator: " ")] = fields.last.flatMap { Int($0) }
    }
    var lines: [String] = []
    for (name, amount) in amounts {
      guard let limit = limits.removeValue(forKey: name) else {
        lines.append("\(name): \(amount), not recorded")
        continue
      }
      if (amount - Self.slack) * 100 > limit * (100 + Self.margin) {
        lines.append("\(name): \(amount), recorded \(limit)")
      }
    }
    return lines + limits.keys.sorted().map { "\($0): recorded, but not measured" }
  }

  /// Fails if more work is done than the file says.
  func expectNoMore(than name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = PackageFiles.golden(name)
    if ProcessInfo.processInfo.environment["MUCLUC_RECORD"] == "1" {
      let text = amounts.map { "\($0.name) \($0.amount)\n" }.joined()
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name); look at the difference", sourceLocation: sourceLocation)
      return
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    for line in excesses(over: recorded) {
      Issue.record("more work than \(name) says: \(line)", sourceLocation: sourceLocation)
    }
  }
}
