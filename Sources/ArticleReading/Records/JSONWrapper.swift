/// Tells a JSON object that is wrapped around an array of articles from one that is an article.
///
/// `{"articles": [{…}, …]}` and `{"response": {"docs": [{…}]}}` are wrappers, `{"title": …,
/// "authors": [{…}]}` is not. The first array of objects decides, by its name and what stood before it
/// in its object: a name that says so (`articles`, `items`) always wraps; a name that is a value's of
/// an article (`authors`) never does, but for those of the body; any other does unless the object
/// already has a title or a body.
///
/// An object whose first key is an address and leads to an object is one of objects: `{"https://…": {…}}`.
struct JSONWrapper {
  /// What an object is wrapped around.
  enum Content {
    /// The elements of an array, with so many objects open around it.
    case array(Int)
    /// Its members; the key of the first was read.
    case members([UInt8])
  }

  /// Whether it is still open what the object is.
  let isActive: Bool

  /// Only objects, and so deep, are looked into.
  private static let maximumDepth = 4
  private static let maximumKeyBytes = 64
  /// What collections of articles are called, folded as ``RecordFields/key(_:)`` does.
  private static let names: Set<String> = [
    "articles", "article", "items", "item", "data", "docs", "documents", "results", "rows",
    "records",
    "posts", "entries", "news", "hits", "list", "danhsach", "baiviet", "bai", "tin",
  ]

  /// The last string read at each depth: a key where a bracket or value follows it.
  private var key: [UInt8] = []
  private var isCollecting = false
  /// Whether a value is due: the last string was a key.
  private var isAfterColon = false
  /// By depth: whether a title or body was named.
  private var isArticle = [Bool](repeating: false, count: JSONWrapper.maximumDepth + 2)
  /// Whether the innermost open bracket is that of an array, and it decides.
  private var isAtArrayStart = false
  /// Whether no member of the object has ended.
  private var isFirstMember = true
  /// Open brackets below which nothing is looked at, 0 if everything is.
  private var passedDepth = 0

  init(isActive: Bool) { self.isActive = isActive }

  /// Reads on in the object until it ends, the window ends, or the first object that is wrapped begins;
  /// then returns what is wrapped, and `used` is that object's bracket. `scan` follows.
  mutating func advance(
    _ window: UnsafeRawBufferPointer, _ used: inout Int, scan: inout JSONScan
  ) -> Content? {
    while used < window.count {
      if scan.isInString {
        let start = used
        used = scan.passString(window, from: used)
        collect(window[start..<used], isComplete: !scan.isInString)
        continue
      }
      let byte = window[used]
      if isAtArrayStart, byte > 0x20 {
        isAtArrayStart = false
        if byte == UInt8(ascii: "{"), wraps(depth: scan.depth - 1) {
          return .array(scan.depth - 1)
        }
        passedDepth = scan.depth
      }
      if byte == UInt8(ascii: "{"), isAfterColon, scan.depth == 1, isFirstMember {
        if Self.isAddress(key) { return .members(key) }
        isFirstMember = false
      }
      if byte == UInt8(ascii: ","), scan.depth == 1 { isFirstMember = false }
      let end = scan.advance(
        UnsafeRawBufferPointer(rebasing: window[used...used]), from: 0)
      used += end
      note(byte, depth: scan.depth)
      if scan.depth == 0 { return nil }
    }
    return nil
  }

  /// Whether a key is what a page is known by: an address, or a path from a site's root.
  private static func isAddress(_ key: [UInt8]) -> Bool {
    key.starts(with: "http".utf8) || key.starts(with: "www.".utf8)
      || (key.first == UInt8(ascii: "/") && key.count > 1)
  }

  private mutating func collect(_ part: Slice<UnsafeRawBufferPointer>, isComplete: Bool) {
    guard passedDepth == 0, isCollecting else { return }
    if key.count <= Self.maximumKeyBytes {
      key.append(contentsOf: part.prefix(Self.maximumKeyBytes + 2))
    }
    if isComplete {
      key.removeLast()
      isCollecting = false
    }
  }

  /// Takes note of a byte outside of strings; `depth` counts it.
  private mutating func note(_ byte: UInt8, depth: Int) {
    if passedDepth > 0 {
      if depth < passedDepth { passedDepth = 0 }
      return
    }
    switch byte {
    case UInt8(ascii: "\"") where isAfterColon:
      switch part(of: key) {
      case .title, .body: isArticle[depth] = true
      default: break
      }
    case UInt8(ascii: "\""):
      (key, isCollecting) = ([], true)
    case UInt8(ascii: ":"):
      isAfterColon = true
    case UInt8(ascii: ","):
      isAfterColon = false
    case UInt8(ascii: "{"):
      isAfterColon = false
      if depth > Self.maximumDepth { passedDepth = depth } else { isArticle[depth] = false }
    case UInt8(ascii: "["):
      isAtArrayStart = true
      isAfterColon = false
    default: break
    }
  }

  /// Whether the array under ``key``, in an object at `depth`, holds articles.
  private func wraps(depth: Int) -> Bool {
    if Self.names.contains(RecordFields.key(String(decoding: key, as: UTF8.self))) { return true }
    switch part(of: key) {
    case .body, nil: return !isArticle[depth]
    default: return false
    }
  }

  private func part(of key: [UInt8]) -> RecordFields.Part? {
    RecordFields.builtIn[RecordFields.key(String(decoding: key, as: UTF8.self))]?.part
  }
}
