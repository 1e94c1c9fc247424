import ArgumentParser
import ArticleIndex
import SystemPackage
import VietnameseText

/// How fast text becomes tokens, on one core.
///
/// Proves its work: prints how many tokens came out, and refuses a run that found none.
struct AnalyzeBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze", abstract: "Tokenize the text files of a folder; MB/s on one core.")

  @Argument(help: "A folder of text files.")
  var folder: String
  @Option(help: "Passes over the files; the best counts.")
  var passes = 5

  func run() throws {
    let files = try CorpusFiles.load(folder, limit: 200 << 20)
    let bytes = files.reduce(0) { $0 + $1.count }
    var tokenizer = Tokenizer()
    var list = TokenList()
    var best = Double.infinity
    var tokens = 0
    var marked = 0
    for _ in 0..<max(1, passes) {
      (tokens, marked) = (0, 0)
      let start = ProcessorTime.ofThread()
      for file in files {
        list.removeAll()
        file.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &list) }
        tokens += list.tokens.count
        for token in list.tokens where token.hasMarks { marked += 1 }
      }
      best = min(best, ProcessorTime.ofThread() - start)
    }
    guard tokens > 0 else { throw ValidationError("no text in \(folder)") }
    let rate = Double(bytes) / best / 1e6
    print(
      "\(files.count) files, \(bytes) bytes, \(tokens) tokens, \(marked) with marks:",
      "\((rate * 10).rounded() / 10) MB/s (best of \(passes), 1 thread)")
  }
}
