// Sorting a run and writing it. The file, read by RunFile.cpp; numbers are varints unless said:
//
//     texts      of each document its data, counted (that is, after its length)
//     lengths    of each document a number
//     values     of each slot, ascending: slot, frequency, least and greatest value, counted; all that
//                follows, counted: of each value the documents without one before it, and the value,
//                counted
//     terms      of each term, in the order of their bytes: how many bytes it shares with the one
//                before, the others, counted; in how many documents it is, and how often in all; the
//                first document, and how far away the last is; its postings, counted: the wdf in the
//                first document, and for each other the documents between and the wdf
//     trailer    where lengths, values and terms begin and terms end, 8 bytes each, least byte first;
//                documents, the greatest wdf, slots, 4 bytes each

package import SystemPackage

extension PostingRun {
  /// Sorts the postings and writes the run as a file.
  ///
  /// - Parameter path: where there is none yet.
  package consuming func write(to path: FilePath) throws(IndexError) {
    var file = try RunOutput(path)
    var start = 0
    for end in textEnds {
      try file.append { $0.appendCounted(texts[start..<end]) }
      start = end
    }
    let lengthsStart = file.position
    for length in lengths { try file.append { $0.appendVarint(UInt64(length)) } }
    let valuesStart = file.position
    for (slot, values) in slots.sorted(by: { $0.key < $1.key }) {
      try file.append {
        $0.appendVarint(UInt64(slot))
        $0.appendVarint(UInt64(values.frequency))
        $0.appendCounted(values.lower)
        $0.appendCounted(values.upper)
        $0.appendCounted(values.bytes)
      }
    }
    let termsStart = file.position
    let (documents, slotCount) = (documents, slots.count)
    var writer = TermListWriter()
    try SortedPostings(self).forEachList { term, postings throws(IndexError) in
      try writer.write(term, postings, to: &file)
    }
    let termsEnd = file.position
    let greatest = writer.greatest
    try file.append {
      for offset in [lengthsStart, valuesStart, termsStart, termsEnd] { $0.appendField(offset) }
      for number in [UInt32(documents), greatest, UInt32(slotCount)] { $0.appendField(number) }
    }
    try file.flush()
  }
}

/// Writes one list after the other.
private struct TermListWriter {
  /// The greatest wdf written.
  var greatest: UInt32 = 0
  private var previous: [UInt8] = []
  private var list: [UInt8] = []

  @inline(__always)
  mutating func write(
    _ term: [UInt8], _ postings: ArraySlice<UInt64>, to file: inout RunOutput
  ) throws(IndexError) {
    guard let first = postings.first, let last = postings.last else { return }
    list.removeAll(keepingCapacity: true)
    var sum: UInt64 = 0
    var next = first >> 32
    for posting in postings {
      let wdf = posting & 0xFFFF_FFFF
      if posting != first { list.appendVarint((posting >> 32) - next) }
      list.appendVarint(wdf)
      next = posting >> 32 + 1
      sum += wdf
      greatest = max(greatest, UInt32(truncatingIfNeeded: wdf))
    }
    var shared = 0
    while shared < min(term.count, previous.count), term[shared] == previous[shared] { shared += 1 }
    try file.append {
      $0.appendVarint(UInt64(shared))
      $0.appendCounted(term[shared...])
      $0.appendVarint(UInt64(postings.count))
      $0.appendVarint(sum)
      $0.appendVarint(first >> 32)
      $0.appendVarint(last >> 32 - first >> 32)
      $0.appendCounted(list)
    }
    previous = term
  }
}
