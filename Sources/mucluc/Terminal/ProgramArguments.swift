internal import CArguments
import SystemPackage

/// What the program was started with. `CommandLine` does not know where /proc is not mounted.
enum ProgramArguments {
  /// The arguments after the program's name, with invalid UTF-8 repaired; nil if they cannot be read.
  static var texts: [String]? {
    let pointers = pointers
    return pointers.isEmpty ? nil : pointers.dropFirst().map { String(cString: $0) }
  }

  /// The path that an argument names, byte for byte: file names need not be UTF-8, parsed arguments are.
  static func path(_ argument: String) -> FilePath { paths([argument])[0] }

  /// The paths that several arguments name. Arguments that look the same once repaired are told apart by
  /// their order.
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

  /// All arguments, and all values after `=`.
  private static var all: [(text: String, path: FilePath)] {
    pointers.flatMap { start -> [(text: String, path: FilePath)] in
      let whole = (String(cString: start), FilePath(platformString: start))
      var value = start
      while value.pointee != 0, value.pointee != 0x3D { value += 1 }
      guard value.pointee != 0 else { return [whole] }
      return [whole, (String(cString: value + 1), FilePath(platformString: value + 1))]
    }
  }

  /// All arguments, the program's name first; empty if they cannot be read.
  private static var pointers: [UnsafeMutablePointer<CChar>] {
    var count: Int32 = 0
    let known = cargs_arguments(&count)
    let all = UnsafeBufferPointer(
      start: known ?? CommandLine.unsafeArgv, count: Int(known == nil ? CommandLine.argc : count))
    return all.compactMap { $0 }
  }
}

/// The words of a query on the command line.
enum QueryArguments {
  private static let commands = ["search", "explain"]

  /// Options often typed with one dash too few, which is reported as a mistake.
  private static let optionNames = [
    "-accents", "-batch", "-color", "-count", "-help", "-index", "-json", "-limit", "-null",
    "-offset", "-paths", "-recency", "-sort", "-version",
  ]

  /// The arguments with neighbouring words joined into one: the commands join them anyway, and the
  /// argument parser takes time quadratic in their number. What a query excludes (`-word`, `-(…`, `-=…`)
  /// is a word too; a space in front keeps the parser from taking it for an option.
  static func joined(_ arguments: [String]) -> [String] {
    guard let command = arguments.first, commands.contains(command) else { return arguments }
    var result = [command]
    var words: [String] = []
    /// The option just read, whose value the next argument may be.
    var option: String?
    for (index, argument) in arguments.enumerated().dropFirst() {
      let isOption = argument.hasPrefix("-") && (option == "--sort" || !isExclusion(argument))
      let word = isOption || !argument.hasPrefix("-") ? argument : " " + argument
      guard isOption || option != nil else {
        words.append(word)
        continue
      }
      if !words.isEmpty { result.append(words.joined(separator: " ")) }
      words.removeAll()
      result.append(word)
      option = isOption ? argument : nil
      if argument == "--" {
        words = Array(arguments[(index + 1)...])
        break
      }
    }
    if !words.isEmpty { result.append(words.joined(separator: " ")) }
    return result
  }

  /// Whether an argument excludes something. No option has one dash and several letters.
  private static func isExclusion(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), argument.count > 2, !optionNames.contains(argument),
      let first = argument.dropFirst().first
    else { return false }
    return first.isLetter || first == "(" || first == "\"" || first == "="
  }
}
