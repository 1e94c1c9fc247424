/// What a line of a page says of a day, and whether that is the day of publication or of a change.
struct DatedLine {
  let date: ArticleDate?
  /// Whether the day is that of a change.
  let isOfChange: Bool
  /// Whether it says that the day is that of publication.
  let isNotice: Bool

  /// In a longer line, in bytes, only the day behind the words of a notice counts.
  static let maximumLength = 160
  /// How far behind the words the day may stand, in characters.
  private static let maximumDistance = 60

  /// Looks for the first date; for the one of publication, if the line says of another that it is of a
  /// change.
  init(_ line: String) {
    let folded = foldedLine(line[...])
    let isChange = Self.changes.occur(in: folded)
    let isLong = line.utf8.count > Self.maximumLength
    isNotice = Self.notices.occur(in: folded)
    isOfChange = isChange && !Self.publications.occur(in: folded)
    var date: ArticleDate?
    if isLong || isChange {
      let words = isLong ? Self.notices : Self.publications
      date =
        words.rests(in: folded).lazy
        .compactMap { DateSearch.first(in: $0.prefix(Self.maximumDistance)) }.first
    }
    self.date = isLong ? date : date ?? DateSearch.first(in: line[...], folded: folded)
  }

  private static let changes = LinePhrases([
    "cap nhat", "sua lan cuoi", "update", "aktualisiert", "modified", "geandert", "anderung",
    "mis a jour", "actualizad", "aggiornato", "stand:",
  ])
  /// What says so in a line that says other things, too.
  private static let notices = LinePhrases([
    "dang ngay", "dang luc", "dang vao", "ngay dang", "xuat ban ngay", "xuat ban luc", "xuat ban:",
    "posted on", "was posted",
    "published", "veroffentlicht", "erschienen am", "gepostet", "publie le", "publicado el",
  ])
  private static let publications = LinePhrases([
    "dang", "xuat ban", "publish", "posted", "veroffentlicht", "publicad", "erschienen", "erstellt",
    "gepostet",
  ])
}
