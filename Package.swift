// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is compiled strictly; dependencies keep their own settings.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "mucluc",
  products: [
    .executable(name: "mucluc", targets: ["mucluc"]),
    .library(name: "ArticleIndex", targets: ["ArticleIndex"]),
    .library(name: "VietnameseText", targets: ["VietnameseText"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // The only code that sees Xapian: a C contract over a C++ implementation.
    .target(
      name: "CXapian", dependencies: ["CLateLoading"],
      linkerSettings: [.linkedLibrary("xapian")]
    ),
    .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
    // HTML and XML; gzip, xz, zstd and zip; CSV; JSON. What each is for: README, Dependencies.
    .target(name: "CLibXML2", dependencies: ["CLateLoading"]),
    .target(name: "CLibArchive", dependencies: ["CLateLoading"]),
    .target(name: "CLateLoading"),
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .target(name: "CJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    // The program's arguments where /proc is not mounted.
    .target(name: "CArguments"),
    // Vietnamese text as pure functions over bytes.
    .target(name: "VietnameseText", swiftSettings: strict),
    // Files → articles → terms → index, and query text → hits.
    .target(
      name: "ArticleIndex",
      dependencies: [
        "CXapian", "CXXHash", "CLibXML2", "CLibArchive", "CLibCSV", "CJSON", "VietnameseText",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "mucluc",
      dependencies: [
        "ArticleIndex", "CArguments",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "VietnameseTextTests", dependencies: ["VietnameseText"], exclude: ["Generate"],
      swiftSettings: strict),
    .testTarget(
      name: "ArticleIndexTests",
      dependencies: [
        "ArticleIndex", "VietnameseText",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Golden", "Decoding/Generate"],
      swiftSettings: strict,
      // Makes archives to be read.
      linkerSettings: [.linkedLibrary("archive")]
    ),
    .testTarget(
      name: "MuclucTests",
      dependencies: [
        "mucluc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "ArticleIndex", "mucluc", .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict
    ),
    // Measurements: `swift run -c release benchmarks --help`.
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "ArticleIndex", "VietnameseText",
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

// Fuzzing, by `sh Tests/Fuzz/run.sh`: needs flags of the linker that no other build wants.
if Context.environment["MUCLUC_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "ArticleIndex", "VietnameseText", .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/Fuzz", exclude: ["Cases", "run.sh", "query.dict", "analyzer.dict"],
      linkerSettings: [.unsafeFlags(["-use-ld=lld", "-sanitize=fuzzer"])]))
}
