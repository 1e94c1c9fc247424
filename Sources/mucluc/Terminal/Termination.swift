import ArticleIndex
import CTermination
import Platform
import Synchronization
import SystemPackage

/// The end of the program by C++'s std::terminate, told as a run that failed.
///
/// libxapian can come to that while it commits to a disk that is full or broken, where nothing can be
/// caught: see ``ArticleIndexer``.
enum Termination {
  private static let index = Mutex<IndexFolder?>(nil)

  /// Reports such an end as a failure to write `index`, from now on.
  static func reportAsFailure(of index: IndexFolder) {
    self.index.withLock { $0 = index }
    ct_on_terminate { number in
      let index = Termination.index.withLock { $0 }
      let error = IndexError(
        .system(.write, Errno(rawValue: number)), subject: index?.path.string ?? "")
      let line = ErrorMessages.line(error)
      if let index { LastRun(failure: line).write(to: index) }
      Console.complain(line)
      _exit(ExitStatus.failure.rawValue)
    }
  }
}
