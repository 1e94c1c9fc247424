/// A part of an article that a query can name: `title:`, `author:`, ….
public enum QueryField: String, Sendable, CaseIterable {
  case title, author, section, source, url
}
