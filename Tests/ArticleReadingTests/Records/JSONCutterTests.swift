import Testing

@testable import ArticleReading

@Suite("JSON files are cut")
struct JSONCutterTests {
  @Test(
    "Arrays, objects and wrappers",
    arguments: [
      (#"[{"a": 1}, {"b": "]}\"{"}]"#, [#"{"a": 1}"#, #"{"b": "]}\"{"}"#]),
      ("[]", nil), (" \n", nil),
      (#"{"title": "A", "tags": ["b"]}"#, [#"{"title": "A", "tags": ["b"]}"#]),
      (
        "{\"a\": 1}\n{\n \"b\": {}\n}{\"c\": []}",
        ["{\"a\": 1}", "{\n \"b\": {}\n}", "{\"c\": []}"]
      ),
      (
        #"{"ok": true, "x": {"n": 1}, "rows": [{"a": 1}, {"a": 2}], "next": [{"b": 3}]}"#,
        [#"{"a": 1}"#, #"{"a": 2}"#]
      ),
      (#"{"response": {"start": 0, "docs": [ {"a": 1} ]}}"#, [#"{"a": 1}"#]),
      (
        #"{"took": 3, "hits": {"total": {"value": 1}, "hits": [{"_source": {}}]}}"#,
        [#"{"_source": {}}"#]
      ),
      // JSON Feed: a title of its own, and items.
      (
        #"{"title": "Tin", "items": [{"a": 1}]}{"title": "A"}"#, [#"{"a": 1}"#, #"{"title": "A"}"#]
      ),
      // An article that holds arrays of objects.
      (
        #"{"authors": [{"name": "An"}], "title": "A"}"#,
        [#"{"authors": [{"name": "An"}], "title": "A"}"#]
      ),
      (
        #"{"title": "A", "related": [{"title": "B"}]}"#,
        [#"{"title": "A", "related": [{"title": "B"}]}"#]
      ),
      (
        #"{"title": "A", "content": [{"text": "B"}]}"#,
        [#"{"title": "A", "content": [{"text": "B"}]}"#]
      ),
      (#"{"content": [{"a": 1}], "totalPages": 1}"#, [#"{"a": 1}"#]),
      (#"[[{"a": 1}], [{"a": 2}]]"#, [#"{"a": 1}"#, #"{"a": 2}"#]),
      ("\u{FEFF}[{}]", ["{}"]),
    ] as [(String, [String]?)], [1, 7, 4096])
  func shapes(file: (text: String, objects: [String]?), chunkBytes: Int) throws {
    let outcome = try RecordFiles.read(file.text, .json, chunkBytes: chunkBytes)
    #expect(outcome.objects == file.objects ?? [])
    #expect(outcome.failures.isEmpty)
    #expect(
      outcome.error == (file.objects == nil ? ReadingError(.noObject) : nil))
  }

  @Test(
    "What stands between objects and is none, and ends that are missing",
    arguments: [
      (#"[{"a": 1}, "rác {x}", 5, null, {"b": 2}]"#, 2, ["item(2): notAnObject"], nil),
      ("<html>404</html>", 0, ["item(1): notAnObject"], nil),
      (#"[{"a": 1}, {"b": "#, 1, [], .jsonEndsInside(item: 2)),
      (#"[{"a": 1},"#, 1, [], .jsonEndsBehind(item: 1)),
      (#"{"rows": [{"a": 1}]"#, 1, [], .jsonEndsBehind(item: 1)),
      (#"{"rows": [{"a": 1}"#, 1, [], .jsonEndsBehind(item: 1)),
      (#"{"a": "không hết"#, 0, [], .jsonEndsInside(item: 1)),
      (#"{"a": 1}}]{"b": 2}"#, 2, ["item(2): notAnObject"], nil),
    ] as [(String, Int, [String], ReadingError.Cause?)], [1, 4096])
  func damaged(
    file: (text: String, records: Int, failures: [String], error: ReadingError.Cause?),
    chunkBytes: Int
  ) throws {
    let outcome = try RecordFiles.read(file.text, .json, chunkBytes: chunkBytes)
    #expect(outcome.records.count == file.records)
    #expect(outcome.failures == file.failures)
    #expect(outcome.error?.cause == file.error)
  }

  @Test("An object over the limit is passed over in bounded memory")
  func longObject() throws {
    let long = String(repeating: #"{"x": "y"},"#, count: 400_000)
    let outcome = try RecordFiles.read(
      #"[{"a": 1}, {"rows": [\#(long) {}]}, {"b": 2}]"#, .json, limit: 64 << 10)
    #expect(outcome.objects == [#"{"a": 1}"#, #"{"b": 2}"#])
    #expect(outcome.failures == ["item(2): recordTooLong(limit: 65536)"])
    #expect(outcome.error == nil)
  }

  @Test("Brackets a million deep", arguments: ["[", #"{"a":"#, #"[{"a":["#])
  func deep(bracket: String) throws {
    let text = String(repeating: bracket, count: 1_000_000)
    let outcome = try RecordFiles.read(text, .json, limit: 64 << 10)
    #expect(outcome.records.isEmpty)
    #expect(outcome.error != nil)
  }
}
