import VietnameseText

extension ArticleSketch {
  /// The sketch of a text by itself; nil for a body without words. Indexing makes the same one on
  /// its way.
  package init?(title: String, body: String) {
    var sketcher = Sketcher()
    sketcher.addTitle(TokenList(of: title))
    sketcher.add(TokenList(of: body))
    guard let sketch = sketcher.finish() else { return nil }
    self = sketch
  }
}
