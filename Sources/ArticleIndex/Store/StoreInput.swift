internal import CXapian
import SystemPackage

/// Appends a term after its length in one byte.
///
/// - Throws: ``IndexError/Code/invalidArgument`` for a term no database can hold; nothing is
///   appended then.
func appendTerm(_ term: some Collection<UInt8>, to bytes: inout [UInt8]) throws(IndexError) {
  let outcome = withBytes(of: term) { term -> Result<Void, IndexError> in
    Result { () throws(IndexError) in
      try TermLimit.require(term)
      bytes.append(UInt8(truncatingIfNeeded: term.count))
      bytes.append(contentsOf: term)
    }
  }
  try outcome.get()
}

/// Lends the address of bytes to one call; bytes without one, being none, get one.
func withUnsafeAddress(
  of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<UInt8>) -> cx_status
) -> cx_status {
  if let start = bytes.baseAddress { return body(start) }
  return withUnsafePointer(to: UInt8(0), body)
}

extension FilePath {
  /// The bytes of the path as a C string.
  var nulTerminated: [CInterop.PlatformChar] {
    withPlatformString { Array(UnsafeBufferPointer(start: $0, count: length + 1)) }
  }
}

/// Lends the addresses of C strings to one call.
func withUnsafeAddresses(
  of strings: [[CChar]], _ body: ([UnsafePointer<CChar>]) -> cx_status
) -> cx_status {
  Array(strings.joined()).withUnsafeBufferPointer { bytes in
    guard var next = bytes.baseAddress else { return body([]) }
    let addresses = strings.map { string in
      defer { next += string.count }
      return next
    }
    return body(addresses)
  }
}
