import Foundation

// Standard output may be a file here, where lines would otherwise wait in a buffer that a kill throws away.
setvbuf(stdout, nil, _IOLBF, 0)
let outcome = WriterFixture.run(Array(CommandLine.arguments.dropFirst()))
print(outcome.line)
exit(outcome.status)
