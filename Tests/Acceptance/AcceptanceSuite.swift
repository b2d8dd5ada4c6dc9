import Testing

/// Everything here starts browsers and Java: one test at a time, beside the other suites.
@Suite("Acceptance", .serialized)
enum AcceptanceSuite {}
