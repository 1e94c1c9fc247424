/// A document in the packed form that crosses to Xapian in one call.
///
/// Parts come in order: the data, then values, then terms. One value of this type serves many
/// documents: ``start(data:)`` begins the next one in the same memory.
///
/// ```swift
/// var document = PackedDocument()
/// try document.start(data: record)
/// try document.addValue(slot: 0, date)
/// try document.addTerm("vinh".utf8, wdf: 2)
/// let id = try writer.put(&document)
/// ```
package struct PackedDocument: Sendable {
  /// The largest document that can be stored, packed; the shim refuses more (Document.cpp).
  package static let maximumBytes = 96 << 20

  private var bytes: [UInt8] = []
  private var valueCountOffset = 0
  private var valueCount: UInt16 = 0
  /// Where the number of terms stands; nil until the first term.
  private var termCountOffset: Int?
  private var termCount: UInt32 = 0

  /// An empty document: no data, no values, no terms.
  package init() {
    clear()
  }

  /// The size of the packed form so far, in bytes.
  package var byteCount: Int { bytes.count }

  /// How many terms have been added, repeated ones counted each time.
  package var addedTerms: Int { Int(termCount) }

  /// Empties the document; the memory may be kept for the next one.
  package mutating func removeAll(keepingCapacity: Bool = true) {
    bytes.removeAll(keepingCapacity: keepingCapacity)
    clear()
  }

  /// Begins a new document with the data to store.
  package mutating func start(data: some Collection<UInt8>) throws(IndexError) {
    bytes.removeAll(keepingCapacity: true)
    let outcome = withBytes(of: data) { data -> Result<Void, IndexError> in
      Result { () throws(IndexError) in try bytes.appendCounted(data) }
    }
    if case .failure(let error) = outcome {
      removeAll()
      throw error
    }
    startValues()
  }

  /// Adds a value. Of several for one slot the last counts; an empty one is no value.
  ///
  /// - Throws: ``IndexError/Code/invalidArgument`` after the first term, or for the 65,536th value.
  package mutating func addValue(slot: UInt32, _ value: some Collection<UInt8>) throws(IndexError) {
    guard termCountOffset == nil, valueCount < .max else {
      throw IndexError(.invalid(valueCount == .max ? .tooManyValues : .lateValue))
    }
    let before = bytes.count
    bytes.appendField(slot)
    let outcome = withBytes(of: value) { value -> Result<Void, IndexError> in
      Result { () throws(IndexError) in try bytes.appendCounted(value) }
    }
    if case .failure(let error) = outcome {
      bytes.removeSubrange(before...)
      throw error
    }
    valueCount += 1
  }

  /// Adds a term that counts `wdf` times in the document; the wdf of a repeated one adds up.
  ///
  /// - Throws: ``IndexError/Code/invalidArgument`` for an empty term or one over
  ///   ``TermLimit/bytes``; the document is then as it was.
  package mutating func addTerm(_ term: some Collection<UInt8>, wdf: UInt16) throws(IndexError) {
    try add(term, wdf: wdf, flags: 0)
  }

  /// Adds a boolean term: one to filter by, without weight. Throws as ``addTerm(_:wdf:)`` does.
  package mutating func addBooleanTerm(_ term: some Collection<UInt8>) throws(IndexError) {
    try add(term, wdf: 0, flags: 1)
  }

  /// Completes the packed form and lends it to one call.
  mutating func withPackedBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    startTerms()
    bytes.replaceField(at: valueCountOffset, valueCount)
    bytes.replaceField(at: termCountOffset ?? bytes.count, termCount)
    return bytes.withUnsafeBufferPointer(body)
  }

  private mutating func add(
    _ term: some Collection<UInt8>, wdf: UInt16, flags: UInt8
  ) throws(IndexError) {
    startTerms()
    let outcome = withBytes(of: term) { term -> Result<Void, IndexError> in
      Result { () throws(IndexError) in
        try TermLimit.require(term)
        bytes.append(UInt8(truncatingIfNeeded: term.count))
        bytes.append(flags)
        bytes.appendField(wdf)
        bytes.append(contentsOf: term)
      }
    }
    try outcome.get()
    termCount += 1
  }

  /// Lends bytes and count to a ``TermWriter``, and leaves nothing that a copy would have to be made of.
  mutating func lendTerms() -> (bytes: [UInt8], count: UInt32) {
    startTerms()
    defer { bytes = [] }
    return (bytes, termCount)
  }

  /// Takes back what ``lendTerms()`` lent, longer now.
  mutating func takeBack(_ bytes: [UInt8], _ count: UInt32) {
    (self.bytes, termCount) = (bytes, count)
  }

  private mutating func clear() {
    bytes.appendField(UInt32(0))
    startValues()
  }

  private mutating func startValues() {
    valueCountOffset = bytes.count
    valueCount = 0
    termCountOffset = nil
    termCount = 0
    bytes.appendField(valueCount)
  }

  private mutating func startTerms() {
    guard termCountOffset == nil else { return }
    termCountOffset = bytes.count
    bytes.appendField(termCount)
  }
}
