import ArgumentParser

/// Measurements of mucluc; see each command.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks", abstract: "Measure mucluc.",
    subcommands: [
      AnalyzeBenchmark.self, ExtractBenchmark.self, RecordsBenchmark.self, IntakeBenchmark.self,
      AccentsBenchmark.self, BuildBenchmark.self, QualityBenchmark.self, LatencyBenchmark.self,
      ProcessBenchmark.self,
      DuplicatesBenchmark.self,
    ])
}
