internal import CXapian
import SystemPackage

/// Runs one call of the shim and throws what it reports.
///
/// - Parameter subject: what the error is about, usually the database's path; only asked for when
///   the call fails.
@inline(__always)
func callStore(
  _ subject: @autoclosure () -> String,
  _ call: (UnsafeMutablePointer<cx_failure>) -> cx_status
) throws(IndexError) {
  var failure = cx_failure()
  guard call(&failure) != .CX_OK else { return }
  throw IndexError(failure, subject: subject())
}

/// Opens or makes what the shim has a handle of.
func openStore(
  _ path: FilePath,
  _ call: (
    UnsafePointer<CInterop.PlatformChar>, inout OpaquePointer?, UnsafeMutablePointer<cx_failure>
  ) -> cx_status
) throws(IndexError) -> OpaquePointer {
  var handle: OpaquePointer?
  try callStore(path.string) { failure in
    path.withPlatformString { call($0, &handle, failure) }
  }
  guard let handle else {
    throw IndexError(.store(.other, detail: "no handle"), subject: path.string)
  }
  return handle
}

extension IndexError {
  /// The error a failed call of the shim reported.
  init(_ failure: cx_failure, subject: String) {
    let message = withUnsafeBytes(of: failure.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    self.init(
      .store(Code(failure.status), detail: Self.detail(message, without: subject)),
      subject: subject)
  }

  /// The message without the subject it may begin with, which is shown anyway.
  private static func detail(_ message: String, without subject: String) -> String {
    let head = "\(subject): "
    return !subject.isEmpty && message.hasPrefix(head)
      ? String(message.dropFirst(head.count)) : message
  }
}

/// Lends the bytes of a collection for one call: in place where it has them in one piece, as
/// native strings and arrays do, else as a copy.
@inline(__always)
func withBytes<Result>(
  of bytes: some Collection<UInt8>,
  _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  if let result = bytes.withContiguousStorageIfAvailable(body) { return result }
  return ContiguousArray(bytes).withUnsafeBufferPointer(body)
}

/// A buffer the shim fills and grows, freed with its owner. May be filled again and again.
struct StoreBuffer: ~Copyable {
  private var bytes = cx_bytes()

  deinit {
    var bytes = bytes
    cx_bytes_free(&bytes)
  }

  /// What the last call put in. Valid until the next one.
  var contents: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes.data, count: bytes.count)
  }

  /// Lets a call fill the buffer.
  mutating func fill(
    _ subject: @autoclosure () -> String,
    _ call: (UnsafeMutablePointer<cx_bytes>, UnsafeMutablePointer<cx_failure>) -> cx_status
  ) throws(IndexError) {
    try callStore(subject()) { failure in call(&bytes, failure) }
  }
}
