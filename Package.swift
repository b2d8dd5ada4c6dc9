// swift-tools-version: 6.2
import Foundation
import PackageDescription

// In continuous integration a warning in our own code is an error; on a desk it is a warning.
let isContinuousIntegration = ProcessInfo.processInfo.environment["CI"] != nil

let settings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (isContinuousIntegration ? [.treatAllWarnings(as: .error)] : [])

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: exclude, swiftSettings: settings)
}

let package = Package(
    name: "dossier",
    products: [
        .executable(name: "dossier", targets: ["dossier"]),
        // A product of its own: the web server takes longer to build than all the rest.
        .executable(name: "dossier-desk", targets: ["dossier-desk"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        // What is known. Imports nothing of ours, so that every room may import it.
        room("DossierModel", []),

        // What bodies ask, what may be said, what is said: values in, values out.
        room("DossierProfiles", ["DossierModel"]),
        room("DossierManuscripts", ["DossierModel", "DossierProfiles", "DossierMarkdown"]),
        room("DossierDisclosure", ["DossierModel"]),
        room("DossierNames", ["DossierModel"]),
        room("DossierSearch", ["DossierModel", "DossierNames"]),
        room("DossierMatching", ["DossierModel", "DossierNames"]),
        room(
            "DossierDocuments",
            [
                "DossierModel", "DossierProfiles", "DossierDisclosure", "DossierManuscripts", "DossierXML",
                "DossierArchives", "DossierHTML",
            ]),

        // Editions for other programs: tables, JSON, the models of others.
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        room("DossierExchange", ["DossierModel", "DossierDisclosure", "DossierXML", "CXLSXWriter"]),

        // Pages as trees, escaped in one place: for documents and packages.
        room("DossierHTML", []),

        // The edge: XML, YAML, the database. Each outside library is imported in one room alone.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        room("DossierXML", ["CLibXML2"]),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        room("DossierArchives", ["CArchive", "CZlib"]),
        .systemLibrary(
            name: "CCMark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        room("DossierMarkdown", ["CCMark"]),
        room(
            "DossierIntake",
            ["DossierModel", "DossierManuscripts", "DossierMarkdown", "DossierXML", "DossierArchives", "CLibYAML"]),
        // Imports nothing of ours, so that whatever reads or writes files may import it.
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        room("DossierFiles", ["CLinux", "COpenSSL"]),
        room(
            "DossierLibrary",
            [
                "DossierModel", "DossierFiles", "DossierNames", "DossierSearch",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
            ]),

        // How it leaves: bags with their index, sealed and judged. Files and bytes, no documents.
        room(
            "DossierPackages",
            [
                "DossierModel", "DossierProfiles", "DossierDisclosure", "DossierFiles", "DossierArchives", "DossierXML",
                "DossierHTML", "CLinux",
            ]),

        // What a file is and says of itself: bytes in, values out.
        room("DossierMedia", []),

        // What both faces do with the parts: the command line and the desk.
        room(
            "DossierOffice",
            [
                "DossierModel", "DossierProfiles", "DossierDisclosure", "DossierDocuments", "DossierManuscripts",
                "DossierXML", "DossierIntake", "DossierMedia", "DossierFiles", "DossierLibrary", "DossierPackages",
                "DossierNames", "DossierMatching", "DossierSearch", "DossierExchange",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),

        // The command line, where the parts are put together.
        room(
            "DossierCLI",
            [
                "DossierModel", "DossierProfiles", "DossierDisclosure", "DossierDocuments", "DossierManuscripts",
                "DossierMarkdown", "DossierArchives", "DossierXML", "DossierIntake", "DossierMedia",
                "DossierFiles", "DossierLibrary", "DossierPackages", "DossierHTML", "DossierNames", "DossierMatching",
                "DossierSearch", "DossierExchange", "DossierOffice",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .executableTarget(name: "dossier", dependencies: ["DossierCLI"], swiftSettings: settings),

        // The caseworker's page on this machine.
        room(
            "DossierDesk",
            [
                "DossierModel", "DossierProfiles", "DossierDisclosure", "DossierDocuments", "DossierIntake",
                "DossierMedia", "DossierFiles", "DossierLibrary", "DossierHTML", "DossierNames", "DossierSearch",
                "DossierOffice", .product(name: "Hummingbird", package: "hummingbird"),
            ]),
        .executableTarget(name: "dossier-desk", dependencies: ["DossierDesk"], swiftSettings: settings),

        // What tests share.
        room(
            "DossierTestSupport",
            [
                "DossierModel", "DossierProfiles", "DossierManuscripts", "DossierMarkdown", "DossierIntake",
                "DossierNames",
            ]),
        // A second process for the library's tests to start, race against and kill.
        .executableTarget(
            name: "library-writer", dependencies: ["DossierLibrary", "DossierModel"],
            path: "Sources/LibraryWriterFixture",
            swiftSettings: settings),
        tests("DossierModelTests", ["DossierModel", "DossierTestSupport"]),
        tests(
            "DossierIntakeTests",
            ["DossierIntake", "DossierModel", "DossierManuscripts", "DossierMarkdown", "DossierTestSupport"]),
        tests("DossierFilesTests", ["DossierFiles", "DossierTestSupport"]),
        tests(
            "DossierLibraryTests",
            [
                "DossierLibrary", "DossierFiles", "DossierModel", "DossierTestSupport", "library-writer",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
            ]),
        tests("DossierProfilesTests", ["DossierProfiles", "DossierModel", "DossierIntake", "DossierTestSupport"]),
        tests("DossierDisclosureTests", ["DossierDisclosure", "DossierModel", "DossierTestSupport"]),
        tests(
            "DossierExchangeTests",
            [
                "DossierExchange", "DossierDisclosure", "DossierModel", "DossierIntake", "DossierXML",
                "DossierDocuments", "DossierTestSupport",
            ]),
        tests("DossierNamesTests", ["DossierNames", "DossierModel", "DossierIntake", "DossierTestSupport"]),
        tests(
            "DossierMatchingTests",
            ["DossierMatching", "DossierNames", "DossierModel", "DossierIntake", "DossierTestSupport"]),
        tests("DossierXMLTests", ["DossierXML"]),
        tests("DossierArchivesTests", ["DossierArchives", "DossierTestSupport"]),
        tests(
            "DossierPackagesTests",
            [
                "DossierPackages", "DossierArchives", "DossierFiles", "DossierXML", "DossierModel", "DossierDisclosure",
                "DossierIntake", "DossierTestSupport",
            ]),
        tests("DossierMediaTests", ["DossierMedia"]),
        tests("DossierMarkdownTests", ["DossierMarkdown", "DossierTestSupport"]),
        tests(
            "DossierManuscriptsTests",
            [
                "DossierManuscripts", "DossierMarkdown", "DossierProfiles", "DossierModel", "DossierIntake",
                "DossierTestSupport",
            ]),
        tests(
            "DossierDocumentsTests",
            [
                "DossierDocuments", "DossierDisclosure", "DossierProfiles", "DossierModel", "DossierXML",
                "DossierManuscripts", "DossierMarkdown", "DossierArchives", "DossierTestSupport",
            ], exclude: ["Snapshots"]),
        tests(
            "DossierDeskTests",
            [
                "DossierDesk", "DossierOffice", "DossierLibrary", "DossierModel", "DossierIntake", "DossierProfiles",
                "DossierHTML", "DossierTestSupport",
            ]),
        tests("Architecture", ["DossierTestSupport"]),
        // The second process also writes into ledgers what no command does.
        tests("Acceptance", ["library-writer"]),
        tests(
            "Documentation",
            ["DossierModel", "DossierProfiles", "DossierManuscripts", "DossierIntake", "DossierTestSupport"]),
    ]
)
