import Foundation
import Testing

/// Runs `body` as a user that file permissions hold for.
///
/// Root is denied nothing, so for root only the calling thread takes the file-system identity of
/// `nobody`. `body` must not wait for work on other threads.
package func unprivileged<Result>(_ body: () throws -> Result) throws -> Result {
  guard geteuid() == 0 else { return try body() }
  let symbol = try #require(dlsym(nil, "setfsuid"), "only Linux has it")
  let setFileSystemUser = unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> CInt).self)
  let nobody: UInt32 = 65_534
  _ = setFileSystemUser(nobody)
  defer { _ = setFileSystemUser(0) }
  // The call returns the identity before it: asked again, it tells whether the change was made.
  try #require(setFileSystemUser(nobody) == CInt(nobody), "this process may not")
  return try body()
}
