import Foundation
import SystemPackage

@testable import ArticleIndex
@testable import ArticleReading

extension Workspace {
  /// Writes the first generation of the index anew, as `change` wants it; it is as it was else.
  func rewriteIndex(_ change: (inout GenerationWriter) throws -> Void) throws {
    let path = self("Index/generation-000001")
    let reader = try StoreReader(at: path)
    var writer = GenerationWriter()
    writer.previous = path
    for key in Schema.Metadata.all { writer.metadata[key] = try reader.metadata(key) }
    try change(&writer)
    let new = self("rewritten")
    try writer.write(to: new)
    removeTree(path)
    try FileManager.default.moveItem(atPath: new.string, toPath: path.string)
  }

  /// Writes a Xapian database of one document that is none of ours.
  func makeForeignDatabase(_ name: String) throws {
    var run = PostingRun()
    try run.add("cau".utf8, wdf: 1)
    try run.finishDocument(data: "someone else's".utf8)
    try run.write(to: self("foreign.run"))
    var writer = GenerationWriter()
    writer.runs = [self("foreign.run")]
    try writer.write(to: self(name))
    remove("foreign.run")
  }
}
