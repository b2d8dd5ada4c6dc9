import Foundation

let outcome = WriterFixture.run(Array(CommandLine.arguments.dropFirst()))
WriterFixture.tell(outcome.line)
exit(outcome.status)
