import SystemPackage

/// Merges throw-away databases step by step, so that there are never many of them.
///
/// Whenever a step holds ``width`` databases they become one of the next step. Each document is
/// merged about log(n) times to that base, and the databases open at once stay few, however many
/// documents there are. One per worker; workers merge beside each other.
struct MergeLadder {
  /// How many databases are merged at once.
  static let width = 32

  private var steps: [[FilePath]] = []

  /// Takes over a finished database.
  mutating func add(_ part: FilePath) throws(IndexError) {
    var part = part
    var step = 0
    while true {
      if step == steps.count { steps.append([]) }
      steps[step].append(part)
      guard steps[step].count == Self.width else { return }
      let merged = FilePath(platformBytes: part.platformBytes + Array(".merged".utf8))
      try StoreMaintenance.compact(steps[step], into: merged, full: false)
      for old in steps[step] { removeTree(old) }
      steps[step].removeAll()
      part = merged
      step += 1
    }
  }

  /// The databases there are now; the largest first.
  var rest: [FilePath] { steps.reversed().flatMap { $0 } }
}
