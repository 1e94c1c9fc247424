import Testing

@testable import ArticleReading

struct FileStateTests {
  @Test(arguments: [
    FileState(size: 0, modified: 0), FileState(size: 1, modified: -1, contentHash: 1),
    FileState(size: .max, modified: .min, contentHash: .max),
    FileState(size: 0x0102_0304_0506_0708, modified: .max, contentHash: 0x8000_0000_0000_0000),
  ])
  func roundTrip(_ state: FileState) {
    #expect(state.encoded.count == 24)
    state.encoded.withUnsafeBytes { #expect(FileState(encoded: $0) == state) }
  }

  @Test func isBigEndian() {
    let state = FileState(size: 1, modified: 2, contentHash: 0x0100)
    #expect(
      state.encoded == [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1, 0])
  }

  @Test(arguments: [0, 1, 8, 23, 25, 48])
  func anotherLengthIsNone(_ count: Int) {
    [UInt8](repeating: 7, count: count).withUnsafeBytes { #expect(FileState(encoded: $0) == nil) }
  }
}
