internal import CXapian

extension StoreReader {
  /// Runs a query.
  ///
  /// - Throws: ``IndexError`` with `invalidArgument` for a malformed program, `unsupported` for a
  ///   set of documents where that cannot be answered, `modified` when a writer overtook.
  package func search(
    _ program: QueryProgram, _ options: SearchOptions
  ) throws(IndexError) -> StoreResult {
    var native = cx_search_options(options)
    // Room for what there can be, not for what was asked.
    native.limit = min(options.limit, try counts().documents)
    var hits = [cx_hit](repeating: cx_hit(), count: Int(native.limit))
    var count = 0
    var total = cx_total()
    try callStore("query") { failure in
      hits.withUnsafeMutableBufferPointer { hits in
        program.withUnsafeAddress {
          cx_reader_search(
            handle, $0, program.bytes.count, &native, hits.baseAddress, &count, &total, failure)
        }
      }
    }
    return StoreResult(
      hits: hits.prefix(count).map { StoreHit(id: $0.id, weight: $0.weight) },
      lower: total.lower, estimated: total.estimated, upper: total.upper)
  }
}

extension cx_search_options {
  /// The options as the shim takes them.
  fileprivate init(_ options: SearchOptions) {
    self.init()
    offset = options.offset
    limit = options.limit
    check_at_least = options.checkAtLeast
    if let weighting = options.weighting {
      weighted = 1
      k1 = weighting.k1
      b = weighting.b
      k3 = weighting.k3
    }
    switch options.order {
    case .relevance:
      sort_slot = -1
    case .value(let slot, let descending):
      sort_slot = CInt(slot)
      sort_descending = descending ? 1 : 0
    }
  }
}
