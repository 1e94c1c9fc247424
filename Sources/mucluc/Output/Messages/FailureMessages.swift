import ArticleIndex
import ArticleReading

extension IndexReport.Failure {
  /// Why, in a few words; for a record of the file, where it stands before that.
  var message: String {
    let reason = reason
    guard let record else { return reason }
    guard count > 1 else { return "\(record.label): \(reason)" }
    let more = count - 1
    return "\(record.label) and \(more) more \(more == 1 ? "record" : "records"): \(reason)"
  }

  private var reason: String {
    switch cause {
    case .reading(let error): error.message
    case .tooManyWords: "too many different words for one article; split the file"
    case .storing(let error): error.cause.message
    case .cannotBeListed(let error): "cannot be listed: \(error)"
    case .lostFolder(let error): "\(error.cause.message); its articles are kept"
    case .mostlyGone(let gone, let known):
      "\(gone) of \(known) articles are gone, more than half, so they are kept (if they are gone for"
        + " good: --allow-mass-removal)"
    case .emptied(let kept): "holds no articles any more; the \(kept) it held are kept"
    case .moreRecords: "and \(count) more \(count == 1 ? "record" : "records") that cannot be read"
    }
  }
}

extension IndexReport {
  /// How many files were left out, by what to install for them.
  var leftOut: [String: Int] {
    Dictionary(
      missingConverters.map { (ReadingError(.missingConverter($0.key)).message, $0.value) },
      uniquingKeysWith: +)
  }
}
