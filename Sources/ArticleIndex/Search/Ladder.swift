/// The readings of a query, from the strictest to the loosest, and which of them is the answer: the
/// first that any article satisfies.
///
/// Syllables that are one word give way before the reading does: the least likely word first, and
/// before that one that no article has.
struct Ladder {
  /// A reading of the query and what it finds.
  struct Rung {
    var context: SearchContext
    var kind: ReadingKind
    var total = Matching.Total()
  }

  let context: SearchContext

  /// Bonds that are given up one by one; where there are more, all are given up at once.
  private static let bondsInTurn = 6

  private var plan: QueryPlan { context.plan }

  /// Every reading that asks for something else than the one before, strictest first.
  func rungs() -> [Rung] {
    var rungs: [Rung] = []
    for bond in weakestBonds() {
      for spelling in plan.spellings {
        let reading = Reading(spelling: spelling, weakestBond: bond.given)
        let read = plan.read(reading)
        guard rungs.last?.context.plan.condition != read.condition else { continue }
        let kind =
          bond.kind == .words && spelling == .any && plan.spellings.count > 1
          ? ReadingKind.anySpelling : bond.kind
        rungs.append(Rung(context: context.with(read), kind: kind))
      }
    }
    return rungs
  }

  /// How likely a word may be one and yet be given up, from none to all.
  private func weakestBonds() -> [(given: Double, kind: ReadingKind)] {
    let shares = Set(plan.bonds.map(\.share)).sorted()
    guard !shares.isEmpty else { return [(-1, .words)] }
    let isShort = shares.count <= Self.bondsInTurn && plan.isShort
    let inTurn = isShort ? shares.dropLast().map { ($0, ReadingKind.someWordsApart) } : []
    return [(-1, .words)] + inTurn + [(1, .syllables)]
  }

  /// The reading that is the answer, and those below it; nil if no article has all syllables.
  func answer() throws(IndexError) -> (answer: Rung, rest: ArraySlice<Rung>)? {
    let rungs = rungs()
    for (place, rung) in rungs.enumerated() {
      let total = try Matching(context: rung.context).total()
      guard total.count > 0 else { continue }
      var answer = rung
      answer.total = total
      return (answer, rungs[(place + 1)...])
    }
    return nil
  }

  /// The next reading with more articles, of those below the answer; nil if none has.
  static func next(
    after answer: Rung, _ rest: ArraySlice<Rung>
  ) throws(IndexError) -> Rung? {
    guard answer.total.isExact else { return nil }
    let most = UInt32(clamping: answer.total.count + Int(Matching.countedOfLong))
    for rung in rest where rung.kind != answer.kind {
      let total = try Matching(context: rung.context).total(atMost: most)
      guard total.count > answer.total.count else { continue }
      var next = rung
      next.total = total
      return next
    }
    return nil
  }
}
