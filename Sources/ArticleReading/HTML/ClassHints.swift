/// What the class and id of an element say about its content.
///
/// Authors of templates name things alike: `entry-content`, `noi-dung`, `box-tin-lien-quan`. A name
/// is cut at anything but letters and where a capital follows a small letter, and words and pairs
/// of words are looked up; so `tinLienQuan`, `lien-quan` and `lienquan` are one, and `uploads` holds
/// no `ads`.
struct ClassHints: OptionSet {
  let rawValue: UInt16

  /// Of the page, not the article: menus, boxes of links, buttons, comments.
  static let furniture = ClassHints(rawValue: 1)
  /// May hold the article.
  static let content = ClassHints(rawValue: 2)
  /// Names that are given to the article's body and hardly anything else.
  static let body = ClassHints(rawValue: 4)
  static let lede = ClassHints(rawValue: 8)
  static let author = ClassHints(rawValue: 16)
  static let date = ClassHints(rawValue: 32)
  static let caption = ClassHints(rawValue: 64)
  static let breadcrumb = ClassHints(rawValue: 128)
  static let source = ClassHints(rawValue: 256)
  static let comments = ClassHints(rawValue: 512)
  static let image = ClassHints(rawValue: 1024)
  static let title = ClassHints(rawValue: 2048)

  /// The hints that a run of text in a line is told apart by.
  static let fields: ClassHints = [.lede, .author, .date, .source]
  /// What holds for everything in an element that has the hint.
  static let inherited: ClassHints = [.lede, .author, .date, .source, .breadcrumb]

  /// Longer values are not looked at further than this, in bytes.
  private static let maximumLength = 200

  /// Reads one attribute's value, a C string.
  static func of(_ value: UnsafePointer<UInt8>) -> ClassHints {
    var hints: ClassHints = []
    var (word, pair) = (NameHash(), NameHash())
    var length = 0
    var hasPrevious = false
    var previous: UInt8 = 0
    func finish() {
      if let found = table[word] { hints.formUnion(found) }
      if hasPrevious, let found = table[pair] { hints.formUnion(found) }
      (pair, word, length, hasPrevious) = (word, NameHash(), 0, true)
    }
    var index = 0
    while index < maximumLength {
      let byte = value[index]
      let isUpper = byte &- 0x41 < 26
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let startsWord = isUpper && previous &- 0x61 < 26
      if length > 0, !isLetter || startsWord { finish() }
      // A pair does not reach from one class to the next.
      if byte == 0x20 { hasPrevious = false }
      if byte == 0 { break }
      if isLetter {
        word.add(byte)
        if hasPrevious { pair.add(byte) }
        length += 1
      }
      previous = byte
      index += 1
    }
    return hints
  }

  private static let table = NameTable(words) { $0.union($1) }

  private static let words: [(ClassHints, String)] = [
    (
      .furniture,
      """
      nav navbar navigation menu menus submenu topmenu mainmenu footer foot sidebar aside widget widgets
      related relate relatednews lienquan tinkhac tincu tinmoi tinmoinhat tinlienquan othernews
      others docnhieu xemnhieu mostread mostview popular trending hotnews share sharing social
      socials addthis zalo facebook tag tags tagcloud keywords tukhoa ads ad adv advert
      advertisement banner quangcao sponsor popup modal login signin search toolbar tools print
      rating vote paging pagination pager recommend recommended suggest suggestion subscribe
      newsletter cookie copyright banquyen weblink weblinks lienket counter thongke luottruycap
      skip topbar bottombar ticker marquee calendar lich datepicker suggestions readmore xemthem
      """
    ),
    ([.furniture, .comments], "comment comments binhluan ykien disqus fbcomments replies phanhoi"),
    ([.furniture, .breadcrumb], "breadcrumb breadcrumbs crumb crumbs duongdan"),
    (
      .content,
      "article content contents detail details entry post story main chitiet body text news single"
    ),
    (
      .body,
      """
      articlebody entrycontent postcontent noidung detailcontent contentdetail articlecontent
      newscontent contentbody bodycontent maincontent storybody newsbody postbody detailbody
      """
    ),
    (.lede, "sapo lead lede summary tomtat trichyeu excerpt trichdan chapeau"),
    (.author, "author authors byline tacgia writer butdanh"),
    (.date, "date time datetime ngaydang published publish timestamp thoigian postdate pubdate"),
    (.caption, "caption captions chuthich imagedesc photodesc imgdesc picdesc"),
    (.source, "source nguon nguontin"),
    (.title, "title titles tieude headline"),
    (.image, "image images photo picture hinhanh"),
  ]
}
