/// Where the sheets of a workbook are, in their order: of `xl/workbook.xml` and its relations.
struct WorkbookParts: XMLVisitor {
  private static let maximumSheets = 1000
  private var ids: [String] = []
  private var targets: [String: String] = [:]

  /// The paths of the sheets in the archive.
  var sheets: [String] {
    let named = ids.compactMap { targets[$0] }
    return named.isEmpty ? ids.indices.map { "xl/worksheets/sheet\($0 + 1).xml" } : named
  }

  mutating func start(_ element: borrowing XMLElement) {
    switch element.name {
    case "sheet":
      // Of `r:id` and `id`, whichever there is.
      guard ids.count < Self.maximumSheets, let id = element.attribute("id") else { return }
      ids.append(id)
    case "Relationship":
      guard let id = element.attribute("Id"), let target = element.attribute("Target") else {
        return
      }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
    default: break
    }
  }

  mutating func end(_ element: borrowing XMLElement) {}
  mutating func text(_ text: String) {}
}

/// Which styles of a workbook show a number as a day: of `xl/styles.xml`.
struct WorkbookStyles: XMLVisitor {
  private(set) var dates: Set<Int> = []
  private var formats: Set<Int> = Set(14...22).union(45...47).union(27...36).union(50...58)
  private var isInCells = false
  private var style = 0

  mutating func start(_ element: borrowing XMLElement) {
    switch element.name {
    case "numFmt":
      guard let id = element.attribute("numFmtId").flatMap({ Int($0) }) else { return }
      if Self.isDate(element.attribute("formatCode") ?? "") { formats.insert(id) }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      if let id = element.attribute("numFmtId").flatMap({ Int($0) }), formats.contains(id) {
        dates.insert(style)
      }
      style += 1
    default: break
    }
  }

  mutating func end(_ element: borrowing XMLElement) {
    if element.name == "cellXfs" { isInCells = false }
  }

  mutating func text(_ text: String) {}

  /// Whether a format shows days: it has a letter for one outside of quotes and brackets.
  private static func isDate(_ format: String) -> Bool {
    var (isQuoted, isBracketed) = (false, false)
    for letter in format.lowercased() {
      switch letter {
      case "\"": isQuoted.toggle()
      case "[": isBracketed = true
      case "]": isBracketed = false
      case "d", "y":
        if !isQuoted, !isBracketed { return true }
      default: break
      }
    }
    return false
  }
}

/// The texts of a workbook that cells name by their number: of `xl/sharedStrings.xml`.
struct SharedStrings: XMLVisitor {
  private(set) var all: [String] = []
  private var current = ""
  private var isInText = false
  /// How deep in what tells how to pronounce a text.
  private var phonetic = 0

  mutating func start(_ element: borrowing XMLElement) {
    switch element.name {
    case "si": current = ""
    case "rPh": phonetic += 1
    case "t": isInText = phonetic == 0
    default: break
    }
  }

  mutating func end(_ element: borrowing XMLElement) {
    switch element.name {
    case "si": all.append(current)
    case "rPh": phonetic -= 1
    case "t": isInText = false
    default: break
    }
  }

  mutating func text(_ text: String) {
    if isInText { current += text }
  }
}
