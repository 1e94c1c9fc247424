/// Where the text of an RTF group goes.
enum RTFDestination {
  case text, skipped, fontTable, title, author
  /// The numbers of the day the document was made.
  case created

  /// The destination a control word opens; nil for a word that opens none.
  init?(word: String) {
    switch word {
    case "fonttbl": self = .fontTable
    case "title": self = .title
    case "author": self = .author
    case "creatim": self = .created
    default:
      guard Self.skippedWords.contains(word) else { return nil }
      self = .skipped
    }
  }

  /// Whether a destination behind `\*` is read: the frame of a text box, whose text stands in it.
  static func isRead(optional word: String) -> Bool {
    word == "shpinst" || word == "shptxt"
  }

  /// What holds no text of the article: tables of the file, pictures, headers, notes, comments,
  /// the code of fields, and the second copy of a text box.
  private static let skippedWords: Set<String> = [
    "stylesheet", "colortbl", "filetbl", "revtbl", "listtable", "listoverridetable", "pict",
    "nonshppict", "objdata", "objclass", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "footnote", "annotation", "atnid", "atnauthor", "fldinst",
    "bkmkstart", "bkmkend", "xe", "tc", "rxe", "sp", "shprslt", "subject", "keywords", "comment",
    "operator", "doccomm", "category", "manager", "company", "generator", "themedata",
    "colorschememapping", "latentstyles", "datastore", "pntext", "listtext", "revtim", "printim",
    "buptim", "private", "template", "userprops", "xmlnstbl", "pnseclvl", "ftnsep", "ftnsepc",
    "aftnsep", "aftnsepc",
  ]

  /// Words that stand for a character.
  static let characters: [String: String] = [
    "tab": " ", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
  ]
}
