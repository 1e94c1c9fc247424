import Testing

@testable import ArticleIndex

struct FormTableTests {
  private func number(_ text: String, _ table: inout FormTable) -> Int {
    Array(text.utf8).withUnsafeBufferPointer { table.number(of: $0) }
  }

  @Test func manyForms() {
    var table = FormTable()
    #expect(table.count == 0)
    for index in 0..<100_000 { #expect(number("f\(index)", &table) == index) }
    #expect(table.count == 100_000)
    for index in stride(from: 0, to: 100_000, by: 7) {
      #expect(number("f\(index)", &table) == index)
      #expect(table.form(index).elementsEqual("f\(index)".utf8))
    }
    #expect(table.count == 100_000)
  }

  /// Prefixes, permutations and single bytes share slots or nearly do; none is taken for another.
  @Test func similarFormsDiffer() {
    var table = FormTable()
    var forms: [[UInt8]] = []
    for byte in UInt8.min...255 { forms.append([byte]) }
    for length in 2...255 { forms.append([UInt8](repeating: 0x61, count: length)) }
    for first in UInt8(0x61)...0x7A {
      for second in UInt8(0x61)...0x7A { forms.append([first, second, 0x00, second, first]) }
    }
    for form in forms { form.withUnsafeBufferPointer { _ = table.number(of: $0) } }
    #expect(table.count == forms.count)
    for (number, form) in forms.enumerated() {
      #expect(table.form(number).elementsEqual(form))
      form.withUnsafeBufferPointer { #expect(table.number(of: $0) == number) }
    }
  }

  @Test func copiesAreIndependent() {
    var table = FormTable()
    _ = number("a", &table)
    var copy = table
    #expect(number("b", &copy) == 1)
    #expect(number("c", &table) == 1)
    #expect(copy.form(1).elementsEqual("b".utf8) && table.form(1).elementsEqual("c".utf8))
  }
}
