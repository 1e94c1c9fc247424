import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Linux's numbers for TIOCGPTN and TIOCSPTLCK, which are macros Swift cannot see.
private let getNumber = UInt(0x8004_5430)
private let setLock = UInt(0x4004_5431)

extension CommandRunner {
  /// Runs the program with standard output and standard error on a terminal; what it shows, and the
  /// status.
  func runOnTerminal(_ arguments: [String]) throws -> (status: Int32, screen: String) {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(master >= 0)
    defer { close(master) }
    var (number, isLocked): (CInt, CInt) = (0, 0)
    let isReady =
      ioctl(master, setLock, &isLocked) == 0 && ioctl(master, getNumber, &number) == 0
    try #require(isReady)
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(slave >= 0)
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    let process = process(arguments)
    process.environment?["TERM"] = "xterm"
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
    // Short outputs only: they fit into the terminal's buffer.
    process.waitUntilExit()
    var shown: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, 0) > 0, request.revents & Int16(POLLIN) != 0 {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      shown += buffer[..<count]
    }
    return (process.exitStatus, String(decoding: shown, as: UTF8.self))
  }
}
