import Testing

@testable import ArticleReading

@Suite("Dumps of databases")
struct SQLCutterTests {
  private func rows(_ text: String, limit: Int = 1 << 20) throws -> [[String]] {
    try RecordFiles.read(text, .sql, limit: limit).rows
  }

  @Test(
    "What the dump programs write",
    arguments: [
      // MySQL: escapes, comments, versions' own statements.
      (
        ContainerSamples.database,
        [
          [
            "id=1", "tieude=Anh nói 'vâng'; rồi (đi)", "noidung=<p>Dòng một</p>\n<p>Dòng 'hai'</p>",
          ],
          ["id=2", "tieude=B", "noidung=C -- không là chú thích"],
        ]
      ),
      (
        "/*!40000 ALTER TABLE `t` */;\nINSERT IGNORE INTO `x`.`t` (`title`, `body`) VALUES (\"a\\\"b\",'c'),('d',NULL)\nON DUPLICATE KEY UPDATE body='x';\nINSERT INTO t (title,body) VALUES ('e','f');",
        [["title=a\"b", "body=c"], ["title=d"], ["title=e", "body=f"]]
      ),
      // PostgreSQL: a backslash is one, but in E'…'.
      (
        "-- PostgreSQL database dump\nINSERT INTO public.t (title, body) VALUES ('a\\', E'b\\nc');\nINSERT INTO t (title, body, x) VALUES ('d', 'e', ARRAY['1','2']);",
        [["title=a\\", "body=b\nc"], ["title=d", "body=e", "x=1"]]
      ),
      (
        "CREATE FUNCTION f() AS $$ INSERT INTO t (title, body) VALUES ('x','y'); $$;\nCOPY public.t (id, title, body) FROM stdin;\n1\ta\tb\\nc\\\\\n2\t\\N\td\n\\.\n\nSELECT 1;\nINSERT INTO t (title, body) VALUES ('e', 'f');",
        [["id=1", "title=a", "body=b\nc\\"], ["id=2", "body=d"], ["title=e", "body=f"]]
      ),
      // SQLite: the columns are those of the table.
      (
        "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE IF NOT EXISTS \"tin\" (id INTEGER PRIMARY KEY, title TEXT DEFAULT 'a, b', body TEXT, UNIQUE(title));\nINSERT INTO tin VALUES(1,'a\\','b''c');\nCOMMIT;",
        [["id=1", "title=a\\", "body=b'c"]]
      ),
      // SQL Server: no semicolons, names in brackets, casts.
      (
        "SET IDENTITY_INSERT [dbo].[Tin] ON \nGO\nINSERT [dbo].[Tin] ([Id], [TieuDe], [NoiDung], [Ngay]) VALUES (1, N'Lũ về\\', N'Nước lên', CAST(N'2022-07-08T10:20:00.000' AS DateTime))\nINSERT [dbo].[Tin] ([Id], [TieuDe], [NoiDung]) VALUES (2, N'B', N'C')\nGO\n",
        [
          ["Id=1", "TieuDe=Lũ về\\", "NoiDung=Nước lên", "Ngay=2022-07-08T10:20:00.000"],
          ["Id=2", "TieuDe=B", "NoiDung=C"],
        ]
      ),
    ])
  func programs(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
    for chunkBytes in [1, 7] {
      #expect(try RecordFiles.read(text, .sql, chunkBytes: chunkBytes).rows == expected)
    }
  }

  @Test("A table whose columns say nothing gives its rows with long running text")
  func unknownColumns() throws {
    let prose = ContainerSamples.prose + ContainerSamples.prose
    let text = "INSERT INTO t (ma, x1, x2) VALUES (1, 'Đường ra bến', '\(prose)'), (2, 'b', 'c');"
    #expect(try rows(text) == [["ma=1", "x1=Đường ra bến", "x2=\(prose)"]])
  }

  @Test("Of WordPress's posts those that were published, without shortcodes")
  func wordpress() throws {
    let text = """
      INSERT INTO `wp_posts` (`ID`,`post_content`,`post_title`,`post_status`,`post_type`,`post_mime_type`)
      VALUES (1,'[gallery ids="1,2"]A [caption x="y"]ảnh[/caption] [1]','T','publish','post',''),
      (2,'B','U','draft','post',''),(3,'C','V','inherit','revision',''),(4,'D','W','publish','page','');
      """
    #expect(
      try rows(text).map { $0.prefix(3) } == [
        ["ID=1", "post_content=A ảnh [1]", "post_title=T"],
        ["ID=4", "post_content=D", "post_title=W"],
      ])
  }

  @Test("What is wrong with one row costs no other")
  func badRows() throws {
    let text =
      "INSERT INTO t (title, body) VALUES ('a','\(String(repeating: "x", count: 200))'),('b','c');"
    let outcome = try RecordFiles.read(text, .sql, limit: 100)
    #expect(outcome.failures == ["item(1): recordTooLong(limit: 100)"])
    #expect(outcome.rows == [["title=b", "body=c"]])
    let invalid =
      Array("INSERT INTO t (title, body) VALUES ('".utf8) + [0xC3] + Array("','b'),('c','d');".utf8)
    let bytes = try RecordFiles.read(invalid, .sql)
    #expect(bytes.failures.count == 1 && bytes.rows == [["title=c", "body=d"]])
    let open = try RecordFiles.read("INSERT INTO t (title, body) VALUES ('a','b'),('c", .sql)
    #expect(open.rows.count == 1 && open.error?.cause == .endsInsideRecord(item: 2))
  }

  @Test(
    "A dump without a table of articles is none",
    arguments: ["", "CREATE TABLE a (b int);", ";;)", "INSERT INTO a (name) VALUES ('b');"])
  func nothing(text: String) throws {
    #expect(try RecordFiles.read(text, .sql).error?.code == .otherKind)
  }
}
