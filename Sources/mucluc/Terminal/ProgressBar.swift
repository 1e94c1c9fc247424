import ArticleIndex
import Platform
import Synchronization

/// A progress line on the terminal, redrawn in place.
final class ProgressBar: Sendable {
  private let stream: OutputStream
  private let state = Mutex<(start: ContinuousClock.Instant, last: ContinuousClock.Instant?)>(
    (.now, nil))

  init(stream: OutputStream) { self.stream = stream }

  /// Draws the first line: nothing is known yet.
  func begin() { draw(.looking, isUrgent: true) }

  /// Draws, at most ten times a second.
  func show(_ progress: IndexProgress) {
    draw(
      progress.isFinishing ? .finishing : .reading(done: progress.done, total: progress.total),
      isUrgent: progress.isFinishing)
  }

  private func draw(_ stage: Stage, isUrgent: Bool) {
    let elapsed: Duration? = state.withLock { state in
      let now = ContinuousClock.now
      if let last = state.last, now - last < .milliseconds(100), !isUrgent { return nil }
      state.last = now
      return now - state.start
    }
    guard let elapsed else { return }
    let line = Self.line(stage, elapsed: elapsed, columns: stream.columns)
    try? stream.write("\r\u{1B}[K" + line)
  }

  /// Removes the line.
  func clear() {
    guard state.withLock({ $0.last != nil }) else { return }
    try? stream.write("\r\u{1B}[K")
  }

  /// What is going on.
  enum Stage {
    case looking
    case reading(done: Int, total: Int)
    case finishing
  }

  /// The line. It leaves the last column free, because filling it would move the cursor to the next line.
  static func line(_ stage: Stage, elapsed: Duration, columns: Int) -> String {
    let room = max(0, columns - 1)
    switch stage {
    case .looking: return String(RunMessages.looking.prefix(room))
    case .finishing: return String(RunMessages.finishing.prefix(room))
    case .reading(let done, let total):
      let share = total > 0 ? Double(done) / Double(total) : 0
      let rate = Int(Double(done) / max(0.001, milliseconds(elapsed) / 1000))
      let text = RunMessages.reading(
        done: done, total: total, percent: Int(share * 100), perSecond: rate)
      let bar = bar(share, width: min(40, room - text.count - 3))
      return bar + text.prefix(room)
    }
  }

  /// `[##--] `, or nothing where there is too little room for it.
  private static func bar(_ share: Double, width: Int) -> String {
    guard width >= 5 else { return "" }
    let filled = Int(share * Double(width))
    let marks = String(repeating: "#", count: filled)
    return "[" + marks + String(repeating: "-", count: width - filled) + "] "
  }
}

/// The processors that are online.
enum ProcessorCount {
  static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
