import ArticleIndex

// What the library has to tell a user about a query and its answer, in words.

extension SearchNotice {
  /// One line.
  var message: String {
    switch self {
    case .query(let notice): notice.message
    case .table(let notice): notice.message
    case .unknownName(let field, let name, let similar):
      "no article has the \(field.rawValue) \"\(name)\""
        + (similar.isEmpty ? "" : "; there is \(Self.list(similar.map { "\"\($0)\"" }))")
    case .unknownPlace(let place): "no article is from \"\(place)\""
    case .missing(let words):
      "no article contains \(Self.list(words))"
    case .read(.words), .read(.bestMatch): "no article satisfies the query as typed"
    case .read(.anySpelling): "no article has the words spelt as typed; showing any spelling"
    case .read(.someWordsApart):
      "no article has all the words; showing articles with the syllables of some of them apart"
    case .read(.syllables):
      "no article has all the words; showing articles with their syllables anywhere"
    case .relaxed(complete: 0):
      "no article has all the words; showing the best matches for some of them"
    case .relaxed(complete: 1):
      "only 1 article matches; those after it match less"
    case .relaxed(let complete):
      "only \(complete) articles match; those after them match less"
    case .sortedBestMatches(let count):
      "no article has all the words; sorting the \(count) best matches by date"
    case .nothingDated: "none of the articles has a date to sort by"
    case .facetsIgnoreOrder: "facets count articles with the words in quotation marks in any order"
    case .facetsNeedAllWords: "facets count only articles that have all the words"
    case .corrected(let typed, let query):
      "no article has \(typed); showing results for \(query)"
    case .copiesLeftOut(let numbers):
      "left out, as copies of the article: \(Self.list(numbers.map { "#\($0)" }))"
    }
  }

  private static func list(_ items: [String]) -> String { items.joined(separator: ", ") }
}

extension QueryNotice {
  /// One line.
  var message: String {
    switch self {
    case .looseQuotationMark:
      "a quotation mark is not closed; the words after it are read as plain words"
    case .looseParenthesis: "parentheses without a partner are passed over"
    case .deepParentheses(let maximum): "parentheses deeper than \(maximum) are passed over"
    case .looseOr: "an OR with nothing to join is passed over"
    case .looseNot: "a NOT with nothing to exclude is passed over"
    case .noOperator(let word): "\(word) is not an operator and is searched as a word"
    case .idleSign(let text):
      "the sign in \(text) means nothing there: see mucluc help query"
    case .tooManyWords(let used, let typed): "only the first \(used) of \(typed) words are used"
    case .shortPrefix(let word):
      "\"\(word)*\" is searched as a word: * needs two letters before it"
    case .strictWithoutAccents(let word):
      "\"=\(word)\" is typed without accents and matches any spelling"
    case .unknownField(let name, let known):
      "\"\(name):\" is not a field and is searched as a word; there are "
        + known.joined(separator: ", ")
    case .noDate(let field, let value):
      "\"\(field):\(value)\" is not a date and is searched as words; try 2020, 6/2020 or 8/6/2020"
    case .noWord: "the query holds no word"
    }
  }
}

extension TableNotice {
  /// One line.
  var message: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path.string) cannot be read: \(reason); using the built-in table"
    case .noText(let path): "\(path.string) is not text; using the built-in table"
    case .line(let path, let number, let flaw):
      "\(path.string): line \(number) is left out: \(flaw.message)"
    case .moreLines(let path, let count): "\(path.string): \(count) more lines are left out"
    }
  }
}

extension TableNotice.Flaw {
  /// The end of a line.
  fileprivate var message: String {
    switch self {
    case .columns: "not SPELLINGS, one tab, EXPANSIONS"
    case .noWord: "no word on one side of the tab or of a |"
    case .tooManyWords(let maximum): "more than \(maximum) words"
    case .oneSyllable: "one syllable is a word in any case"
    case .numbers: "not one or two numbers behind the word"
    case .oneLetter: "one letter is not an abbreviation"
    case .tooManyEntries(let maximum): "only the first \(maximum) lines are read"
    }
  }
}
