import CLibXML2

/// What libxml2's streaming reader reads from: a ``ByteStream``, by pieces, looked over for what libxml2 2.9
/// takes forever for.
///
/// - An element of thousands of attributes (``AttributeScreen``).
/// - Declarations without end: those of an element's attributes are compared each with each.
/// - A long CDATA section: its reader takes 512 bytes a time, hands on 300 of them and looks through the rest
///   again. Pieces of less leave no rest.
final class XMLInput {
  /// Bytes that libxml2 gets at once.
  private static let pieceBytes = 256
  /// What may stand before the first element.
  private static let prologBytes = 64 << 10

  private let stream: ByteStream
  private var screen = AttributeScreen()
  private var bytesGiven = 0
  /// Whether there has been an element.
  var isPastProlog = false
  /// Why nothing more is given.
  private(set) var failure: ReadingError?

  init(_ stream: ByteStream) { self.stream = stream }

  /// The next bytes; none at the end.
  private func next(_ length: Int) throws(ReadingError) -> UnsafeRawBufferPointer {
    if stream.window.isEmpty, try !stream.refill() {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    try stream.checkTime()
    let piece = UnsafeRawBufferPointer(
      rebasing: stream.window.prefix(min(length, Self.pieceBytes)))
    for byte in piece where !screen.accepts(byte) {
      throw ReadingError(.tooManyAttributes(limit: AttributeScreen.maximumAttributes))
    }
    bytesGiven += piece.count
    guard isPastProlog || bytesGiven <= Self.prologBytes else { throw ReadingError(.notAFeed) }
    stream.consume(piece.count)
    return piece
  }

  /// Gives libxml2 what it asks for; 0 at the end, -1 for a failure.
  static let read:
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafeMutablePointer<CChar>?, Int32
    ) -> Int32 = { context, buffer, length in
      guard let context, let buffer, length > 0 else { return 0 }
      let input = Unmanaged<XMLInput>.fromOpaque(context).takeUnretainedValue()
      do throws(ReadingError) {
        let piece = try input.next(Int(length))
        UnsafeMutableRawBufferPointer(start: buffer, count: Int(length)).copyMemory(from: piece)
        return Int32(piece.count)
      } catch {
        input.failure = error
        return -1
      }
    }
}
