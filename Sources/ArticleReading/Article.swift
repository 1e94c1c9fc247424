/// One news article as the readers hand it on: text without page furniture, and what is known of it.
///
/// Strings are valid UTF-8 as the source spelt them (composed or decomposed, whichever it was); white
/// space at their ends is trimmed, and none holds a line break except where stated.
public struct Article: Sendable, Equatable {
  /// The headline; empty only if the source had no text to take it from.
  public var title: String
  /// When it was published, if the text or its metadata says so.
  public var date: ArticleDate?
  /// Whether ``date`` is told from a weak sign: an address, the day of a change, a line somewhere.
  public var isDateInferred = false
  /// The sapo: the paragraph that sums the article up before the body; empty if there is none.
  public var lede: String
  /// The paragraphs of the body in reading order, without title, lede, byline and furniture.
  public var paragraphs: [String]
  /// Who wrote it, as printed (`Hoài An`, `Minh Châu - Đức Thịnh`); the body that issued a document of the state.
  public var author: String?
  /// The section or column it appeared in.
  public var section: String?
  /// Further sections it appeared in, in the order of the source.
  public var furtherSections: [String] = []
  /// The publication or agency it is credited to.
  public var source: String?
  /// Where it was published.
  public var url: String?
  /// The record's own id in its source, where the source has one.
  public var recordID: String?
  /// The number of a document of the state (`45/2019/QĐ-UBND`).
  public var number: String?

  /// Makes an article of its parts.
  public init(
    title: String, date: ArticleDate? = nil, lede: String = "", paragraphs: [String] = [],
    author: String? = nil, section: String? = nil, source: String? = nil, url: String? = nil,
    recordID: String? = nil, number: String? = nil
  ) {
    self.title = title
    self.date = date
    self.lede = lede
    self.paragraphs = paragraphs
    self.author = author
    self.section = section
    self.source = source
    self.url = url
    self.recordID = recordID
    self.number = number
  }
}

/// A calendar date in the article's own time zone, with the time of day where it is given.
public struct ArticleDate: Sendable, Equatable, Hashable, Comparable {
  /// Four digits, 1900…2199.
  public let year: Int
  /// 1…12.
  public let month: Int
  /// 1…31, valid for the month and year.
  public let day: Int
  /// Minutes since midnight, if a time of day is known.
  public let minuteOfDay: Int?

  /// Returns nil unless the parts are a real date (proleptic Gregorian calendar) and time.
  public init?(year: Int, month: Int, day: Int, hour: Int? = nil, minute: Int? = nil) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    if let hour {
      guard (0...23).contains(hour), (0...59).contains(minute ?? 0) else { return nil }
      minuteOfDay = hour * 60 + (minute ?? 0)
    } else {
      minuteOfDay = nil
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// `YYYY-MM-DD`.
  public var iso: String {
    "\(year)-\(Self.padded(month))-\(Self.padded(day))"
  }

  /// `YYYYMMDD`, or `YYYYMMDDHHMM` where the time is known: ordered as bytes.
  public var sortKey: String {
    let date = "\(year)\(Self.padded(month))\(Self.padded(day))"
    guard let minuteOfDay else { return date }
    return date + Self.padded(minuteOfDay / 60) + Self.padded(minuteOfDay % 60)
  }

  /// By day and time of day; a day without a time comes before its times.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day, left.minuteOfDay ?? -1)
      < (right.year, right.month, right.day, right.minuteOfDay ?? -1)
  }

  /// The number of days in a month, leap years included.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
