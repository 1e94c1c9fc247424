import ArticleReading

/// Some articles of many, read ahead of the others: what a ``TextDictionary`` is learned from.
///
/// They are taken from all over the files: a dictionary of the first ones alone leaves a sixteenth more
/// of the text.
struct TextSamples {
  /// Articles read at most.
  private static let maximum = 500

  private var texts: [[UInt8]] = []

  /// - Parameter tasks: the files that the run will read.
  init(
    of tasks: [ReadingTask], _ options: IndexingOptions, furniture: FurnitureTable,
    rules: ReadingRules
  ) {
    // A file of many may hold any number.
    let holdsMany = tasks.contains {
      if case .records = $0.file.kind.format { true } else { false }
    }
    guard holdsMany || tasks.count >= TextDictionary.fewestSamples else { return }
    let step = max(1, tasks.count / Self.maximum)
    let sampled = stride(from: 0, to: tasks.count, by: step).map { tasks[$0] }
    var cursor = WorkCursor(
      sampled, documents: Self.maximum, bytes: options.bytesPerRun,
      maximumRecordBytes: options.maximumFileSize, maximumSeconds: options.maximumSeconds,
      rules: rules)
    var intake = FileIntake(
      maximumFileSize: options.maximumFileSize, furniture: furniture, rules: rules)
    for item in cursor.nextBatch()?.items ?? [] { _ = intake.take(item) }
    texts = intake.run.documentTexts
  }

  /// Learned from the samples; ``TextDictionary/none`` if they are too few.
  var dictionary: TextDictionary { TextDictionary(samples: texts) }
}
