/// What `mucluc --version` prints; the newest heading of the changelog says the same.
enum Version {
  static let current = "0.4.0"
}
