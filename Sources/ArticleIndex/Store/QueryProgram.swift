internal import CXapian

/// A query as a program in postfix order: operands first, then the operator that takes them.
///
/// ```swift
/// var program = QueryProgram()
/// try program.term("vinh".utf8)
/// try program.term("phuc".utf8)
/// program.and(2)  // vinh AND phuc
/// ```
///
/// The program must leave exactly one query, nested at most 256 deep; searching refuses anything
/// else with ``IndexError/Code/invalidArgument``.
package struct QueryProgram: Sendable, Equatable {
  private(set) var bytes: [UInt8] = []

  package init() {}

  /// Whether nothing has been added.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Pushes the documents with a term, weighted as if the query held it `wqf` times.
  ///
  /// - Throws: ``IndexError/Code/invalidArgument`` for an empty term or one over
  ///   ``TermLimit/bytes``; the program is then as it was.
  package mutating func term(
    _ term: some Collection<UInt8>, wqf: UInt32 = 1
  ) throws(IndexError) {
    try push(CX_TERM, term)
    bytes.appendField(wqf)
  }

  /// Pushes the documents with a term that begins with `prefix`; of those terms, the `limit` that
  /// most documents hold. Throws as ``term(_:wqf:)`` does.
  package mutating func prefix(
    _ prefix: some Collection<UInt8>, limit: UInt32
  ) throws(IndexError) {
    try push(CX_PREFIX, prefix)
    bytes.appendField(limit)
  }

  /// Pushes every document, with weight 0.
  package mutating func all() {
    push(CX_ALL)
  }

  /// Pushes no document.
  package mutating func none() {
    push(CX_NONE)
  }

  /// Pushes the documents with a value in `slot` that is, byte by byte, not less than `low` nor
  /// greater than `high`, with weight 0. An empty bound is no bound.
  package mutating func range(
    slot: UInt32, low: some Collection<UInt8>, high: some Collection<UInt8>
  ) throws(IndexError) {
    let before = bytes.count
    push(CX_RANGE)
    bytes.appendField(slot)
    let outcome = withBytes(of: low) { low in
      withBytes(of: high) { high -> Result<Void, IndexError> in
        Result { () throws(IndexError) in
          try bytes.appendCounted(low)
          try bytes.appendCounted(high)
        }
      }
    }
    if case .failure(let error) = outcome {
      bytes.removeSubrange(before...)
      throw error
    }
  }

  /// Pushes the documents of the given ids, strictly ascending, with weight 0; ids that are not in
  /// the database match nothing. Only where ``StoreCounts/allowsDocumentSets``.
  package mutating func documents(_ ids: some Collection<UInt32>) throws(IndexError) {
    guard let count = UInt32(exactly: ids.count) else {
      throw IndexError(.invalid(.tooManyDocuments))
    }
    push(CX_DOCUMENTS)
    bytes.reserveCapacity(bytes.count + 4 + 4 * ids.count)
    bytes.appendField(count)
    for id in ids { bytes.appendField(id) }
  }

  /// Scales the weight of the last query by a factor of 0 or more.
  package mutating func scale(_ factor: Double) {
    push(CX_SCALE)
    bytes.appendField(factor.bitPattern)
  }

  /// Takes the last `count` queries and pushes what matches all of them; of none: every document.
  package mutating func and(_ count: UInt32) {
    push(CX_AND)
    bytes.appendField(count)
  }

  /// Takes the last `count` queries and pushes what matches any of them; of none: no document.
  package mutating func or(_ count: UInt32) {
    push(CX_OR)
    bytes.appendField(count)
  }

  /// As ``or(_:)``, with the greatest of the weights instead of their sum.
  package mutating func best(_ count: UInt32) {
    push(CX_MAX)
    bytes.appendField(count)
  }

  /// Takes the right, then the left query: what matches the left, with the weight of both.
  package mutating func andMaybe() {
    push(CX_AND_MAYBE)
  }

  /// Takes the right, then the left query: what matches the left but not the right.
  package mutating func andNot() {
    push(CX_AND_NOT)
  }

  /// Takes the right, then the left query: what matches both, with the weight of the left.
  package mutating func filter() {
    push(CX_FILTER)
  }

  private mutating func push(_ operation: Int) {
    bytes.append(UInt8(truncatingIfNeeded: operation))
  }

  private mutating func push(_ operation: Int, _ term: some Collection<UInt8>) throws(IndexError) {
    push(operation)
    do {
      try appendTerm(term, to: &bytes)
    } catch {
      bytes.removeLast()
      throw error
    }
  }
}

extension QueryProgram {
  /// A program of raw bytes, for tests of the decoder.
  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Xapian's own description of the query, which may hold bytes that are not text.
  package func describe() throws(IndexError) -> String {
    var buffer = StoreBuffer()
    try buffer.fill("query") { out, failure in
      withUnsafeAddress { cx_query_describe($0, bytes.count, out, failure) }
    }
    return String(decoding: buffer.contents, as: UTF8.self)
  }

  /// Lends the program to one call.
  func withUnsafeAddress(_ body: (UnsafePointer<UInt8>) -> cx_status) -> cx_status {
    bytes.withUnsafeBufferPointer { ArticleIndex.withUnsafeAddress(of: $0, body) }
  }
}

extension QueryProgram: CustomStringConvertible {
  /// As ``describe()``, or what is wrong with the program.
  package var description: String {
    do {
      return try describe()
    } catch {
      return "malformed query: \(error)"
    }
  }
}
