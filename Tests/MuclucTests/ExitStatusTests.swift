import ArgumentParser
import SystemPackage
import Testing

@testable import mucluc

struct ExitStatusTests {
  @Test func errorsOfTheSystemEndAsFailures() {
    #expect(Mucluc.report(Errno.noSpace) == .failure)
    #expect(Mucluc.report(BrokenPipe()) == .success)
    #expect(Mucluc.report(ExitStatus.nothingFound.exitCode) == .nothingFound)
    #expect(Mucluc.report(ExitCode(99)) == .failure)
    #expect(Mucluc.report(ValidationError("no")) == .failure)
  }
}
