import ArticleIndex
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A line on the terminal that is drawn over itself.
final class ProgressBar: Sendable {
  private let stream: OutputStream
  private let state = Mutex<(start: ContinuousClock.Instant, last: ContinuousClock.Instant?)>(
    (.now, nil))

  init(stream: OutputStream) { self.stream = stream }

  /// Draws, at most ten times a second.
  func show(_ progress: IndexProgress) {
    let elapsed: Duration? = state.withLock { state in
      let now = ContinuousClock.now
      if let last = state.last, now - last < .milliseconds(100), !progress.isFinishing {
        return nil
      }
      state.last = now
      return now - state.start
    }
    guard let elapsed else { return }
    try? stream.write("\r\u{1B}[K" + line(progress, elapsed: elapsed))
  }

  /// Removes the line.
  func clear() {
    guard state.withLock({ $0.last != nil }) else { return }
    try? stream.write("\r\u{1B}[K")
  }

  private func line(_ progress: IndexProgress, elapsed: Duration) -> String {
    guard progress.total > 0 else { return "looking for files …" }
    if progress.isFinishing { return "putting the index together …" }
    let share = Double(progress.done) / Double(progress.total)
    let seconds = max(0.001, milliseconds(elapsed) / 1000)
    let rate = Int(Double(progress.done) / seconds)
    let text = " \(Int(share * 100))% \(progress.done)/\(progress.total) files, \(rate)/s"
    let room = min(40, stream.columns - text.count - 3)
    guard room >= 5 else { return text }
    let filled = Int(share * Double(room))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: room - filled)
    return "[\(bar)]" + text
  }
}

/// The processors this process may use.
enum ProcessorCount {
  static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
