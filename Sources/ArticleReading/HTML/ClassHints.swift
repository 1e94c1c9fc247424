/// What the class and id of an element say about its content.
///
/// Authors of templates name things alike: `entry-content`, `noi-dung`, `box-tin-lien-quan`. A name
/// is cut at anything but letters and where a capital follows a small letter, and words and pairs
/// of words are looked up; so `tinLienQuan`, `lien-quan` and `lienquan` are one, and `uploads` holds
/// no `ads`. A class that only says what is beside it (`has-sidebar`, `no-comments`) or how it is
/// printed (`print:hidden`) says nothing of the element.
struct ClassHints: OptionSet {
  let rawValue: UInt32

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
  /// Furniture whatever it holds: `footer`, `cookie`.
  static let fixture = ClassHints(rawValue: 4096)
  /// Furniture if it is the first word of a class.
  private static let leading = ClassHints(rawValue: 8192)
  /// A first word that denies the others.
  private static let negation = ClassHints(rawValue: 16384)

  /// The hints that a run of text in a line is told apart by.
  static let fields: ClassHints = [.lede, .author, .date, .source]
  /// What holds for everything in an element that has the hint.
  static let inherited: ClassHints = [.lede, .author, .date, .source, .breadcrumb]

  /// Longer values are not looked at further than this, in bytes.
  private static let maximumLength = 200

  /// Reads one attribute's value, a C string.
  static func of(_ value: UnsafePointer<UInt8>) -> ClassHints {
    var (all, hints): (ClassHints, ClassHints) = ([], [])
    var (word, pair) = (NameHash(), NameHash())
    var (length, words) = (0, 0)
    var (isVoid, isContent) = (false, false)
    var previous: UInt8 = 0
    func finishWord() {
      if let found = table[word] {
        // A widget of something is a part of it; a widget is the site's.
        hints.formUnion(words == 0 ? found : found.subtracting(.leading))
        if found.contains(.negation), words == 0 { isVoid = true }
      }
      if words > 0, let found = table[pair] { hints.formUnion(found) }
      (pair, word, length, words) = (word, NameHash(), 0, words + 1)
    }
    func finishClass() {
      if hints.contains(.leading) { hints.insert(.furniture) }
      if words == 1, !hints.isDisjoint(with: [.content, .body]) { isContent = true }
      if !isVoid { all.formUnion(hints) }
      (hints, words, isVoid) = ([], 0, false)
    }
    var index = 0
    while index < maximumLength {
      let byte = value[index]
      let isUpper = byte &- 0x41 < 26
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let startsWord = isUpper && previous &- 0x61 < 26
      if length > 0, !isLetter || startsWord { finishWord() }
      if byte <= 0x20 { finishClass() }
      if byte == 0 { break }
      if byte == 0x3A { isVoid = true }
      if isLetter {
        word.add(byte)
        if words > 0 { pair.add(byte) }
        length += 1
      }
      previous = byte
      index += 1
    }
    if index == maximumLength {
      if length > 0 { finishWord() }
      finishClass()
    }
    // `post author-hoai-an` is the author's post, not the author.
    return isContent ? all.subtracting(fields) : all
  }

  private static let table = NameTable(words) { $0.union($1) }

  private static let words: [(ClassHints, String)] = [
    (
      .furniture,
      """
      submenu sidebar aside related relate relatednews lienquan tinkhac tincu tinmoi tinmoinhat
      tinlienquan othernews others docnhieu xemnhieu mostread mostview popular trending hotnews share
      sharing social socials addthis zalo facebook tag tags tagcloud keywords tukhoa ads ad adv advert
      advertisement banner quangcao sponsor toolbar tools print rating vote paging pagination pager
      recommend recommended recommendation recommendations suggest suggestion suggestions subscribe
      subscription newsletter newsletters signup weblink weblinks lienket counter thongke
      luottruycap skip topbar bottombar ticker marquee calendar lich datepicker readmore xemthem
      teaser teasers promo promotion outbrain taboola disclaimer donate donation carousel cta poll
      breakingnews latestnews placeholder videoplayer audioplayer jwplayer authorbio aboutauthor
      authordescription tooltip toast podcast
      """
    ),
    (
      [.furniture, .fixture],
      """
      nav navbar navigation menu menus topmenu mainmenu footer foot popup modal login signin search
      cookie cookies consent gdpr onetrust copyright banquyen
      """
    ),
    (.leading, "widget widgets"),
    (.negation, "no not has with without hide"),
    (
      [.furniture, .fixture, .comments],
      "comment comments binhluan ykien disqus fbcomments replies phanhoi"
    ),
    ([.furniture, .fixture, .breadcrumb], "breadcrumb breadcrumbs crumb crumbs duongdan"),
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
    (
      .date,
      """
      date dates time datetime ngaydang published publish timestamp thoigian postdate pubdate day month
      year datum fecha meta metadata
      """
    ),
    (.caption, "caption captions chuthich imagedesc photodesc imgdesc picdesc"),
    (.source, "source nguon nguontin"),
    (.title, "title titles tieude headline"),
    (.image, "image images photo picture hinhanh"),
  ]
}
