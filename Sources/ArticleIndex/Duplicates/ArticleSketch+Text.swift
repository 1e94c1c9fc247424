import VietnameseText

extension ArticleSketch {
  /// The sketch of a text by itself; nil for a body without words. Indexing makes the same one on
  /// its way.
  package init?(title: String, body: String) {
    var sketcher = Sketcher()
    TokenList(of: title).visit { _, folded, _ in sketcher.addTitle(folded) }
    TokenList(of: body).visit { _, folded, _ in sketcher.add(folded) }
    guard let sketch = sketcher.finish() else { return nil }
    self = sketch
  }
}
