// swift-tools-version: 6.2
import PackageDescription

// A program of its own that uses the libraries of mucluc: `sh Samples/FeedArchive/try.sh` runs it.
let package = Package(
  name: "FeedArchive",
  dependencies: [
    .package(name: "mucluc", path: "../.."),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .executableTarget(
      name: "feed-archive",
      dependencies: [
        .product(name: "ArticleIndex", package: "mucluc"),
        .product(name: "ArticleReading", package: "mucluc"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Sources")
  ],
  swiftLanguageModes: [.v6]
)
