/// The way back from characters to the bytes of Windows-1252 that they were taken from.
enum WindowsBytes {
  /// The byte of a scalar; U+0080…9F are taken for bytes too, since Windows-1252 leaves five of them
  /// open and ISO 8859-1 all. Nil for any other scalar.
  @inline(__always)
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    if value < 0x100 { return UInt8(value) }
    guard value < 0x2200 else { return nil }
    let byte = bytes[Int(value)]
    return byte == 0 ? nil : byte
  }

  /// By scalar; 0 for none.
  private static let bytes: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 0x2200)
    for (index, scalar) in LegacyCharts.windows1252.unicodeScalars.enumerated()
    where scalar.value < 0x2200 {
      bytes[Int(scalar.value)] = UInt8(0x80 + index)
    }
    return bytes
  }()
}
