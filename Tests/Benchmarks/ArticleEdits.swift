/// An article as the measurement of duplicates edits it.
struct EditedArticle {
  var title: String
  var paragraphs: [String]

  var body: String { paragraphs.joined(separator: "\n") }
}

/// What newspapers do to a story they take over, done to an article.
enum ArticleEdit: String, CaseIterable {
  case headline = "another headline and lede"
  case credits = "an agency's credits before and after"
  case boilerplate = "60 words of a site's furniture"
  case cutParagraph = "a paragraph cut"
  case swapSentences = "two sentences swapped"
  case names = "1 name in 3 changed"
  case fewWords = "1 word in 40 changed"
  case someWords = "1 word in 20 changed"
  case manyWords = "1 word in 8 changed"
  case shortened = "shortened to 60 %"
  case lead = "shortened to 45 %"
  case everything = "headline, credits, a paragraph cut, 1 word in 20"

  /// Whether the outcome is still the same story; else it is so different that either answer is
  /// right.
  var makesCopies: Bool { ![.manyWords, .lead, .everything].contains(self) }

  /// The edited article; nil where the edit would leave it as it is, or hardly anything of it.
  func applied(to article: EditedArticle) -> EditedArticle? {
    var article = article
    switch self {
    case .headline:
      article.title = "Tin vừa nhận sáng nay"
      if !article.paragraphs.isEmpty {
        article.paragraphs[0] = "Thông tin trên vừa được cơ quan chức năng xác nhận với báo giới."
      }
      return article.paragraphs.count > 2 ? article : nil
    case .credits:
      article.paragraphs.insert("(Bản tin tổng hợp) -", at: 0)
      article.paragraphs.append("Theo phóng viên thường trú / Ban biên tập tin trong nước")
    case .boilerplate:
      article.paragraphs.append(Self.furniture)
    case .cutParagraph:
      guard article.paragraphs.count > 3 else { return nil }
      article.paragraphs.remove(at: article.paragraphs.count / 2)
    case .swapSentences:
      return swappingSentences(article)
    case .names:
      return changing(article) { words, index in
        guard index > 0, index % 3 == 0, let first = words[index].first, first.isUppercase,
          let before = words[index - 1].last, before.isLetter
        else { return nil }
        return "Minh"
      }
    case .fewWords:
      return changing(article) { _, index in index % 40 == 7 ? "cùng" : nil }
    case .someWords:
      return changing(article) { _, index in index % 20 == 7 ? "cùng" : nil }
    case .manyWords:
      return changing(article) { _, index in index % 8 == 5 ? "cùng" : nil }
    case .shortened:
      return shortened(article, to: 0.6)
    case .lead:
      return shortened(article, to: 0.45)
    case .everything:
      return [ArticleEdit.cutParagraph, .headline, .credits, .someWords].reduce(article) {
        (article: EditedArticle?, edit) in article.flatMap { edit.applied(to: $0) }
      }
    }
    return article
  }

  private static let furniture = """
    Mời bạn đọc theo dõi các bản tin khác trên trang của chúng tôi. Ý kiến đóng góp xin gửi về hộp \
    thư của tòa soạn. Ghi rõ nguồn khi phát hành lại thông tin từ trang này. Xem thêm: lịch cắt \
    điện, giá nông sản, đường dây nóng, tuyển dụng, rao vặt, truyền hình trực tuyến, báo in, ảnh \
    đẹp, thời tiết.
    """

  private func changing(
    _ article: EditedArticle, _ change: ([Substring], Int) -> String?
  ) -> EditedArticle? {
    var changes = 0
    var edited = article
    for index in article.paragraphs.indices {
      let words = article.paragraphs[index].split(separator: " ")
      edited.paragraphs[index] = words.indices.map { word in
        guard let new = change(words, word) else { return String(words[word]) }
        changes += 1
        return new
      }.joined(separator: " ")
    }
    return changes > 0 ? edited : nil
  }

  private func swappingSentences(_ article: EditedArticle) -> EditedArticle? {
    var article = article
    for index in article.paragraphs.indices {
      var sentences = article.paragraphs[index].split(separator: ". ")
      guard sentences.count > 1 else { continue }
      sentences.swapAt(0, sentences.count - 1)
      article.paragraphs[index] = sentences.joined(separator: ". ")
      return article
    }
    return nil
  }

  /// The first sentences, up to a share of the words.
  private func shortened(_ article: EditedArticle, to share: Double) -> EditedArticle? {
    let words = article.body.split(whereSeparator: \.isWhitespace)
    guard words.count >= 60 else { return nil }
    let kept = words.prefix(Int(Double(words.count) * share)).joined(separator: " ")
    return EditedArticle(title: article.title, paragraphs: [kept])
  }
}
