// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is compiled strictly; dependencies keep their own settings.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The tests make the libraries compute a lot: `sh Tests/run.sh` has them optimised. It needs flags that a
/// package others depend on must not have.
let optimizesLibraries = Context.environment["MUCLUC_OPTIMIZED"] != nil
let library = strict + (optimizesLibraries ? [.unsafeFlags(["-O"])] : [])

let package = Package(
  name: "mucluc",
  products: [
    .executable(name: "mucluc", targets: ["mucluc"]),
    .library(name: "ArticleReading", targets: ["ArticleReading"]),
    .library(name: "ArticleIndex", targets: ["ArticleIndex"]),
    .library(name: "VietnameseText", targets: ["VietnameseText"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // Ours, C over C++: the only code that sees Xapian.
    .target(
      name: "CXapian", cxxSettings: [.headerSearchPath(".")],
      linkerSettings: [.linkedLibrary("xapian")]
    ),
    // Ours, C over C++: one JSON record, flattened by simdjson.
    .target(name: "CJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    // Ours, C: libarchive (gzip, xz, zstd, bzip2, zip), loaded by the first file that needs it.
    .target(name: "CLibArchive"),
    // Bindings only, no code of ours: content hashes; CSV; HTML and XML; compression of stored texts. The
    // first two are linked into the program (`:lib….a`): loading a library takes 50 µs of every process.
    .systemLibrary(
      name: "CXXHash", path: "Sources/SystemLibraries/CXXHash",
      providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(
      name: "CLibCSV", path: "Sources/SystemLibraries/CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(
      name: "CLibXML2", path: "Sources/SystemLibraries/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CZstd", path: "Sources/SystemLibraries/CZstd", providers: [.apt(["libzstd-dev"])]),
    // Ours, C: opening files without following links, and files in memory: system calls that Swift does not
    // see.
    .target(name: "CFiles"),
    // Ours, C: the program's arguments where /proc is not mounted.
    .target(name: "CArguments"),
    // The C library, whichever it is.
    .target(name: "Platform", swiftSettings: strict),
    // Vietnamese text as pure functions over bytes.
    .target(name: "VietnameseText", swiftSettings: library),
    // A file of any kind → articles.
    .target(
      name: "ArticleReading",
      dependencies: [
        "CFiles", "CXXHash", "CLibXML2", "CLibArchive", "CLibCSV", "CJSON", "Platform",
        "VietnameseText",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: library
    ),
    // Articles → terms → index, and query text → hits.
    .target(
      name: "ArticleIndex",
      dependencies: [
        "ArticleReading", "CXapian", "CZstd", "Platform", "VietnameseText",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: library
    ),
    .executableTarget(
      name: "mucluc",
      dependencies: [
        "ArticleIndex", "ArticleReading", "CArguments", "Platform",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "VietnameseTextTests", dependencies: ["TestSupport", "VietnameseText"],
      exclude: ["Generate"],
      swiftSettings: strict),
    // What several test targets use.
    .target(
      name: "TestSupport",
      dependencies: [
        "ArticleReading", .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/Support", swiftSettings: strict),
    .testTarget(
      name: "ArticleReadingTests",
      dependencies: [
        "ArticleReading", "TestSupport", "VietnameseText",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Golden", "Decoding/Generate"],
      swiftSettings: strict,
      // Makes archives to be read.
      linkerSettings: [.linkedLibrary("archive")]
    ),
    .testTarget(
      name: "ArticleIndexTests",
      dependencies: [
        "ArticleIndex", "ArticleReading", "TestSupport", "VietnameseText",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Golden"], swiftSettings: strict
    ),
    .testTarget(
      name: "MuclucTests",
      dependencies: [
        "ArticleIndex", "ArticleReading", "mucluc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "ArticleIndex", "ArticleReading", "TestSupport", "mucluc",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict
    ),
    // Measurements: `swift run -c release benchmarks --help`.
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "ArticleIndex", "ArticleReading", "VietnameseText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/Benchmarks",
      exclude: [
        "linear.sh", "night.sh", "peers", "peers.sh", "queries.txt", "readers.py", "RESULTS.md",
        "setup.sh", "size.py",
      ],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// Fuzzing, by `sh Tests/Fuzz/run.sh`: needs flags of the linker that no other build wants. A format is
// fuzzed without the index.
if let name = Context.environment["MUCLUC_FUZZ"] {
  let isOfIndex = ["query", "analyzer"].contains(name)
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "ArticleReading", "VietnameseText",
        .product(name: "SystemPackage", package: "swift-system"),
      ] + (isOfIndex ? ["ArticleIndex"] : []),
      path: "Tests/Fuzz", sources: ["Fuzz.swift", isOfIndex ? "Index" : "Reading"],
      linkerSettings: [.unsafeFlags(["-use-ld=lld", "-sanitize=fuzzer"])]))
}
