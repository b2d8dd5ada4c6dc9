import DossierTestSupport
import Foundation
import Testing

/// The rooms import what they may, and nothing upward (ARCHITECTURE.md).
@Suite("The rooms and their arrows")
struct ArrowTests {
    private static let allowed: [String: Set<String>] = [
        "DossierModel": [],
        "DossierProfiles": ["DossierModel"],
        "DossierDisclosure": ["DossierModel"],
        "DossierNames": ["DossierModel"],
        "DossierMatching": ["DossierModel", "DossierNames"],
        "DossierSearch": ["DossierModel", "DossierNames"],
        "DossierXML": [],
        "DossierMarkdown": [],
        "DossierManuscripts": ["DossierModel", "DossierProfiles", "DossierMarkdown"],
        "DossierDocuments": [
            "DossierModel", "DossierProfiles", "DossierDisclosure", "DossierManuscripts", "DossierMarkdown",
            "DossierXML", "DossierArchives", "DossierHTML",
        ],
        "DossierExchange": ["DossierModel", "DossierDisclosure", "DossierXML"],
        "DossierHTML": [],
        "DossierArchives": [],
        "DossierIntake": [
            "DossierModel", "DossierManuscripts", "DossierMarkdown", "DossierXML", "DossierArchives",
        ],
        "DossierFiles": [],
        "DossierLibrary": ["DossierModel", "DossierFiles", "DossierNames", "DossierSearch"],
        "DossierPackages": [
            "DossierModel", "DossierProfiles", "DossierDisclosure", "DossierFiles", "DossierArchives", "DossierXML",
            "DossierHTML",
        ],
        "DossierMedia": [],
        "DossierOffice": [
            "DossierModel", "DossierProfiles", "DossierDisclosure", "DossierDocuments", "DossierXML", "DossierIntake",
            "DossierFiles", "DossierLibrary", "DossierMedia", "DossierPackages", "DossierNames",
            "DossierMatching", "DossierSearch", "DossierExchange",
        ],
        "DossierDesk": [
            "DossierModel", "DossierProfiles", "DossierDisclosure", "DossierDocuments", "DossierIntake",
            "DossierFiles", "DossierLibrary", "DossierMedia", "DossierHTML", "DossierNames", "DossierSearch",
            "DossierOffice",
        ],
        "dossier-desk": ["DossierDesk"],
        "DossierCLI": [
            "DossierOffice", "DossierModel", "DossierProfiles", "DossierDisclosure", "DossierDocuments",
            "DossierManuscripts",
            "DossierMarkdown", "DossierArchives", "DossierXML", "DossierIntake", "DossierFiles", "DossierLibrary",
            "DossierMedia", "DossierPackages", "DossierHTML", "DossierNames", "DossierMatching", "DossierSearch",
            "DossierExchange",
        ],
        "dossier": ["DossierCLI"],
    ]

    /// Which room alone may import an outside module.
    private static let owners: [String: Set<String>] = [
        "GRDB": ["DossierLibrary"], "CLibXML2": ["DossierXML"], "CLibYAML": ["DossierIntake"],
        "CLinux": ["DossierFiles", "DossierPackages"],
        "CArchive": ["DossierArchives"], "CZlib": ["DossierArchives"], "CCMark": ["DossierMarkdown"],
        "ArgumentParser": ["DossierCLI"], "Crypto": ["DossierLibrary", "DossierOffice", "DossierCLI"],
        "Hummingbird": ["DossierDesk"], "NIOCore": ["DossierDesk"], "HTTPTypes": ["DossierDesk"],
        "COpenSSL": ["DossierFiles"], "CXLSXWriter": ["DossierExchange"],
    ]

    private func imports(of room: String) throws -> [(file: String, module: String)] {
        let folder = "\(ProjectFolder.path)/Sources/\(room)"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try files.filter { $0.hasSuffix(".swift") }.flatMap { file in
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            return text.matches(
                of: /(?m)^(?:public |package |internal )?(?:@\w+ )?import (?:struct |class |enum |func )?(\w+)/
            )
            .map { (file, String($0.output.1)) }
        }
    }

    @Test("A room imports only rooms below it", arguments: allowed.keys.sorted())
    func arrows(_ room: String) throws {
        let found = try imports(of: room)
        #expect(
            !found.isEmpty
                || [
                    "DossierModel", "DossierXML", "DossierMedia", "DossierArchives", "DossierMarkdown", "DossierHTML",
                ].contains(room))
        for (file, module) in found where module.hasPrefix("Dossier") {
            #expect(Self.allowed[room]?.contains(module) == true, "\(room)/\(file) imports \(module)")
        }
    }

    @Test("Each outside library is imported in its one room", arguments: allowed.keys.sorted())
    func outside(_ room: String) throws {
        for (file, module) in try imports(of: room) {
            guard let owners = Self.owners[module] else { continue }
            #expect(owners.contains(room), "\(room)/\(file) imports \(module)")
        }
    }

    @Test("Every folder of Sources is a room that this test knows")
    func known() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: "\(ProjectFolder.path)/Sources")
        let known = Set(Self.allowed.keys).union([
            "CLibXML2", "CLibYAML", "CLinux", "CArchive", "CZlib", "CCMark", "COpenSSL", "CXLSXWriter",
            "DossierTestSupport",
            "LibraryWriterFixture",
        ])
        #expect(Set(folders).subtracting(known).sorted() == [])
    }

    @Test("Clock, random numbers and locale come from one file alone", arguments: allowed.keys.sorted())
    func determinism(_ room: String) throws {
        let edge: Set = [
            "DossierOffice/Surroundings.swift", "DossierDesk/Desk.swift", "DossierCLI/Commands/DeskCommand.swift",
            "DossierCLI/Commands/InitCommand.swift",
            "DossierCLI/Commands/Consent/ConsentCommand.swift",
            "DossierCLI/Commands/Testimony/TestimonyAddCommand.swift",
            "DossierCLI/Commands/Evidence/EvidenceAddCommand.swift",
            "DossierCLI/Commands/Submission/SubmissionRecordCommand.swift",
        ]
        let folder = "\(ProjectFolder.path)/Sources/\(room)"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        for file in files
        where file.hasSuffix(".swift") && !edge.contains("\(room)/\(file)") {
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            #expect(!text.contains(#/\bDate\(\)/#), "\(room)/\(file) looks at the clock")
            for word in ["UUID()", "Locale.current", "SystemRandomNumberGenerator", ".random(in: 0..<10)"] {
                #expect(!text.contains(word), "\(room)/\(file) uses \(word)")
            }
        }
    }
}
