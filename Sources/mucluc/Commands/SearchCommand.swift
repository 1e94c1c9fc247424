import ArgumentParser
import ArticleIndex

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    _superCommandName: "mucluc",
    abstract: "Find articles: ranked hits with the matched words highlighted.",
    discussion: """
      Words typed without accents match any spelling; words typed with accents rank their own \
      spelling first. All words are looked for; if too few articles have them all, the best matches \
      follow. "Quotation marks" make a phrase, -word excludes, OR, title:, author:, date: and more \
      narrow down: see mucluc help query.

      Exit status: 0 if hits are printed, 1 if not: nothing matches, or --offset is past the last \
      hit, where a loop over pages may stop. With --limit 0 it is 0 if any article matches.

        mucluc search vinh phuc chuyen doi so
        mucluc search 'Vĩnh Phúc "chuyển đổi số"' --json
        mucluc search --paths -0 ngap lut | xargs -0 ls -l
        mucluc search --sort -date 'cầu OR phà -"sông Hậu" date:tháng 6 năm 2020'
      """
  )

  @OptionGroup var location: IndexLocation
  @Argument(help: "What to search for.")
  var query: [String] = []
  @Option(
    help:
      "What typed accents do: rank their spelling first (prefer), nothing (ignore), or must match (require)."
  )
  var accents: AccentMode = .prefer
  @Option(name: [.customShort("n"), .long], help: "Hits to print at most.")
  var limit = 10
  @Option(help: "Hits to skip.")
  var offset = 0
  @Option(
    parsing: .unconditional,
    help: "The order: relevance, date (oldest first), -date (newest first).")
  var sort: SearchRequest.Sort = .relevance
  @Option(
    help: ArgumentHelp(
      "Let new articles gain: 0 nothing, 1 up to twice the score (half of it for each year older).",
      valueName: "weight"))
  var recency = 0.0
  @Flag(help: "Print only how many articles match.")
  var count = false
  @Flag(help: "Read queries from standard input, one a line; print one JSON object for each.")
  var batch = false
  @Option(
    help: ArgumentHelp(
      "Count the articles that match by section, author, source, month, year (commas between).",
      valueName: "fields"))
  var facets = FacetFields()
  @OptionGroup var output: HitOutput

  /// What was asked for, out of the parser's wrappers.
  var settings: SearchSettings {
    SearchSettings(
      index: location.index, query: query, accents: accents, limit: limit, offset: offset,
      sort: sort, recency: recency, count: count, batch: batch, facets: facets,
      output: output.format)
  }

  func validate() throws { try settings.validate() }

  func run() throws { try settings.run() }
}
