import ArticleIndex
import Testing

@testable import mucluc

/// Where a sentence is put together; the others are words as they stand.
struct NoticeMessageTests {
  @Test(arguments: [
    (
      SearchNotice.unknownName(.author, "hoai", similar: []), "no article has the author \"hoai\""
    ),
    (
      .unknownName(.section, "kinh", similar: ["kinh te", "kinh doanh"]),
      "no article has the section \"kinh\"; there is \"kinh te\", \"kinh doanh\""
    ),
    (
      .relaxed(complete: 0),
      "no article has all the words; showing the best matches for some of them"
    ),
    (.relaxed(complete: 1), "only 1 article matches; those after it match less"),
    (.relaxed(complete: 2), "only 2 articles match; those after them match less"),
    (.missing(["covid-19", "\"bão Molave\""]), "no article contains covid-19, \"bão Molave\""),
    (.copiesLeftOut([3, 12]), "left out, as copies of the article: #3, #12"),
    (
      .query(.unknownField("a", known: ["b", "c"])),
      "\"a:\" is not a field and is searched as a word; there are b, c"
    ),
    (
      .table(.line("/a.tsv", 4, .tooManyWords(maximum: 16))),
      "/a.tsv: line 4 is left out: more than 16 words"
    ),
  ])
  func sentences(_ notice: SearchNotice, _ message: String) {
    #expect(notice.message == message)
  }
}
