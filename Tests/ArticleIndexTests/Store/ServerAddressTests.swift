import Testing

@testable import ArticleIndex

struct ServerAddressTests {
  @Test(arguments: [
    ("localhost:1", "localhost", 1), ("archive.example:65535", "archive.example", 65_535),
    ("a-1.B2.example:7000", "a-1.B2.example", 7000), ("192.0.2.17:7000", "192.0.2.17", 7000),
    ("[::1]:7000", "::1", 7000), ("[2001:db8::17]:80", "2001:db8::17", 80),
    ("\(String(repeating: "x", count: 63)):7", String(repeating: "x", count: 63), 7),
  ])
  func addresses(_ text: String, _ host: String, _ port: Int) {
    let address = ServerAddress(text)
    #expect(address?.host == host)
    #expect(address.map { Int($0.port) } == port)
  }

  @Test(arguments: [
    "", ":", "localhost", "localhost:", ":7000", "localhost:0", "localhost:65536", "localhost:+1",
    "localhost:-1", "localhost:07", "localhost: 7", "localhost:7 ", "localhost:7x", "localhost:７",
    "local host:7", "lôcal:7", "local_host:7", "-x:7", "x-:7", ".x:7", "x.:7", "x..y:7", "x:y:7",
    "::1:7", "[::1:7", "::1]:7", "[]:7", "[localhost]:7", "[::1%lo]:7", "[::1]7", "[1.2.3.4]:7",
    "256.1.1.1:7", "1.2.3:7", "1:7", "/bin/sh:7", ":/bin/true:7", "x\u{0}y:7", "x;y:7", "x/y:7",
    "\(String(repeating: "x", count: 64)):7", "\(String(repeating: "x.", count: 127))x:7",
  ])
  func others(_ text: String) { #expect(ServerAddress(text) == nil) }
}
