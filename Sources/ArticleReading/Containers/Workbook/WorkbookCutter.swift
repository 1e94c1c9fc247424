/// Cuts the rows of the sheets of a workbook (.xlsx) as ``TableCutter`` does those of a table: the first row
/// that is not blank names the columns.
///
/// A sheet without a title or text among its columns is passed over; a workbook of nothing else is none of
/// articles. The parts that rows need are in memory, each within the limit of a member.
struct WorkbookCutter: RecordCutter {
  private let rules: MemberRecords.Rules
  private let zip: ZipEntryReader
  /// The archive that the workbook is.
  private var archive: [UInt8] = []
  /// The paths of the sheets that are still to come, the last one first; nil before it was opened.
  private var sheets: [String]?
  private var budget: ExpansionBudget?
  private var rows: SheetRows?
  private var sheet = ""
  private var header: [String]?
  private var shared: [String] = []
  private var dateStyles: Set<Int> = []
  private var hasTable = false

  init(_ rules: MemberRecords.Rules) {
    self.rules = rules
    zip = ZipEntryReader()
  }

  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item? {
    if sheets == nil { try open(stream) }
    while true {
      do throws(ReadingError) {
        guard let rows else {
          guard try openSheet() else { break }
          continue
        }
        guard let row = try rows.next(shared: shared, dates: dateStyles) else {
          self.rows = nil
          continue
        }
        if let item = item(of: row) { return item }
      } catch {
        self.rows = nil
        hasTable = true
        return .bad(RecordFailure(position: .member(sheet, nil), error: error))
      }
    }
    guard hasTable else { throw ReadingError(.noTextColumn) }
    return nil
  }

  private mutating func open(_ stream: ByteStream) throws(ReadingError) {
    let bytes = try stream.rest(limit: TextDecoding.maximumBytes)
    if bytes.starts(with: OfficeArchive.compoundFileMagic) { throw ReadingError(.encrypted) }
    let names = [
      "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
    ]
    let parts = try zip.members(Set(names), of: bytes)
    guard let workbook = parts[names[0]] else {
      throw ReadingError(.missingPart(name: names[0], .xlsx))
    }
    var list = WorkbookParts()
    try XMLWalk.walk(workbook, part: names[0], &list)
    if let part = parts[names[1]] { try XMLWalk.walk(part, part: names[1], &list) }
    if let part = parts[names[3]] {
      var styles = WorkbookStyles()
      try XMLWalk.walk(part, part: names[3], &styles)
      dateStyles = styles.dates
    }
    if let part = parts[names[2]] {
      var strings = SharedStrings()
      try XMLWalk.walk(part, part: names[2], &strings)
      shared = strings.all
    }
    sheets = list.sheets.reversed()
    budget = rules.budget ?? ExpansionBudget(size: bytes.count)
    archive = bytes
  }

  private mutating func openSheet() throws(ReadingError) -> Bool {
    guard let path = sheets?.popLast() else { return false }
    sheet = path.split(separator: "/").last.map(String.init) ?? path
    header = nil
    guard let bytes = try zip.members([path], of: archive)[path] else { return true }
    try budget?.spend(bytes.count)
    if let refusal = XMLScreen(bytes).refusal {
      throw ReadingError(.invalidPart(name: path, refusal))
    }
    rows = SheetRows(try FeedReader(ByteStream(bytes, isCompressed: false)), limit: rules.limit)
    return true
  }

  private mutating func item(of row: SheetRows.Row) -> RecordSource.Item? {
    let position = RecordPosition.member(sheet, .line(row.number))
    guard !row.isTooLong else {
      guard header != nil else { return nil }
      let error = ReadingError(.recordTooLong(limit: rules.limit))
      return .bad(RecordFailure(position: position, error: error))
    }
    guard row.cells.contains(where: { !$0.value.isEmpty }) else { return nil }
    guard let header else {
      var names: [String] = []
      for (column, text) in row.cells.sorted(by: { $0.key < $1.key }) {
        while names.count < column { names.append("") }
        names.append(text)
      }
      guard rules.fields?.hasText(in: names) ?? true else {
        rows = nil
        return nil
      }
      hasTable = true
      self.header = names
      return nil
    }
    let fields = row.cells.sorted { $0.key < $1.key }.compactMap { column, text in
      column < header.count && !header[column].isEmpty && !text.isEmpty
        ? RawRecord.Field(name: header[column], value: text) : nil
    }
    return fields.isEmpty ? nil : .record(RawRecord(content: .fields(fields), position: position))
  }
}
