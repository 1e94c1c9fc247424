import SystemPackage

/// Arguments that are paths, byte for byte: file names need not be UTF-8, parsed arguments are.
enum RawArguments {
  /// The path an argument names.
  static func path(_ argument: String) -> FilePath { paths([argument])[0] }

  /// The paths that several arguments name. Of arguments that look the same once repaired, the
  /// first stands for the first, and so on.
  static func paths(_ arguments: [String]) -> [FilePath] {
    guard arguments.contains(where: isRepaired) else { return arguments.map { FilePath($0) } }
    var raw = all
    return arguments.map { argument in
      guard isRepaired(argument),
        let index = raw.firstIndex(where: { $0.text.utf8.elementsEqual(argument.utf8) })
      else { return FilePath(argument) }
      return raw.remove(at: index).path
    }
  }

  private static func isRepaired(_ argument: String) -> Bool {
    argument.unicodeScalars.contains("\u{FFFD}")
  }

  /// All arguments, and all values behind `=`.
  private static var all: [(text: String, path: FilePath)] {
    ProgramArguments.pointers.flatMap { start -> [(text: String, path: FilePath)] in
      let whole = (String(cString: start), FilePath(platformString: start))
      var value = start
      while value.pointee != 0, value.pointee != 0x3D { value += 1 }
      guard value.pointee != 0 else { return [whole] }
      return [whole, (String(cString: value + 1), FilePath(platformString: value + 1))]
    }
  }
}

/// The words of a long query, joined: the argument parser takes time quadratic in their number.
enum WordArguments {
  private static let manyArguments = 100
  private static let commands = ["search", "explain"]

  /// Options that are often given one dash too few; as such they stay a mistake.
  private static let optionNames: Set<String> = [
    "-accents", "-batch", "-color", "-count", "-help", "-index", "-json", "-limit", "-null",
    "-offset", "-paths", "-recency", "-sort", "-version",
  ]

  /// The arguments with what a query excludes (`-word`, `-(…`, `-=…`) taken for a word and not for
  /// options: a space before them tells. No option has one dash and several letters.
  static func withExclusions(_ arguments: ArraySlice<String>) -> ArraySlice<String> {
    guard let command = arguments.first, commands.contains(command) else { return arguments }
    var result = [command]
    for argument in arguments.dropFirst() {
      if result.last == "--" {
        return result[...] + arguments.dropFirst(result.count)
      }
      let isValue = result.last == "--sort"
      result.append(!isValue && isExclusion(argument) ? " " + argument : argument)
    }
    return result[...]
  }

  private static func isExclusion(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), argument.count > 2, !optionNames.contains(argument),
      let first = argument.dropFirst().first
    else { return false }
    return first.isLetter || first == "(" || first == "\"" || first == "="
  }

  /// The arguments with runs of words made one argument. The first word behind an option may be the
  /// option's value and stays alone; the commands join words by spaces themselves.
  static func joined(_ arguments: ArraySlice<String>) -> [String] {
    guard arguments.count > manyArguments, let command = arguments.first,
      commands.contains(command)
    else { return Array(arguments) }
    var result = [command]
    var words: [String] = []
    var isBehindOption = true
    var isPastTerminator = false
    for argument in arguments.dropFirst() {
      if !isPastTerminator, argument.hasPrefix("-") {
        if !words.isEmpty { result.append(words.joined(separator: " ")) }
        words.removeAll()
        result.append(argument)
        isPastTerminator = argument == "--"
        isBehindOption = !isPastTerminator
      } else if isBehindOption {
        result.append(argument)
        isBehindOption = false
      } else {
        words.append(argument)
      }
    }
    if !words.isEmpty { result.append(words.joined(separator: " ")) }
    return result
  }
}
