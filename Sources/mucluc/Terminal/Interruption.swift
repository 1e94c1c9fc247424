import Dispatch
import Platform
import Synchronization

/// SIGINT and SIGTERM as a request to stop: the current run ends at its next file.
///
/// A step that cannot stop halfway (a merge) is given ``patience``; then the program ends, which is as
/// safe as a kill: the next run removes what was being built.
final class Interruption {
  /// Stopping takes less than a second altogether.
  private static let patience = DispatchTimeInterval.milliseconds(700)
  /// The signal that came; 0 for none.
  private static let received = Atomic<Int32>(0)

  private let sources: [any DispatchSourceSignal]

  private init(_ sources: [any DispatchSourceSignal]) { self.sources = sources }

  /// Turns both signals into a request to stop, for as long as the result lives.
  static func watch() -> Interruption {
    let queue = DispatchQueue(label: "mucluc.signals")
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        let isFirst = received.compareExchange(
          expected: 0, desired: number, ordering: .relaxed
        ).exchanged
        guard isFirst else { _exit(128 + number) }
        queue.asyncAfter(deadline: .now() + patience) { _exit(128 + number) }
      }
      source.resume()
      return source
    }
    return Interruption(sources)
  }

  /// Whether a signal came.
  static var isRequested: Bool { received.load(ordering: .relaxed) != 0 }

  /// How the program is to end after a signal; nil if none came.
  static var status: ExitStatus? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : ExitStatus(rawValue: 128 + number)
  }
}
