/// Sizes for people.
enum ByteCount {
  static func text(_ bytes: Int) -> String {
    bytes < 1_000_000
      ? "\((bytes + 999) / 1000) kB" : "\(Double(bytes * 10 / 1_000_000) / 10) MB"
  }
}
