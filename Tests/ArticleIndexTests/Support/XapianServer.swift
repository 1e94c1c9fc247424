import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

/// Serves a database on a port of this machine, for as long as it lives.
final class XapianServer {
  private static let program = "/usr/bin/xapian-tcpsrv"
  static let isInstalled = FileManager.default.isExecutableFile(atPath: program)

  private let process = Process()
  let port: UInt16

  init(_ database: FilePath) throws {
    port = try Self.freePort()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["--interface", "127.0.0.1", "--port", "\(port)", database.string]
    process.standardOutput = output
    try process.run()
    var said = Data()
    while !said.contains("Listening".utf8) {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "xapian-tcpsrv ended")
      said += more
    }
  }

  // Told to end, it would end all of its process group; what it has forked ends with its connection.
  deinit { kill(process.processIdentifier, SIGKILL) }

  /// A port that nobody has at this moment.
  private static func freePort() throws -> UInt16 {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) + getsockname(listener, $0, &length)
      }
    }
    try #require(result == 0)
    return UInt16(bigEndian: address.sin_port)
  }
}

/// Makes index folders that name several databases, each a generation of the folder or a server's.
final class IndexJoiner {
  enum Part {
    /// A copy of this database, as a generation of the folder.
    case copy(FilePath)
    /// This database, behind a server.
    case served(FilePath)
  }

  let folder: TemporaryFolder
  private var servers: [XapianServer] = []

  init(_ folder: TemporaryFolder) { self.folder = folder }

  /// An index folder `name` of these parts, in their order.
  func join(_ name: String, _ parts: [Part]) throws -> SearchIndex {
    let index = IndexFolder(folder(name))
    try index.create()
    var lines: [String] = []
    for part in parts {
      switch part {
      case .copy(let database):
        let generation = index.generation(lines.count + 1)
        try FileManager.default.copyItem(atPath: database.string, toPath: generation.string)
        lines.append("auto \(generation.lastComponent?.string ?? "")")
      case .served(let database):
        let server = try XapianServer(database)
        servers.append(server)
        lines.append("remote 127.0.0.1:\(server.port)")
      }
    }
    try folder.write(Array(lines.joined(separator: "\n").utf8), to: index.stub)
    return try SearchIndex(at: index)
  }
}
