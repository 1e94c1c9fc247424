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
  guard let handle else { throw IndexError(.other, subject: path.string, reason: "no handle") }
  return handle
}

extension IndexError {
  /// The error a failed call of the shim reported.
  init(_ failure: cx_failure, subject: String) {
    let message = withUnsafeBytes(of: failure.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let code = Code(failure.status)
    self.init(
      code, subject: subject, reason: IndexError.reason(message, without: subject),
      remedy: IndexError.remedy(for: code))
  }

  /// The message without the subject it may begin with, which is shown anyway.
  private static func reason(_ message: String, without subject: String) -> String {
    let head = "\(subject): "
    return !subject.isEmpty && message.hasPrefix(head)
      ? String(message.dropFirst(head.count)) : message
  }

  /// What a user can do about failures of the store; empty if nothing general can be said.
  private static func remedy(for code: Code) -> String {
    switch code {
    case .locked: "wait until the other writer has ended"
    case .corrupt: "mucluc index --rebuild"
    case .diskFull: "free some space; the last committed state is kept"
    case .inputOutput: "check the disk; the system log says more"
    case .modified: "try again"
    default: ""
    }
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
