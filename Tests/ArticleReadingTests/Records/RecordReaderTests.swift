import Testing

@testable import ArticleReading

@Suite("What the values of a record become")
struct RecordReaderTests {
  private func read(_ json: String, _ fields: RecordFields = RecordFields()) throws -> Article {
    let record = RawRecord(content: .json(Array(json.utf8)), position: .line(1))
    return try RecordReader(fields: fields).read(record).article
  }

  /// The part as text, whatever its type.
  private func value(_ part: RecordFields.Part, _ article: Article) -> String? {
    switch part {
    case .id: article.recordID
    case .title: article.title
    case .lede: article.lede
    case .body: article.paragraphs.joined(separator: "\n")
    case .date: article.date?.iso
    case .author: article.author
    case .section: article.section
    case .source: article.source
    case .url: article.url
    }
  }

  static let names = RecordFields.names.flatMap { part, names in names.map { (part, $0) } }

  @Test("Every built-in name, however it is spelt", arguments: names)
  func builtInName(part: RecordFields.Part, name: String) throws {
    let text = part == .date ? "2020-06-08" : "Nước về cù lao"
    let spellings = [
      name, name.uppercased(), name.split(separator: "_").joined(separator: "-"),
      name.split(separator: "_").map(\.capitalized).joined(),
      name.split(separator: "_").joined(separator: " "),
    ]
    for spelling in spellings {
      let others =
        (part == .title ? "" : #""title": "A", "#) + (part == .body ? "" : #""body": "B", "#)
      let article = try read("{\(others)\"\(spelling)\": \"\(text)\"}")
      #expect(value(part, article) == text, "\(spelling)")
    }
  }

  @Test("Where no name is known, a value that looks like a date or a text")
  func unknownNames() throws {
    let text = String(repeating: "Nước lên nhanh từ nửa đêm, bà con chạy lũ lên đê. ", count: 6)
    let article = try read(
      #"{"title": "Lũ về", "k1": 20200608, "k2": "12/6", "k3": "2020-06-08 10:20", "k4": "\#(text)"}"#
    )
    #expect(article.date?.sortKey == "202006081020")
    #expect(article.paragraphs == [String(text.dropLast())])
    let known = try read(
      #"{"title": "Lũ về", "k": "2020-06-08", "body": "B", "date": "2019-01-02", "x": "\#(text)"}"#)
    #expect(known.date?.iso == "2019-01-02")
    #expect(known.paragraphs == ["B"])
  }

  @Test("A table of names alone holds no articles")
  func commonNames() {
    #expect(!RecordFields().hasText(in: ["name", "detail"]))
    #expect(RecordFields().hasText(in: ["name", "noi_dung"]))
    #expect(RecordFields(mapped: [.title: ["name"]]).hasText(in: ["name"]))
  }

  @Test("Vietnamese names with their marks, composed or not")
  func vietnameseNames() throws {
    let article = try read(
      #"{"Tiêu đề": "Lũ về", "Nội dung": "Nước lên nhanh.", "Ngày đăng": "8/6/2020", "Tác giả": "An"}"#
    )
    #expect(article.title == "Lũ về")
    #expect(article.paragraphs == ["Nước lên nhanh."])
    #expect(article.date?.iso == "2020-06-08")
    #expect(article.author == "An")
  }

  @Test("Names asked earlier win, wherever they stand; empty values do not")
  func priority() throws {
    let names = RecordFields.names.first { $0.key == .title }?.value ?? []
    let members = names.reversed().map { "\"\($0)\": \"\($0)\"" }.joined(separator: ", ")
    #expect(try read("{\(members), \"body\": \"B\"}").title == names.first)
    #expect(try read(#"{"title": " ", "headline": "H", "body": null, "text": "T"}"#).title == "H")
    #expect(
      try read(#"{"updated": "2021-01-01", "title": "A", "published": "2020-01-01"}"#).date?.iso
        == "2020-01-01")
  }

  @Test("Mapped names are asked first, and mean nothing else")
  func mapped() throws {
    let fields = try RecordFields(assignments: ["title=ten_rieng", "body=description"])
    let article = try read(
      #"{"title": "A", "Tên riêng": "B", "description": "C", "content": "D"}"#, fields)
    #expect(article.title == "B")
    #expect(article.paragraphs == ["C"])
    #expect(article.lede.isEmpty)
    #expect(try read(#"{"title": "A", "content": "D"}"#, fields).title == "A")
  }

  @Test(
    "Assignments that say nothing",
    arguments: [
      ("title", .noEqualsSign), ("title=", .noName), ("=x", .unknownPart("")),
      ("tit=x", .unknownPart("tit")),
    ] as [(String, ReadingError.MappingFault)])
  func badAssignment(assignment: String, fault: ReadingError.MappingFault) {
    #expect(throws: ReadingError(.invalidMapping(assignment: assignment, fault))) {
      try RecordFields(assignments: [assignment])
    }
  }

  @Test("A part with several names, and one inside an object")
  func severalNames() throws {
    let fields = try RecordFields(assignments: [
      "title=tua,ten_rieng", "title=z", "body=kho.data.text",
    ])
    #expect(fields.mapped[.title] == ["tua", "ten_rieng", "z"])
    let article = try read(
      #"{"z": "Z", "Tên riêng": "B", "kho": {"data": {"text": "C"}}, "content": "D"}"#, fields)
    #expect(article.title == "B")
    #expect(article.paragraphs == ["C"])
  }

  @Test(
    "Values that are no strings",
    arguments: [
      (#"{"id": 12, "title": "A"}"#, RecordFields.Part.id, "12"),
      (#"{"id": 18446744073709551615, "title": "A"}"#, .id, "18446744073709551615"),
      (#"{"id": -3, "title": "A"}"#, .id, "-3"), (#"{"id": 4.0, "title": "A"}"#, .id, "4"),
      (#"{"id": true, "title": "A"}"#, .id, "true"),
      (#"{"_id": {"$oid": "64a0"}, "title": "A"}"#, .id, "64a0"),
      (#"{"title": {"rendered": "A"}}"#, .title, "A"),
      (#"{"title": {"@value": "A"}}"#, .title, "A"),
      (#"{"title": "A", "author": {"id": 3, "name": "An"}}"#, .author, "An"),
      (#"{"title": "A", "author": ["An", {"name": "Bình"}, null, ""]}"#, .author, "An, Bình"),
      (#"{"title": "A", "author": "toasoan@bao.example (Hoài An)"}"#, .author, "Hoài An"),
      (#"{"title": "A", "categories": ["Xã hội", "Tin nổi bật"]}"#, .section, "Xã hội"),
      (#"{"title": "A", "body": ["Một.", "Hai.", "Ba."]}"#, .lede, "Một."),
      (#"{"title": "A", "body": ["Một.", "Hai.", "Ba."]}"#, .body, "Hai.\nBa."),
      (#"{"title": "A", "timestamp": 1591603530}"#, .date, "2020-06-08"),
      (#"{"title": "A", "timestamp": 1591603530000.0}"#, .date, "2020-06-08"),
      (#"{"_index": "tin", "_id": "7", "_source": {"title": "A"}}"#, .id, "7"),
      (#"{"_index": "tin", "_id": "7", "_source": {"title": "A"}}"#, .title, "A"),
      (#"{"title": "Lũ\u0000 về\n\tđêm"}"#, .title, "Lũ về đêm"),
      (#"{"title": "R&amp;D <b>Nông</b> nghiệp"}"#, .title, "R&D Nông nghiệp"),
      (#"{"title": "3 < 5 và Q&A"}"#, .title, "3 < 5 và Q&A"),
    ] as [(String, RecordFields.Part, String)])
  func values(json: String, part: RecordFields.Part, text: String) throws {
    #expect(try value(part, read(json)) == text)
  }

  @Test(
    "Lede and body",
    arguments: [
      // A lede that the body repeats, one that it does not, one that is the body's cut start.
      (#"{"title": "T", "sapo": "Một.", "body": "Một.\n\nHai."}"#, "Một.", ["Hai."]),
      (#"{"title": "T", "sapo": "Không.", "body": "Một.\n\nHai."}"#, "Không.", ["Một.", "Hai."]),
      (
        #"{"title": "T", "excerpt": "Một hai […]", "body": "Một hai ba.\nBốn."}"#, "Một hai ba.",
        ["Bốn."]
      ),
      (
        #"{"title": "T", "excerpt": "Một hai...", "body": "Một hai ba.\nBốn."}"#, "Một hai ba.",
        ["Bốn."]
      ),
      // None: the first paragraph, if there is another.
      (#"{"title": "T", "body": "Một.\nHai."}"#, "Một.", ["Hai."]),
      (#"{"title": "T", "body": "Một."}"#, "", ["Một."]),
      // Only a lede is the body.
      (#"{"title": "T", "sapo": "Một."}"#, "", ["Một."]),
      (#"{"title": "T", "sapo": "Một.", "body": "Một."}"#, "", ["Một."]),
      (#"{"title": "T"}"#, "", []),
      // HTML, and inline tags in plain text.
      (#"{"title": "T", "body": "<p>Một.</p><p>Hai &amp; ba.</p>"}"#, "Một.", ["Hai & ba."]),
      (#"{"title": "T", "body": "<b>Một.</b>\nHai &amp; ba."}"#, "Một.", ["Hai & ba."]),
    ] as [(String, String, [String])])
  func parted(json: String, lede: String, paragraphs: [String]) throws {
    let article = try read(json)
    #expect(article.lede == lede)
    #expect(article.paragraphs == paragraphs)
  }

  @Test("Without a title the body's first sentence is it too")
  func untitled() throws {
    let article = try read(#"{"id": 1, "body": "Nước lũ đã rút khỏi phường. Bà con dọn bùn."}"#)
    #expect(article.title == "Nước lũ đã rút khỏi phường.")
    #expect(article.paragraphs == ["Nước lũ đã rút khỏi phường. Bà con dọn bùn."])
  }

  @Test("Furniture lines go from plain text")
  func furniture() throws {
    let article = try read(
      #"{"title": "T", "body": "Nước lũ đã rút khỏi xã từ sáng nay.\nIn trang\nBà con dọn bùn đến khuya."}"#
    )
    #expect(article.paragraphs == ["Bà con dọn bùn đến khuya."])
  }

  @Test(
    "Records that are none",
    arguments: [
      ("{}", .recordWithoutText),
      (#"{"id": 1, "title": " ", "body": ["", null]}"#, .recordWithoutText),
      ("", .invalidJSON(detail: "nothing there")), ("[1]", .notAnObject),
      (
        #"{"title": "a" "body": 1}"#,
        .invalidJSON(detail: "commas, colons or brackets out of place")
      ),
      (#"{"title": "a"#, .invalidJSON(detail: "a string without an end")),
      (#"{"title": "\x"}"#, .invalidJSON(detail: "a string with a bad escape")),
      (#"{"title": "\ud800"}"#, .invalidJSON(detail: "a string with a bad escape")),
      ("{\"title\": \"a\u{1}\"}", .invalidJSON(detail: "a control character in a string")),
      (#"{"title": tru}"#, .invalidJSON(detail: "a bad word")),
      (#"{"title": 0123}"#, .invalidJSON(detail: "a bad number")),
      (#"{"title": "#, .invalidJSON(detail: "commas, colons or brackets out of place")),
    ] as [(String, ReadingError.Cause)])
  func refused(json: String, cause: ReadingError.Cause) {
    #expect(throws: ReadingError(cause)) { try read(json) }
  }

  @Test("Bytes that are not UTF-8, and 100,000 brackets")
  func hostile() {
    let reader = RecordReader()
    let bad = RawRecord(
      content: .json(Array(#"{"title": ""#.utf8) + [0xE1, 0xBB] + Array(#""}"#.utf8)),
      position: .line(1))
    #expect(throws: ReadingError(.invalidJSON(detail: "invalid UTF-8"))) {
      try reader.read(bad)
    }
    let deep = #"{"title": "a", "b": "# + String(repeating: "[", count: 100_000)
    for json in [deep, deep + String(repeating: "]", count: 100_000) + "}"] {
      let record = RawRecord(content: .json(Array(json.utf8)), position: .line(1))
      #expect(throws: ReadingError.self) { try reader.read(record) }
    }
    #expect(throws: Never.self) { try read(#"{"title": "a"}"#) }
  }

  @Test("Half a megabyte of it, then a small one, on many threads at once")
  func threads() async throws {
    let body = String(repeating: "Nước về cù lao. ", count: 30_000)
    let large = RawRecord(
      content: .json(Array(#"{"title": "L", "body": "\#(body)"}"#.utf8)), position: .line(1))
    let small = RawRecord(content: .json(Array(#"{"title": "S"}"#.utf8)), position: .line(2))
    let reader = RecordReader()
    try await withThrowingTaskGroup(of: String.self) { group in
      for index in 0..<40 {
        group.addTask { try reader.read(index % 2 == 0 ? large : small).article.title }
      }
      var titles: [String: Int] = [:]
      for try await title in group { titles[title, default: 0] += 1 }
      #expect(titles == ["L": 20, "S": 20])
    }
  }

  @Test("The key of a record: its id, else its URL")
  func key() throws {
    let key = { (json: String) in
      try RecordReader().read(RawRecord(content: .json(Array(json.utf8)), position: .item(1)))
        .recordKey
    }
    #expect(try key(#"{"id": 7, "url": "u", "title": "A"}"#) == Array("7".utf8))
    #expect(try key(#"{"url": "u", "title": "A"}"#) == Array("u".utf8))
    #expect(try key(#"{"title": "A"}"#) == nil)
  }
}
