import Foundation
import Testing

extension AcceptanceSuite {
    /// Disks and libraries that fail: a clear word, and nothing lost.
    @Suite("Disks and libraries that fail")
    struct DisasterTests {
        @Test("A folder without a library is told, with what makes one")
        func noLibrary() async throws {
            try await Workplace.with { place in
                let ending = try await place.run("case", "list", "--library", place.folder.filePath + "nowhere")
                #expect(ending.status == 66)
                #expect(ending.errors.contains("dossier init"))
            }
        }

        @Test("A library is not made over another")
        func twice() async throws {
            try await Workplace.with { place in
                let before = try place.libraryBytes()
                let ending = try await place.run("init")
                #expect(ending.status == 73)
                #expect(try place.libraryBytes() == before)
            }
        }

        @Test(
            "A library of a newer version is left alone", arguments: [["case", "list"], ["import", "Cases/samples"]])
        func newer(_ command: [String]) async throws {
            try await Workplace.with { place in
                // The version stands at offset 60 of an SQLite file (file format, 1.3).
                var bytes = try Data(contentsOf: place.database)
                bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
                try bytes.write(to: place.database)
                let ending = try await place.run(command[0], command[1])
                #expect(ending.status == 74, "\(ending.errors)")
                #expect(ending.errors.contains("newer version"))
                #expect(try Data(contentsOf: place.database) == bytes)
            }
        }

        @Test("A damaged library is told and not changed", arguments: ["middle", "cut", "text"])
        func damaged(_ how: String) async throws {
            try await Workplace.with { place in
                var bytes = try Data(contentsOf: place.database)
                switch how {
                case "middle":
                    // Every page but the first.
                    bytes.replaceSubrange(4096..<bytes.count, with: Data(repeating: 0x5A, count: bytes.count - 4096))
                case "cut": bytes = bytes.prefix(5000)
                default: bytes = Data("This is no library.".utf8)
                }
                try bytes.write(to: place.database)
                for command in [["case", "list"], ["import", "Cases/samples"]] {
                    let ending = try await place.run(command[0], command[1])
                    #expect([66, 74].contains(ending.status), "\(how) \(command): \(ending.output) \(ending.errors)")
                    #expect(ending.errors.contains("library"), "\(ending.errors)")
                    #expect(try Data(contentsOf: place.database) == bytes)
                }
            }
        }

        @Test("Where the output folder cannot be made, that is told")
        func outputBelowAFile() async throws {
            try await Workplace.with { place in
                let file = try place.file("file", "")
                let ending = try await place.run("render", "--output", "\(file)/below")
                #expect(ending.status == 73)
                #expect(ending.errors.contains("\(file)/below"))
            }
        }

        /// A file system of a few pages, mounted for the test. Only root can mount: an ordinary user's run tests the
        /// same code through /dev/full.
        @Test("A full disk loses nothing, and is told")
        func fullDisk() async throws {
            try await Workplace.with { place in
                guard getuid() == 0 else {
                    try FileManager.default.createSymbolicLink(
                        atPath: place.folder.filePath + "out", withDestinationPath: "/dev/full")
                    let ending = try await place.run("render", "--output", place.folder.filePath + "out")
                    #expect(ending.status == 73)
                    return
                }
                let disk = place.folder.filePath + "disk"
                try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
                let mount = URL(filePath: "/bin/mount")
                // Room for the library as it is and a few pages more.
                let size = try Data(contentsOf: place.database).count / 1024 + 24
                let mounted = try await ChildProcess.run(mount, ["-t", "tmpfs", "-o", "size=\(size)k", "tmpfs", disk])
                try #require(mounted.status == 0, "\(mounted.errors)")
                do {
                    try FileManager.default.copyItem(atPath: place.library.filePath, toPath: "\(disk)/library")
                    let before = try Data(contentsOf: URL(filePath: "\(disk)/library/library.sqlite"))
                    let imported = try await place.run("import", "Cases/samples", "--library", "\(disk)/library")
                    #expect(imported.status == 73, "\(imported.output) \(imported.errors)")
                    #expect(imported.errors.contains("full"), "\(imported.errors)")
                    #expect(try Data(contentsOf: URL(filePath: "\(disk)/library/library.sqlite")) == before)
                    let verified = try await place.run("ledger", "verify", "--library", "\(disk)/library")
                    #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
                    let rendered = try await place.run("render", "--format", "html", "--output", "\(disk)/out")
                    #expect(rendered.status == 73 || rendered.status == 0)
                } catch {
                    _ = try await ChildProcess.run(URL(filePath: "/bin/umount"), [disk])
                    throw error
                }
                _ = try await ChildProcess.run(URL(filePath: "/bin/umount"), [disk])
            }
        }

        @Test("A library on a read-only disk can be read, and writing is refused in words")
        func readOnly() async throws {
            try await Workplace.with { place in
                let isRoot = getuid() == 0
                let path = place.library.filePath
                if isRoot {
                    // Permissions do not hold root back; a read-only mount does.
                    let bound = try await ChildProcess.run(URL(filePath: "/bin/mount"), ["--bind", path, path])
                    try #require(bound.status == 0, "\(bound.errors)")
                    _ = try await ChildProcess.run(URL(filePath: "/bin/mount"), ["-o", "remount,bind,ro", path])
                } else {
                    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
                    try FileManager.default.setAttributes(
                        [.posixPermissions: 0o444], ofItemAtPath: place.database.filePath)
                }
                let listed = try await place.run("case", "list")
                let imported = try await place.run("import", "Cases/samples")
                if isRoot {
                    _ = try await ChildProcess.run(URL(filePath: "/bin/umount"), [path])
                } else {
                    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
                }
                #expect(listed.status == 0, "\(listed.errors)")
                #expect(imported.status == 73, "\(imported.output) \(imported.errors)")
                #expect(imported.errors.contains("read-only"), "\(imported.errors)")
            }
        }
    }
}
