/// The C library, whichever it is: the one place that asks.
///
/// A file that calls the system imports this. It is no product: what the libraries offer to other
/// programs shows nothing of it.
#if canImport(Glibc)
  @_exported public import Glibc
#elseif canImport(Musl)
  @_exported public import Musl
#endif

#if canImport(Glibc)
  /// For `socket(2)` and `socketpair(2)`: a stream that no other program inherits.
  package let closingStreamSocket = Int32(bitPattern: SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
#else
  /// For `socket(2)` and `socketpair(2)`: a stream that no other program inherits.
  package let closingStreamSocket = SOCK_STREAM | SOCK_CLOEXEC
#endif
