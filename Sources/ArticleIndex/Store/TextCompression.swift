internal import CZstd

/// What stored texts have in common: they are compressed against it, and read with it.
///
/// An article by itself is too short to be compressed well: with a dictionary it takes a quarter less.
package struct TextDictionary: Sendable, Equatable {
  /// As it is kept in the index; empty for none.
  package let bytes: [UInt8]

  /// No dictionary: each text is compressed by itself.
  package static let none = TextDictionary(bytes: [])

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// More gains little, and a search has to load it: of 50,000 articles 33.7 % are left with 16 KB,
  /// 31.9 % with 64 KB, 31.6 % with 110 KB.
  private static let maximumBytes = 64 << 10
  /// Below so many samples there is not enough in common to be learned.
  package static let fewestSamples = 100

  /// Learns from samples; ``none`` if they are too few or too much alike.
  package init(samples: [[UInt8]]) {
    guard samples.count >= Self.fewestSamples else {
      self = .none
      return
    }
    let text = samples.flatMap(\.self)
    let sizes = samples.map(\.count)
    bytes = [UInt8](unsafeUninitializedCapacity: Self.maximumBytes) { bytes, count in
      let size = ZDICT_trainFromBuffer(
        bytes.baseAddress, Self.maximumBytes, text, sizes, UInt32(sizes.count))
      count = ZDICT_isError(size) == 0 ? size : 0
    }
  }
}

/// Compresses texts for ``PostingRun/finishDocument(data:)``. One thread at a time.
package final class TextCompressor {
  /// Level 3: higher ones take twice the time for 2 %.
  private static let level: Int32 = 3

  private let context = ZSTD_createCCtx()
  private let dictionary: OpaquePointer?
  private var buffer: [UInt8] = []

  package init(_ dictionary: TextDictionary) {
    self.dictionary =
      dictionary.bytes.isEmpty
      ? nil : ZSTD_createCDict(dictionary.bytes, dictionary.bytes.count, Self.level)
  }

  deinit {
    ZSTD_freeCCtx(context)
    ZSTD_freeCDict(dictionary)
  }

  /// A text as it is stored; as it is if it cannot be compressed.
  package func compress(_ text: [UInt8]) -> ArraySlice<UInt8> {
    let bound = ZSTD_compressBound(text.count)
    if buffer.count < bound { buffer = [UInt8](repeating: 0, count: bound) }
    let size = buffer.withUnsafeMutableBytes { buffer in
      dictionary.map {
        ZSTD_compress_usingCDict(
          context, buffer.baseAddress, buffer.count, text, text.count, $0)
      }
        ?? ZSTD_compressCCtx(
          context, buffer.baseAddress, buffer.count, text, text.count, Self.level)
    }
    return ZSTD_isError(size) == 0 ? buffer[..<size] : text[...]
  }
}

/// Reads what a ``TextCompressor`` made. One thread at a time.
final class TextDecompressor {
  /// What a damaged length must not make us reserve; no text is longer, see
  /// ``PostingRun/maximumDataBytes``.
  private static let maximumBytes = UInt64(PostingRun.maximumDataBytes)

  private let context = ZSTD_createDCtx()
  private let dictionary: OpaquePointer?

  init(_ dictionary: TextDictionary) {
    self.dictionary =
      dictionary.bytes.isEmpty
      ? nil : ZSTD_createDDict(dictionary.bytes, dictionary.bytes.count)
  }

  deinit {
    ZSTD_freeDCtx(context)
    ZSTD_freeDDict(dictionary)
  }

  /// Whether bytes are a compressed text; no text begins so.
  static func isCompressed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count > 4 && bytes.loadUnaligned(as: UInt32.self) == UInt32(ZSTD_MAGICNUMBER).littleEndian
  }

  /// Whether a compressed text needs the dictionary of its index.
  static func needsDictionary(_ bytes: UnsafeRawBufferPointer) -> Bool {
    ZSTD_getDictID_fromFrame(bytes.baseAddress, bytes.count) != 0
  }

  /// The text; nil if it is damaged, or was made with another dictionary.
  func decompress(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    let size = ZSTD_getFrameContentSize(bytes.baseAddress, bytes.count)
    guard size <= Self.maximumBytes else { return nil }
    var isWhole = false
    let text = [UInt8](unsafeUninitializedCapacity: Int(size)) { text, count in
      let result =
        dictionary.map {
          ZSTD_decompress_usingDDict(
            context, text.baseAddress, text.count, bytes.baseAddress, bytes.count, $0)
        }
        ?? ZSTD_decompressDCtx(
          context, text.baseAddress, text.count, bytes.baseAddress, bytes.count)
      isWhole = ZSTD_isError(result) == 0 && result == Int(size)
      count = isWhole ? result : 0
    }
    return isWhole ? text : nil
  }
}
