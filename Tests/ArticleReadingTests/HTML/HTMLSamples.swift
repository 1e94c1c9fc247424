import Foundation
import TestSupport

@testable import ArticleReading

/// The fixture pages in `Samples/Formats/html`.
enum HTMLSamples {
  /// Their names.
  static let names: [String] = [
    "amp", "bang-2004", "binh-luan-dai", "cay-hong", "cms-json-ld", "cong-thong-tin-sharepoint",
    "e-magazine", "hop-lien-quan", "khong-sieu-du-lieu", "nhat-ky-mang", "phong-su-anh",
    "phong-vntime", "tin-ngan", "ung-dung-ssr", "word-dan-vao", "wordpress",
  ]

  private static let folder = PackageFiles.root.appending(path: "Samples/Formats/html")

  static func page(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "\(name).html")))
  }

  static func gold(_ name: String) throws -> String {
    String(
      decoding: try Data(contentsOf: folder.appending(path: "\(name).gold.txt")), as: UTF8.self)
  }

  static func article(_ name: String) throws -> Article {
    try HTMLReader().read(try page(name)).article
  }

  /// The article that markup is read as.
  static func article(in markup: String) throws -> Article {
    try HTMLReader().read(Array(markup.utf8)).article
  }
}
