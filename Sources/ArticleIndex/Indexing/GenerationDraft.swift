import ArticleReading
import SystemPackage

/// The next generation of an index while a run gathers what it is to be: nothing of the index changes
/// until ``publish()``.
struct GenerationDraft {
  let run: IndexRun
  /// Its number.
  let number: Int
  /// What it is made of.
  var writer = GenerationWriter()
  /// Where runs are written.
  let workshop: FilePath
  /// Whether it is for the owner alone; as the one before, unless the articles say otherwise.
  var isPrivate: Bool

  init(_ run: IndexRun, after known: KnownIndex) {
    self.run = run
    number = (known.generation ?? 0) + 1
    workshop = run.index.building(number)
    isPrivate = known.generation.map { run.index.isPrivate($0) } ?? false
    dictionary = known.dictionary
    writer.previous = known.previous
    writer.tables = run.options.tables
    writer.shouldStop = run.shouldStop
  }

  /// Makes the workshop, if there is room for the generation at all.
  func open() throws(IndexError) {
    try checkRoom()
    guard workshop.withPlatformString({ makeFolder($0, isPrivate: true) }) else {
      throw IndexError(.system(.make, lastErrno()), subject: workshop.string)
    }
  }

  /// What the texts of the generation are compressed with.
  private(set) var dictionary: TextDictionary

  mutating func setDictionary(_ dictionary: TextDictionary) { self.dictionary = dictionary }

  /// Adds a run, unless it is empty.
  mutating func add(_ postings: consuming PostingRun) throws(IndexError) {
    guard postings.documents > 0 else { return }
    let path = workshop.appending("run-\(writer.runs.count).more")
    try postings.write(to: path)
    writer.runs.append(path)
  }

  /// Whether the articles are those of the generation before.
  var isEmpty: Bool {
    writer.removed.isEmpty && writer.values.isEmpty && writer.runs.isEmpty && !writer.renumbers
  }

  /// Sets all that the index remembers besides its articles.
  mutating func setMetadata(
    folders: FolderList, containers: ContainerStates, rules: ReadingRules, furniture: [UInt8]
  ) {
    writer.metadata = [
      Schema.Metadata.folders: folders.encoded, Schema.Metadata.containers: containers.encoded,
      Schema.Metadata.reading: rules.encoded, Schema.Metadata.furniture: furniture,
      Schema.Metadata.dictionary: dictionary.bytes,
    ].merging(IndexIdentity.metadata) { own, _ in own }
  }

  /// Has the index remember what it did.
  mutating func setMetadata(as known: KnownIndex) {
    setMetadata(
      folders: known.folders, containers: known.containers, rules: known.rules,
      furniture: known.furniture)
  }

  /// Writes the generation and makes it the current one.
  ///
  /// - Returns: who wrote its tables.
  @discardableResult
  func publish() throws(IndexError) -> GenerationWriter.Tables {
    let path = run.index.generation(number)
    try checkRoom()
    var writer = writer
    do {
      if writer.tables == .own {
        writer.tables = try TableProbe.tables(in: run.index.building(number + 1))
      }
      try writer.write(to: path)
      try run.index.setAccess(of: number, isPrivate: isPrivate)
      try run.index.switchTo(number)
    } catch {
      removeTree(path)
      throw error.code == .interrupted
        ? IndexError(.stopped, subject: run.index.path.string) : error
    }
    return writer.tables
  }

  /// Removes what was needed to make it.
  func close() { removeTree(workshop) }

  /// The bytes that the tables will take, a little more than less: what they are made from is not much
  /// larger or smaller.
  private var bytesNeeded: Int {
    let previous = writer.previous.map { FolderWalker.bytes(below: $0) } ?? 0
    let added = FolderWalker.bytes(below: workshop)
    return previous + added + added / 8
  }

  /// Refuses to begin what the disk has no room for.
  private func checkRoom() throws(IndexError) {
    guard let free = DiskSpace.free(at: run.index.path), free < bytesNeeded else { return }
    throw IndexError(
      .diskFull(.system(.write, .noSpace), free: free, needed: bytesNeeded),
      subject: run.index.path.string)
  }
}
