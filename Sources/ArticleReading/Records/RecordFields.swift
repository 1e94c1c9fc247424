import VietnameseText

/// What the values of a record are called: by names that are built in, and by others that a program maps.
///
/// ```swift
/// func readExport(of path: FilePath) throws(ReadingError) -> ArticleStream {
///   var fields = RecordFields()
///   fields.mapped = [.title: ["ten_bao"], .body: ["noidung2", "data.text"]]
///   return try ArticleReader(options: ReadingOptions(fields: fields)).articles(in: path)
/// }
/// ```
///
/// Names are compared without case, marks, spaces, `_` and `-`: `Tiêu đề` is `tieu_de`. The name of a value
/// inside an object is its path, `data.text`; built-in names are also looked for in objects that merely
/// hold others (`data`, `meta`, `attributes` …).
public struct RecordFields: Sendable, Equatable {
  /// The parts of an article that a record may hold.
  public enum Part: String, Sendable, CaseIterable {
    /// What the record is known by in its source.
    case id
    /// The headline.
    case title
    /// The paragraph that sums the article up.
    case lede
    /// The text.
    case body
    /// When it was published.
    case date
    /// Who wrote it.
    case author
    /// The section it appeared in.
    case section
    /// The publication or agency.
    case source
    /// Where it was published.
    case url
  }

  /// The names of values in the source, by part, in the order in which they are asked; all of them before
  /// the built-in ones.
  public var mapped: [Part: [String]] = [:]

  /// Nothing but the built-in names.
  public init() {}

  init(mapped: [Part: [String]]) { self.mapped = mapped }

  /// Reads assignments of the form `part=name`, as in `title=ten_bai`. A part may have several names, by
  /// commas or by several assignments: `date=ngay,created`.
  ///
  /// - Throws: ``ReadingError`` with ``ReadingError/Code/invalidMapping`` for what is none.
  public init(assignments: [String]) throws(ReadingError) {
    for assignment in assignments {
      do throws(ReadingError.MappingFault) {
        try add(assignment)
      } catch {
        throw ReadingError(.invalidMapping(assignment: assignment, error))
      }
    }
  }

  private mutating func add(_ assignment: String) throws(ReadingError.MappingFault) {
    guard let equals = assignment.firstIndex(of: "=") else { throw .noEqualsSign }
    let (left, name) = (assignment[..<equals], assignment[equals...].dropFirst())
    guard let part = Part(rawValue: Self.key(String(left))) else {
      throw .unknownPart(String(left))
    }
    let names = name.split(separator: ",").map { String($0.trimmingSpaces()) }
    guard !names.isEmpty, names.allSatisfy({ !Self.key($0).isEmpty }) else { throw .noName }
    mapped[part, default: []] += names
  }

  /// Where a name leads: the part, and the place among the names for it, 0 and less for mapped ones.
  struct Meaning: Equatable {
    var part: Part
    var rank: Int
  }

  /// What every name means, by ``key(_:)``. A mapped name means nothing else.
  var meanings: [String: Meaning] {
    var meanings = Self.builtIn
    for (part, names) in mapped {
      for (index, name) in names.enumerated() {
        meanings[Self.key(name)] = Meaning(part: part, rank: index - names.count + 1)
      }
    }
    return meanings
  }

  /// Whether records with values of these names can be articles: one of them is a title or text, and
  /// not a name that any table may have.
  func hasText(in names: [String]) -> Bool {
    let meanings = meanings
    return names.contains { name in
      let key = Self.key(name)
      guard let meaning = meanings[key], [.title, .lede, .body].contains(meaning.part) else {
        return false
      }
      return meaning.rank <= 0 || !Self.common.contains(key)
    }
  }

  /// Whether records with values of these names are articles: they have a title and a text.
  func hasTitleAndText(in names: [String]) -> Bool {
    let meanings = meanings
    var parts: Set<Part> = []
    for name in names {
      let key = Self.key(name)
      guard let meaning = meanings[key] else { continue }
      if meaning.part == .body, meaning.rank > 0, Self.common.contains(key) { continue }
      parts.insert(meaning.part)
    }
    return parts.contains(.body) && parts.contains(.title)
  }

  private static let common: Set<String> = [
    "name", "header", "heading", "detail", "message", "document", "doc", "article", "story", "post",
  ]

  /// The built-in meanings, by ``key(_:)``.
  static let builtIn: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for (part, names) in names {
      for (index, name) in names.enumerated() {
        meanings[key(name)] = Meaning(part: part, rank: index + 1)
      }
    }
    return meanings
  }()

  /// The names in the order in which they are asked.
  ///
  /// From schema.org's NewsArticle, RSS, Atom, Dublin Core, the WordPress API, and what Vietnamese
  /// column headings are.
  static let names: KeyValuePairs<Part, [String]> = [
    .id: ["id", "_id", "article_id", "guid", "doc_id", "uuid", "identifier", "ma_bai", "ma_tin"],
    .title: [
      "title", "headline", "tieu_de", "ten_bai", "ten_bai_viet", "tit", "ten", "post_title",
      "article_title", "news_title", "og:title", "meta_title", "title_vi", "tua_de", "tit_bai",
      "heading", "header", "name",
    ],
    .lede: [
      "sapo", "lede", "lead", "description", "summary", "excerpt", "tom_tat", "abstract",
      "mo_ta", "trich_yeu",
    ],
    .body: [
      "body", "content", "content_html", "content_text", "article_body", "text", "noi_dung",
      "full_text", "encoded", "html", "toan_van", "post_content", "article_content", "news_content",
      "main_content", "text_content", "raw_content", "body_html", "contents", "noi_dung_chinh",
      "paragraphs", "main_text", "plain_text", "post_text", "cleaned_text", "raw_text", "chi_tiet",
      "detail", "article", "story", "message", "document", "doc", "post",
    ],
    .date: [
      "date", "published", "published_at", "date_published", "publish_date", "published_date",
      "pub_date", "published_time", "article:published_time", "publish_time", "time_publish",
      "published_on", "published_at_ts", "publication_date", "publication", "posted_at",
      "post_date",
      "date_posted", "post_time", "release_date", "ngay_dang", "thoi_gian_dang", "gio_dang",
      "ngay_xuat_ban", "ngay_phat_hanh", "ngay_ban_hanh", "news_date", "created_at", "ngay",
      "issued",
      "date_time", "thoi_gian", "time", "timestamp", "created", "created_time", "time_created",
      "date_created", "time_create_post_origin", "ngay_tao", "ngay_viet", "upload_date", "updated",
      "updated_at", "update_time", "ngay_cap_nhat", "modified", "date_modified", "lastmod",
      "crawl_date",
    ],
    .author: [
      "author", "authors", "byline", "creator", "tac_gia", "nguoi_viet", "but_danh", "author_name",
      "writer", "reporter", "phong_vien", "from",
    ],
    .section: [
      "section", "category", "categories", "article_section", "chuyen_muc", "topic",
      "category_name", "the_loai", "chu_de", "subject",
    ],
    .source: ["source", "publisher", "site", "site_name", "nguon", "toa_soan", "channel"],
    .url: [
      "url", "link", "href", "permalink", "canonical_url", "duong_dan", "uri", "permalink_url",
      "source_url", "article_url", "post_url", "loc",
    ],
  ]

  /// A name as names are compared: lower case, without marks, spaces, `_` and `-`.
  static func key(_ name: String) -> String {
    let plain = name.utf8.allSatisfy { $0 < 0x80 } ? name.lowercased() : Folding.folded(name)
    return String(plain.filter { $0 != "_" && $0 != "-" && !$0.isWhitespace })
  }
}
