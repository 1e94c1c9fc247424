import VietnameseText

/// A line as the readers compare it: lower case, without any mark, runs of white space made one
/// space and none at the ends.
///
/// `Tin liên quan`, `TIN LIÊN QUAN` and the decomposed spelling all become `tin lien quan`; where
/// the tone stands makes no difference, and `đ` is `d`. Other characters stay as they are.
func foldedLine(_ line: Substring) -> String {
  Folding.folded(line).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
