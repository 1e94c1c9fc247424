import Synchronization

/// How long programs may take over the documents in one file.
///
/// A file of its own costs whoever makes it a file; a zip may hold ten thousand documents over which a
/// program sits a minute each. What is counted is the time of a run beyond ``free``, so that any number of
/// ordinary documents is read. From any thread.
final class ConversionTime: Sendable, Equatable {
  let seconds: Int
  private let left: Mutex<Duration>
  private static let free = Duration.seconds(1)

  init(seconds: Int = 600) {
    self.seconds = seconds
    left = Mutex(.seconds(seconds))
  }

  var isSpent: Bool { left.withLock { $0 <= .zero } }

  func spend(_ duration: Duration) {
    left.withLock { $0 -= max(.zero, duration - Self.free) }
  }

  static func == (one: ConversionTime, other: ConversionTime) -> Bool { one === other }
}
