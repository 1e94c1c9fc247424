import Foundation
import Testing

/// Files that change while they are read, clocks that are wrong, and disks that are gone.
@Suite struct ChangingSourceTests {
  struct Change: CustomTestStringConvertible {
    var testDescription: String
    /// The call before which it happens: the file is opened, or read.
    var call: String
    /// A shell command; `$f` is the file.
    var command: String
    /// What the run says of it; nil if it reads the file.
    var failure: String?
    /// Words the article has after the next run; nil if there is none then.
    var words: String?
  }

  static let changes = [
    Change(
      testDescription: "vanishes", call: "open", command: "rm $f",
      failure: "cannot be read: No such file or directory"),
    Change(
      testDescription: "is replaced", call: "open",
      command: "printf 'Lễ hội đua voi\\n\\nVoi chạy.\\n' >$f.new; mv $f.new $f", words: "dua voi"),
    Change(
      testDescription: "becomes a folder", call: "open", command: "rm $f; mkdir $f",
      failure: "cannot be read: Is a directory"),
    Change(
      testDescription: "becomes a pipe", call: "open", command: "rm $f; mkfifo $f",
      failure: "empty file"),
    Change(
      testDescription: "becomes a link", call: "open", command: "mv $f $f.old; ln -s $f.old $f",
      failure: "cannot be read: Too many levels of symbolic links"),
    Change(
      testDescription: "is emptied", call: "read", command: ": >$f", failure: "empty file",
      words: "khanh thanh cau"),
    Change(
      testDescription: "shrinks", call: "read", command: "printf 'Cầu mới\\n\\nXe qua cầu.\\n' >$f",
      words: "xe qua cau"),
    Change(
      testDescription: "grows", call: "read",
      command: "for i in 1 2 3 4 5 6 7 8 9; do printf 'Voi chạy quanh sân %s.\\n' $i >>$f; done",
      words: "voi chay quanh san"),
    Change(
      testDescription: "is removed while open", call: "read", command: "rm $f"),
  ]

  /// In a first run and in a later one: no other file suffers, and the next run has the final state.
  @Test(
    .disabled(if: FailingDisk.library == nil, Comment(rawValue: FailingDisk.reason)),
    arguments: changes, [false, true])
  func aFileChangesUnderTheReader(change: Change, isUpdate: Bool) throws {
    let workspace = try Workspace(isIndexed: isUpdate)
    if isUpdate { try workspace.touch("articles/bridge.txt") }
    let path = workspace("articles/bridge.txt").string
    let reading = workspace.runner(
      change.call, under: "articles/bridge.txt",
      ["FAIL_AT": "1", "FAIL_TIMES": "1", "FAIL_RUN": "f='\(path)'; \(change.command)"])
    let outcome = try reading.run(["index", "articles"])
    #expect(outcome.status == (change.failure == nil ? 0 : 3), "\(outcome.errors)")
    #expect(outcome.errorLines == (change.failure.map { ["mucluc: \(path): \($0)"] } ?? []))
    // Nothing is lost at once; only what is seen to be gone goes.
    #expect(try workspace.articleCount() >= (isUpdate ? 3 : 2))

    #expect([0, 3].contains(try workspace.index().status))
    let hits = try workspace.search(change.words ?? "khanh thanh cau").hits.map(\.path)
    let isThere = change.words != nil && (isUpdate || change.words != "khanh thanh cau")
    #expect(hits.contains(path) == isThere, "\(hits)")
    #expect(try workspace.run("check", "--full").status == 0)
  }

  /// A link that takes the place of a folder between listing and reading leads nowhere.
  @Test(.disabled(if: FailingDisk.library == nil, Comment(rawValue: FailingDisk.reason)))
  func aFolderBecomesALink() throws {
    let workspace = try Workspace([:], isIndexed: false)
    try workspace.makeFolder("articles/tin")
    try workspace.makeFolder("secret")
    try workspace.write(Samples.bridge, to: "articles/tin/cau.txt")
    try workspace.write("Bí mật quốc gia\n\nKhông ai được đọc.\n", to: "secret/cau.txt")
    let (folder, secret) = (workspace("articles/tin").string, workspace("secret").string)
    let swapping = workspace.runner(
      "open", under: "articles/tin/cau.txt",
      [
        "FAIL_AT": "1", "FAIL_TIMES": "1",
        "FAIL_RUN": "mv '\(folder)' '\(folder)-old'; ln -s '\(secret)' '\(folder)'",
      ])
    let outcome = try swapping.run(["index", "articles"])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("Too many levels of symbolic links"), "\(outcome.errors)")
    #expect(try workspace.index().status == 0)
    #expect(try workspace.run("search", "bi mat quoc gia").status == 1)
  }

  /// A folder that is itself reached through a link is read like any other.
  @Test func aLinkedFolderIsRead() throws {
    let workspace = try Workspace()
    let (folder, moved) = (workspace("articles").string, workspace("moved").string)
    try FileManager.default.moveItem(atPath: folder, toPath: moved)
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: moved)
    for name in Samples.all.keys { try workspace.touch("moved/\(name)") }
    #expect(try workspace.index().counts == [0, 0, 0, 3, 0])
  }

  /// Times of modification are only compared: whether they lie ahead or behind tells nothing.
  @Test(arguments: [4_000_000_000.0, 4_300_000_000, -1_000_000, 0])
  func timesFarOffTellAChangeAsWell(time: Double) throws {
    let workspace = try Workspace()
    func setTime(_ seconds: Double) throws {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: seconds)],
        ofItemAtPath: workspace("articles/bridge.txt").string)
    }
    try setTime(time)
    #expect(try workspace.index().counts == [0, 0, 0, 3, 0])
    #expect(try workspace.index().report.bytes == 0)
    try workspace.write(Samples.bridge + "Thêm một câu.\n", to: "articles/bridge.txt")
    try setTime(time - 1000)
    #expect(try workspace.index().counts == [0, 1, 0, 2, 0])
    // The clock of the last run goes wrong as well.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: time)],
      ofItemAtPath: workspace("Index/last-run").string)
    #expect(try workspace.run("status").status == 0)
    #expect(try workspace.run("status", "--json").status == 0)
    let monitor = try workspace.run("status", "--max-age", "24")
    #expect(monitor.status == 1)
    #expect(monitor.errorLines.count == 1)
    #expect(monitor.errors.contains(time > 1e9 ? "one of the clocks is wrong" : "days ago"))
    let text = try workspace.run("status").text
    #expect(text.contains(time > 1e9 ? "in the future (a clock is wrong)" : "days ago"), "\(text)")
    try workspace.expectUnharmed()
  }

  /// A disk of articles that is unmounted and mounted again.
  @Test(.disabled(if: MountingShell.launcher == nil, Comment(rawValue: MountingShell.reason)))
  func anUnmountedSourceKeepsItsArticles() throws {
    let workspace = try Workspace(isIndexed: false)
    try workspace.makeFolder("disk")
    let outcome = try workspace.runner.mountingShell(
      """
      status() { "$@" 2>&1 || echo "status $?"; }
      mount -t tmpfs tmpfs disk
      cp articles/* disk
      mucluc index -q disk
      mount --move disk articles
      status mucluc index
      mucluc search --count 'khanh thanh cau'
      status mucluc index --rebuild -q
      mount --move articles disk
      status mucluc index
      """)
    #expect(outcome.status == 0)
    let lines = outcome.lines
    try #require(lines.count == 7, "\(outcome.text)\(outcome.errors)")
    #expect(lines[0].contains("disk: 3 of 3 articles are gone, more than half, so they are kept"))
    #expect(lines[1].hasPrefix("0 added, 0 updated, 0 removed, 3 unchanged, 1 failed; 3 articles"))
    #expect(lines[2] == "status 3")
    #expect(lines[3] == "1")
    #expect(lines[4].contains("it is left as it was"))
    #expect(lines[5] == "status 2")
    #expect(lines[6].hasPrefix("0 added, 0 updated, 0 removed, 3 unchanged; 3 articles"))
  }
}
