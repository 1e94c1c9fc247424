import Foundation

/// The text in normalisation form D: every Vietnamese mark a character of its own.
package func decomposed(_ text: String) -> String {
  text.decomposedStringWithCanonicalMapping
}
