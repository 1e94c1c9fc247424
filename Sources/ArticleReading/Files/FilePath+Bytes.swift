package import SystemPackage

extension FilePath {
  /// The path made of file-system bytes, whatever their encoding; cut at the first NUL.
  package init(platformBytes bytes: some Collection<UInt8>) {
    var terminated = bytes.map { CInterop.PlatformChar(bitPattern: $0) }
    terminated.append(0)
    self = terminated.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return FilePath() }
      return FilePath(platformString: base)
    }
  }

  /// The file-system bytes of the path, without a terminator.
  package var platformBytes: [UInt8] {
    withPlatformString { start in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(length)
      for offset in 0..<length { bytes.append(UInt8(bitPattern: start[offset])) }
      return bytes
    }
  }
}
