import Platform
import SystemPackage

/// The file of a run while it is written: bytes go to the disk by the megabyte.
struct RunOutput: ~Copyable {
  private static let blockBytes = 1 << 20

  private let path: FilePath
  private let file: FileDescriptor
  private var buffer: [UInt8] = []
  private var written: UInt64 = 0

  init(_ path: FilePath) throws(IndexError) {
    self.path = path
    do {
      file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: [.ownerReadWrite])
    } catch {
      throw IndexError(.system(.write, error as? Errno ?? .ioError), subject: path.string)
    }
  }

  deinit { try? file.close() }

  /// How many bytes there are.
  var position: UInt64 { written + UInt64(buffer.count) }

  /// Appends what `body` does.
  @inline(__always)
  mutating func append(_ body: (inout [UInt8]) -> Void) throws(IndexError) {
    body(&buffer)
    if buffer.count >= Self.blockBytes { try flush() }
  }

  /// Writes what is left.
  mutating func flush() throws(IndexError) {
    do {
      _ = try file.writeAll(buffer)
    } catch {
      throw IndexError(.system(.write, error as? Errno ?? .ioError), subject: path.string)
    }
    written += UInt64(buffer.count)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// Appends a number, seven bits a byte, the lowest first; the high bit says that more follow.
  @inline(__always)
  mutating func appendVarint(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a byte string after its length.
  @inline(__always)
  mutating func appendCounted(_ bytes: some Collection<UInt8>) {
    appendVarint(UInt64(bytes.count))
    append(contentsOf: bytes)
  }
}
