/// Tells pages that are no article's: home pages, lists, error pages.
///
/// Such a page has running text, too: the lines under the headlines it lists, or what went wrong. It is
/// told by what its head says it is, by its address, and by what its text is made of: of a list, most
/// paragraphs stand under a headline that is a link. A page that says it is an article is one unless all
/// its text is of that kind; in doubt it is one.
struct OtherPages {
  private let page: PageContent
  private let finder: BodyFinder
  private let data: LinkedData

  init(_ finder: BodyFinder, _ data: LinkedData) {
    (page, self.finder, self.data) = (finder.page, finder, data)
  }

  /// What the page is; nil for an article, as far as can be told.
  func kind() -> ReadingError.OtherPage? {
    let prose = Prose(finder)
    if isError(prose) { return .error }
    guard !data.isArticle, page.metadata.values[.published] == nil else { return nil }
    let isSaidArticle = page.metadata.values[.type].map { $0.hasPrefix("article") } == true
    if prose.isAllListed(atLeast: isSaidArticle ? 6 : 2) { return isHome ? .home : .list }
    guard !isSaidArticle else { return nil }
    if isHome, prose.own < Self.homeText { return .home }
    if isHome || isListAddress, prose.isAllLinks { return isHome ? .home : .list }
    if prose.isMostlyListed || (isListAddress && prose.own < Self.listText) { return .list }
    return nil
  }

  /// A home page has no more running text of its own than this, in bytes; a list less.
  private static let homeText = 1500
  private static let listText = 400

  /// The running text of a page, and how much of it stands under linked headlines.
  private struct Prose {
    /// In bytes.
    private(set) var all = 0
    private(set) var listed = 0
    /// Paragraphs under linked headlines.
    private(set) var items = 0
    /// Links as long as headlines.
    private(set) var links = 0

    init(_ finder: BodyFinder) {
      let blocks = finder.page.blocks
      // Blocks since the last linked headline, nothing of running text between.
      var distance = Int.max
      for block in blocks {
        let isOut = finder.isFurniture[block.container] || block.traits.contains(.furniture)
        if block.isLink {
          guard block.text.count >= Self.leastHeadline else { continue }
          links += 1
          distance = 0
        } else if block.prose > 0 {
          if !isOut {
            all += block.prose
            // Short lines that stand in for running text are no teasers.
            if distance <= Self.linesBetween, block.prose <= Self.longestTeaser,
              BlockShape.prose(block, in: finder.page.text) > 0
            {
              listed += block.prose
              items += 1
            }
          }
          distance = Int.max
        } else if distance < Int.max {
          distance += 1
        }
      }
    }

    private static let leastHeadline = 18
    private static let longestTeaser = 700
    private static let linesBetween = 2

    /// Running text that is not under a linked headline.
    var own: Int { all - listed }

    /// Whether there is no text but that of so many items.
    func isAllListed(atLeast count: Int) -> Bool { own == 0 && items >= count }

    /// Whether there are but links.
    var isAllLinks: Bool { all == 0 && links >= 12 }

    var isMostlyListed: Bool { items >= 4 && listed * 5 >= all * 3 }
  }

  // MARK: - Addresses

  private var address: String? {
    page.metadata.values[.canonicalURL] ?? page.metadata.values[.openGraphURL]
  }

  /// The folders and the name in the page's address, in lower case; nil if it does not say one.
  private var path: [Substring]? {
    guard let address, let scheme = address.firstRange(of: "://") else { return nil }
    let rest = address[scheme.upperBound...].prefix { $0 != "#" }
    guard !rest.contains("?") else { return nil }
    return rest.lowercased().split(separator: "/").dropFirst().map { $0 }
  }

  private var isHome: Bool {
    guard let path else { return false }
    return path.isEmpty || (path.count == 1 && Self.homes.contains(String(path[0])))
  }

  private static let homes: Set<String> = [
    "index.html", "index.htm", "index.php", "index.aspx", "default.aspx", "home", "home.html",
    "trang-chu", "trang-chu.html", "trangchu", "vi", "vn", "index",
  ]

  private var isListAddress: Bool {
    guard let path else { return false }
    return path.contains { Self.lists.contains(String($0)) }
  }

  private static let lists: Set<String> = [
    "tag", "tags", "tu-khoa", "category", "chuyen-muc", "the-loai", "author", "tac-gia", "search",
    "tim-kiem", "page", "archive", "archives", "chu-de",
  ]

  // MARK: - Errors

  /// Whether headline or title says that there is no page, and hardly anything else is said.
  private func isError(_ prose: Prose) -> Bool {
    guard prose.own < Self.errorText, !data.isArticle else { return false }
    let title = page.metadata.values[.title].map { PageTitle.parts(of: $0, atColon: false) } ?? []
    let headings = page.blocks.lazy.filter { $0.heading > 0 }.prefix(3).map(page.string)
    return (title + headings).contains { Self.saysError(foldedLine($0[...])) }
  }

  private static let errorText = 1200

  private static func saysError(_ line: String) -> Bool {
    guard line.utf8.count <= 80 else { return false }
    if errors.contains(where: line.hasPrefix) { return true }
    guard let status = line.split(whereSeparator: { !$0.isNumber }).first,
      statuses.contains(String(status))
    else { return false }
    return line.utf8.count <= 5 || statusWords.contains { line.contains($0) }
  }

  private static let statuses: Set<String> = [
    "400", "401", "403", "404", "410", "500", "502", "503", "504",
  ]

  private static let statusWords = [
    "not found", "khong tim thay", "khong ton tai", "error", "loi", "page", "forbidden",
    "bad gateway",
    "unavailable", "timeout", "time-out", "internal server", "bad request", "unauthorized", "gone",
  ]

  private static let errors = [
    "page not found", "not found", "khong tim thay trang", "khong tim thay noi dung",
    "khong tim thay bai viet", "khong tim thay duong dan", "trang khong ton tai",
    "trang ban yeu cau khong", "trang ban tim kiem khong", "trang nay khong ton tai",
    "bai viet khong ton tai", "bai viet nay khong ton tai", "noi dung khong ton tai",
    "duong dan khong ton tai", "lien ket khong ton tai", "access denied", "403 forbidden",
    "service unavailable", "internal server error", "bad gateway", "server error in",
    "just a moment", "attention required! | cloudflare", "attention required!",
    "he thong dang bao tri", "website dang bao tri", "this page isn't available",
    "this page can't be", "problem loading page", "error 404", "loi 404", "object moved",
    "document moved", "request unsuccessful", "request rejected", "ban khong co quyen truy cap",
  ]
}
