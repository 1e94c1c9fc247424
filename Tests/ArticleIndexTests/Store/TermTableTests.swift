import Testing

@testable import ArticleIndex

struct TermTableTests {
  private func number(_ text: String, _ table: inout TermTable) -> Int {
    Array(text.utf8).withUnsafeBufferPointer { table.number(of: $0) }
  }

  @Test func manyTerms() {
    var table = TermTable()
    #expect(table.count == 0)
    for index in 0..<100_000 { #expect(number("f\(index)", &table) == index) }
    #expect(table.count == 100_000)
    for index in stride(from: 0, to: 100_000, by: 7) {
      #expect(number("f\(index)", &table) == index)
      #expect(table.term(index).elementsEqual("f\(index)".utf8))
    }
    #expect(table.count == 100_000)
  }

  /// Prefixes, permutations and single bytes share slots or nearly do; none is taken for another.
  @Test func similarTermsDiffer() {
    var table = TermTable()
    var terms: [[UInt8]] = []
    for byte in UInt8.min...255 { terms.append([byte]) }
    for length in 2...255 { terms.append([UInt8](repeating: 0x61, count: length)) }
    for first in UInt8(0x61)...0x7A {
      for second in UInt8(0x61)...0x7A { terms.append([first, second, 0x00, second, first]) }
    }
    for term in terms { term.withUnsafeBufferPointer { _ = table.number(of: $0) } }
    #expect(table.count == terms.count)
    for (number, term) in terms.enumerated() {
      #expect(table.term(number).elementsEqual(term))
      term.withUnsafeBufferPointer { #expect(table.number(of: $0) == number) }
    }
  }

  @Test func copiesAreIndependent() {
    var table = TermTable()
    _ = number("a", &table)
    var copy = table
    #expect(number("b", &copy) == 1)
    #expect(number("c", &table) == 1)
    #expect(copy.term(1).elementsEqual("b".utf8) && table.term(1).elementsEqual("c".utf8))
  }
}
