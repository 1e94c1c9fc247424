internal import CXapian
package import SystemPackage

/// Writes a generation: a database made in one go of the one before, less what is gone from it, and
/// runs of new documents. It is never changed.
package struct GenerationWriter {
  /// Who writes the tables.
  package enum Tables: Sendable {
    /// This library, several times faster than Xapian does.
    case own
    /// Xapian itself: where its format is not the one we know.
    case xapian
  }

  /// The generation before; nil for none.
  package var previous: FilePath?
  /// Its documents that are gone.
  package var removed: Set<UInt32> = []
  /// Whether what is left of it moves up to fill the gaps, instead of keeping its numbers.
  package var renumbers = false
  /// Values that its documents are given, by slot and number; an empty one takes it away.
  package var values: [UInt32: [UInt32: [UInt8]]] = [:]
  /// Files written by ``PostingRun/write(to:)``; their documents are numbered on in this order.
  package var runs: [FilePath] = []
  /// All metadata: none is taken over.
  package var metadata: [String: [UInt8]] = [:]
  package var tables = Tables.own
  /// Asked whether to stop, from two threads.
  package var shouldStop: (@Sendable () -> Bool)?

  package init() {}

  /// Writes it down to the disk.
  ///
  /// - Parameter path: a folder that does not exist yet; after an error it holds nothing that can be
  ///   read.
  /// - Throws: ``IndexError``; `interrupted` if it was to stop.
  package func write(to path: FilePath) throws(IndexError) {
    let removed = removed.sorted()
    let (values, metadata) = try (packedValues(), packedMetadata())
    let context = StopContext(shouldStop: shouldStop)
    try callStore(path.string) { failure in
      withUnsafeAddresses(
        of: [path.nulTerminated] + ([previous].compactMap(\.self) + runs).map(\.nulTerminated)
      ) {
        paths in
        removed.withUnsafeBufferPointer { removed in
          values.withUnsafeBufferPointer { values in
            metadata.withUnsafeBufferPointer { metadata in
              let runs = Array(paths[(previous == nil ? 1 : 2)...])
              return runs.withUnsafeBufferPointer { runs in
                var request = cx_generation(
                  path: paths[0], previous: previous == nil ? nil : paths[1],
                  removed: removed.baseAddress, removed_count: removed.count,
                  renumbers: renumbers ? 1 : 0,
                  values: values.baseAddress, values_length: values.count,
                  runs: UnsafeRawPointer(runs.baseAddress)?.assumingMemoryBound(
                    to: UnsafePointer<CChar>.self), run_count: runs.count,
                  metadata: metadata.baseAddress, metadata_length: metadata.count,
                  by_xapian: tables == .xapian ? 1 : 0,
                  should_stop: { context in
                    guard let context else { return 0 }
                    let stop = Unmanaged<StopContext>.fromOpaque(context).takeUnretainedValue()
                    return stop.shouldStop?() == true ? 1 : 0
                  }, context: Unmanaged.passUnretained(context).toOpaque())
                return cx_generation_write(&request, failure)
              }
            }
          }
        }
      }
    }
    withExtendedLifetime(context) {}
  }

  /// What the C function is given to ask.
  private final class StopContext: Sendable {
    let shouldStop: (@Sendable () -> Bool)?
    init(shouldStop: (@Sendable () -> Bool)?) { self.shouldStop = shouldStop }
  }

  private func packedValues() throws(IndexError) -> [UInt8] {
    var packed: [UInt8] = []
    for (slot, values) in values {
      for (id, value) in values {
        packed.appendField(id)
        packed.appendField(slot)
        try value.withUnsafeBufferPointer { value throws(IndexError) in
          packed.appendField(UInt32(truncatingIfNeeded: value.count))
          packed.append(contentsOf: value)
        }
      }
    }
    return packed
  }

  private func packedMetadata() throws(IndexError) -> [UInt8] {
    var packed: [UInt8] = []
    for (key, value) in metadata {
      packed.append(UInt8(truncatingIfNeeded: key.utf8.count))
      packed.append(contentsOf: key.utf8)
      packed.appendField(UInt32(truncatingIfNeeded: value.count))
      packed.append(contentsOf: value)
    }
    return packed
  }
}
