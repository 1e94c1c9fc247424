import VietnameseText

// The examples of the documentation, as they stand in it: ExamplesTests compares and runs them.

func tokens() {
  let list = TokenList(of: "Tỉnh Vĩnh Phúc")
  print(list.tokens.map { list.folded($0) })  // ["tinh", "vinh", "phuc"]
  print(list.tokens.map { list.exact($0) })  // ["tỉnh", "vĩnh", "phúc"]
}

func wordCounts(of texts: [String]) -> [String: Int] {
  var tokenizer = Tokenizer()
  var list = TokenList()
  var counts: [String: Int] = [:]
  for text in texts {
    list.removeAll()
    tokenizer.tokenize(text, into: &list)
    for token in list.tokens { counts[list.folded(token), default: 0] += 1 }
  }
  return counts
}

func wholeStrings() {
  print(Folding.folded("Các tin ĐÃ đưa:"))  // cac tin da dua:
  print(TypedKeys.decoded("phucs", .telex) ?? "-")  // phúc
  print(TypedKeys.decoded("Phu1c", .vni) ?? "-")  // phúc
  print(Syllables.isSyllable("vĩnh"))  // true
  print(Syllables.isSyllable("vĩnk"))  // false
}

func typedKeys() {
  print(TypedKeys.decoded("phucs", .telex) ?? "-")  // phúc
  print(TypedKeys.decoded("Phu1c", .vni) ?? "-")  // phúc
}

func forms() {
  let list = TokenList(of: "Tỉnh Vĩnh Phúc")
  print(list.tokens.map { list.folded($0) })  // ["tinh", "vinh", "phuc"]
  print(list.tokens.map { list.exact($0) })  // ["tỉnh", "vĩnh", "phúc"]
}

func documentNumber() {
  var tokenizer = Tokenizer()
  var list = TokenList()
  tokenizer.tokenize("45/2019/QĐ-UBND", into: &list)
  print(list.tokens.count)  // 4: 45, 2019, qđ, ubnd, all joined
}

func foldedHeadline() {
  print(Folding.folded("Các tin ĐÃ đưa:"))  // cac tin da dua:
}
