import Foundation
import Testing

extension AcceptanceSuite {
    /// What `dossier demo` writes, judged by others.
    @Suite("What the demonstration writes is accepted by outside validators", .afterDemonstration)
    struct DemoAcceptanceTests {
        private let demonstration: Demonstration

        init() throws { demonstration = try #require(Demonstration.current) }

        @Test("The demonstration ends well and writes petitions as XML and as HTML")
        func writesPetitions() {
            #expect(demonstration.ending.status == 0, "\(demonstration.ending.errors)")
            #expect(!demonstration.petitions.isEmpty)
            #expect(!demonstration.pages.isEmpty)
        }

        @Test("Every petition is valid Akoma Ntoso by the schema of OASIS")
        func petitionsAreValid() async throws {
            try #require(!demonstration.petitions.isEmpty)
            #expect(try await SchemaValidator.complaints(about: demonstration.petitions) == [])
        }

        @Test("Every page is valid HTML by the Nu Html Checker")
        func pagesAreValid() async throws {
            try #require(!demonstration.pages.isEmpty)
            #expect(try await MarkupValidator.complaints(about: demonstration.pages) == [])
        }

        @Test("Every Word file is sound by the checks of the Open XML SDK, and python-docx reads it")
        func papersAreValid() async throws {
            try #require(demonstration.papers.count > 2)
            #expect(try await WordValidator.complaints(about: demonstration.papers) == [])
        }

        @Test("The demonstration says which report is over its limit")
        func overLimit() {
            #expect(demonstration.ending.output.contains("over its limit"))
            #expect(demonstration.papers.contains { $0.lastPathComponent.contains("-individual-") })
            #expect(demonstration.papers.contains { $0.lastPathComponent.contains("-joint-") })
        }

        @Test("LibreOffice prints a report with each footnote on the page of its mark")
        func footnotesOnTheirPages() async throws {
            let reports = demonstration.papers.filter { $0.lastPathComponent.hasPrefix("upr-") }
            try #require(reports.count == 2)
            for paper in reports { #expect(try await FootnotePlaces.complaints(about: paper) == []) }
        }

        @Test("Every package is accepted by bagit-python, bagit-profile, sha256sum and ro-crate-py")
        func packagesAreValid() async throws {
            try #require(demonstration.bags.count == 3)
            let profile = demonstration.bags[0].deletingLastPathComponent().appending(path: "bagit-profile.json")
            #expect(try await PackageValidator.complaints(about: demonstration.bags, profile: profile) == [])
        }

        @Test("Every record as XML follows our schema by xmllint too")
        func recordsAreValid() async throws {
            try #require(demonstration.records.count >= 2)
            let schema = PackageFolder.root.appending(path: "Templates/record/edition-1.0.xsd")
            for record in demonstration.records {
                let ending = try await ChildProcess.run(
                    try Validators.tool("xmllint"),
                    ["--nonet", "--noout", "--schema", schema.filePath, record.filePath])
                #expect(ending.status == 0, "\(ending.errors)")
            }
        }

        @Test("axe finds nothing on any page that breaks WCAG 2.2 AA")
        func pagesAreAccessible() async throws {
            try #require(!demonstration.pages.isEmpty)
            #expect(try await AccessibilityValidator.complaints(about: demonstration.pages) == [])
        }

        @Test("No page runs a script or fetches anything")
        func pagesStandAlone() throws {
            try #require(!demonstration.pages.isEmpty)
            #expect(try SelfContainment.complaints(about: demonstration.pages) == [])
        }

        @Test("The longest page prints on A4 sheets that bear their numbers")
        func pagesPrint() async throws {
            let page = try #require(demonstration.longestPage)
            #expect(try await PrintValidator.complaints(about: [page]) == [])
        }
    }
}
