import SystemPackage
import Testing

@testable import ArticleReading

@Suite("JSON of many shapes")
struct JSONShapesTests {
  private func read(_ text: String) -> ContainerSamples.Outcome {
    ContainerSamples.read(text, named: "a.json")
  }

  @Test(
    "Records under keys, in columns, in rows",
    arguments: [
      (
        #"{"https://b.vn/a": {"title": "A", "body": "x"}, "https://b.vn/b": {"title": "B"}}"#,
        ["A", "B"]
      ),
      (#"{"1a": {"title": "A", "body": "x"}, "1b": {"title": "B", "body": "y"}}"#, ["A", "B"]),
      (#"{"x": {"title": "A", "body": "x"}, "y": {"title": "B", "body": "y"}}"#, ["A", "B"]),
      (#"{"title": {"0": "A", "1": "B"}, "body": {"0": "x", "1": "y"}}"#, ["A", "B"]),
      (#"{"title": ["A", "B"], "body": ["x", null]}"#, ["A", "B"]),
      (
        #"{"columns": ["title", "body"], "index": [0, 1], "data": [["A", "x"], ["B", "y"]]}"#,
        ["A", "B"]
      ),
      // One article all the same.
      (#"{"title": "A", "body": "x", "meta": {"title": "M", "body": "z"}}"#, ["A"]),
      (#"{"id": 1, "author": {"name": "N"}, "data": {"title": "A", "body": "x"}}"#, ["A"]),
      (
        #"{"title": {"rendered": "A"}, "content": {"rendered": "<p>x</p>", "protected": false}}"#,
        ["A"]
      ),
      (#"{"title": "A", "authors": ["N", "M"], "paragraphs": ["x", "y"]}"#, ["A"]),
      (#"{"posts": {"12": {"title": "A", "body": "x"}}}"#, []),
    ])
  func shapes(text: String, titles: [String]) throws {
    #expect(read(text).titles == titles)
    let whole = try RecordFiles.read(text, .json)
    #expect(try RecordFiles.read(text, .json, chunkBytes: 1) == whole)
  }

  @Test("An address as the key is the article's")
  func keys() {
    let article = read(#"{"https://b.vn/a": {"title": "A", "body": "x"}, "/b": {"title": "B"}}"#)
      .articles
    #expect(article.map(\.url) == ["https://b.vn/a", nil])
    #expect(article.map(\.recordID) == ["https://b.vn/a", "/b"])
    let cut = read(#"{"https://b.vn/a": {"title": "A"}, "https://b.vn/b": {"ti"#)
    #expect(cut.titles == ["A"] && cut.error?.cause == .jsonEndsInside(item: 2))
  }

  @Test(
    "Values inside objects that merely hold them",
    arguments: [
      (
        #"{"text": "Tin ngắn", "meta": {"description": "Dài hơn cả tên tin.", "date": "2022-07-08", "uri": "u"}}"#,
        "2022-07-08"
      ),
      (
        #"{"data": {"attributes": {"title": "Tin ngắn", "published": "2022-07-08"}}}"#, "2022-07-08"
      ),
      (#"{"title": "Tin ngắn", "image": {"date": "2020-01-01", "title": "x"}}"#, nil),
      (
        #"{"title": "Tin ngắn", "date": {"$date": {"$numberLong": "1657250400000"}}}"#, "2022-07-08"
      ),
    ] as [(String, String?)])
  func nested(text: String, date: String?) throws {
    let article = try #require(read("[\(text)]").articles.first)
    #expect(article.title == "Tin ngắn")
    #expect(article.date?.iso == date)
  }

  @Test(
    "Text in the blocks of editors",
    arguments: [
      #"{"blocks": [{"type": "paragraph", "data": {"text": "Một."}}, {"type": "image", "data": {"url": "u"}}, {"type": "list", "data": {"items": ["Hai.", "Ba."]}}]}"#,
      #"[{"type": "text", "content": "Một."}, {"type": "text", "content": "Hai."}, {"type": "text", "content": "Ba."}]"#,
      #"{"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Mộ"}, {"type": "text", "text": "t."}]}, {"type": "paragraph", "content": [{"type": "text", "text": "Hai."}]}, {"type": "paragraph", "content": [{"type": "text", "text": "Ba."}]}]}"#,
      #"{"ops": [{"insert": "Một.\nHai"}, {"insert": ".\nBa.\n"}]}"#,
      #""['Một.', \"Hai.\", 'Ba.']""#,
      #""{\"blocks\": [{\"data\": {\"text\": \"Một.\"}}, {\"data\": {\"text\": \"Hai.\"}}, {\"data\": {\"text\": \"Ba.\"}}]}""#,
      #""&lt;p&gt;Một.&lt;/p&gt;&lt;p&gt;Hai.&lt;/p&gt;&lt;p&gt;Ba.&lt;/p&gt;""#,
      #"["Một.", "Hai.", "Ba."]"#,
    ])
  func blocks(body: String) {
    #expect(read("[{\"title\": \"A\", \"body\": \(body)}]").texts == ["Một.|Hai.|Ba."])
  }

  @Test("Posts of Facebook: the text is the article, in the encoding that exports have")
  func facebook() throws {
    let export =
      #"[{"timestamp": 1657250400, "data": [{"post": "B\u00c3\u00a0 con s\u00e1\u00bb\u00ada \u00c4\u0091\u00c6\u00b0\u00e1\u00bb\u009dng."}], "title": "An \u00c4\u0091\u00c3\u00a3 c\u00e1\u00ba\u00adp nh\u00e1\u00ba\u00adt."}]"#
    let article = try #require(read(export).articles.first)
    #expect(article.title == "Bà con sửa đường.")
    #expect(article.date?.iso == "2022-07-08")
    let graph =
      #"{"data": [{"id": "1_2", "message": "Bà con sửa đường.", "created_time": "2022-07-08T03:20:00+0000", "from": {"name": "Báo Mẫu", "id": "1"}, "permalink_url": "https://f.example/1_2"}], "paging": {}}"#
    let post = try #require(read(graph).articles.first)
    #expect(post.title == "Bà con sửa đường." && post.date?.sortKey == "202207081020")
    #expect(post.author == "Báo Mẫu" && post.url == "https://f.example/1_2")
  }

  @Test("UTF-16 is read in tables and dumps", arguments: [true, false], [true, false])
  func utf16(isBigEndian: Bool, hasMark: Bool) throws {
    func bytes(_ text: String) -> [UInt8] {
      ((hasMark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBigEndian ? [high, low] : [low, high]
      }
    }
    let table = bytes("title,body\r\nĐường 𝒳,\"Bà con, sửa\"\r\n")
    #expect(ContainerSamples.read(table, named: "a.csv").titles == ["Đường 𝒳"])
    for chunkBytes in [1, 3, 64] {
      let outcome = try RecordFiles.read(table, .csv, chunkBytes: chunkBytes)
      #expect(outcome.rows == [["title=Đường 𝒳", "body=Bà con, sửa"]])
    }
    for name in ["a.tsv", "a.txt"] {
      #expect(
        ContainerSamples.read(bytes("title\tbody\nA\tB"), named: FilePath(name)).titles == ["A"])
    }
    #expect(ContainerSamples.read(bytes("Tên\tbài\nA\tB"), named: "a.txt").articles.count == 1)
    #expect(ContainerSamples.read(bytes("[{\"title\": \"Đ\"}]"), named: "a.json").titles == ["Đ"])
    let sql = bytes("INSERT INTO t (title, body) VALUES (N'Đ', N'b')")
    #expect(ContainerSamples.read(sql, named: "a.sql").titles == ["Đ"])
  }
}
