import Foundation
import Testing

extension AcceptanceSuite {
    /// Keys, as their owner types for them.
    @Suite("Keys")
    struct KeyTests {
        @Test("A key is made, listed and handed out; the private part stays where nobody else can read it")
        func way() async throws {
            try await Workplace.with { place in
                let made = try await place.run("key", "make", "office")
                #expect(made.status == 0, "\(made.errors)")
                #expect(made.output.contains("SHA256:"))
                let opening = try await place.run("key", "make", "archive", "--purpose", "open", "--lang", "ko")
                #expect(opening.output.contains("age1"), "\(opening.errors)")
                let folder = place.folder.filePath + ".config/dossier/keys"
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/office/key")
                #expect(attributes[.posixPermissions] as? Int == 0o600)

                let shown = try await place.run("key", "show", "office")
                #expect(shown.status == 0)
                #expect(shown.output.contains("ssh-ed25519 ") && !shown.output.contains("PRIVATE"))
                let file = try place.file("office.pub", shown.output)
                let added = try await place.run("key", "add", "partner", file)
                #expect(added.status == 0, "\(added.errors)")

                let json = try await place.run("key", "list", "--json").output
                let keys = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
                #expect(keys.map { $0["name"] } == ["archive", "office", "partner"])
                #expect(keys.map { $0["use"] } == ["opening", "signing", "theirs"])
                #expect(keys[1]["fingerprint"] == keys[2]["fingerprint"])
                #expect(try await place.run("key").output.contains("somebody else’s"))
            }
        }

        @Test("Keys are where the environment says, and nowhere near the library")
        func folders() async throws {
            try await Workplace.with { place in
                let before = try place.libraryBytes()
                let named = place.folder.filePath + "elsewhere"
                let settings = place.folder.filePath + "settings"
                let own = ["DOSSIER_KEYS": named, "XDG_CONFIG_HOME": settings]
                #expect(try await place.run("key", "make", "office", environment: own).status == 0)
                #expect(FileManager.default.fileExists(atPath: "\(named)/office/key"))
                let shared = ["XDG_CONFIG_HOME": settings]
                #expect(try await place.run("key", "make", "office", environment: shared).status == 0)
                #expect(FileManager.default.fileExists(atPath: "\(settings)/dossier/keys/office/key"))
                #expect(try place.libraryBytes() == before)
            }
        }

        @Test("A private key that others can read is refused with the mend")
        func openToOthers() async throws {
            try await Workplace.with { place in
                #expect(try await place.run("key", "make", "office").status == 0)
                let key = place.folder.filePath + ".config/dossier/keys/office/key"
                try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
                let shown = try await place.run("key", "show", "office")
                #expect(shown.status == 77)
                #expect(
                    shown.errors.contains("chmod 600 “") && shown.errors.contains("/office/key”"), "\(shown.errors)")
                let list = try await place.run("key", "list")
                #expect(list.status == 1)
                #expect(list.output.contains("chmod 600"))
            }
        }

        @Test("Refusals tell what was wrong by their status")
        func refusals() async throws {
            try await Workplace.with { (place: Workplace) async throws -> Void in
                #expect(try await place.run("key", "make", "office").status == 0)
                #expect(try await place.run("key", "make", "office").status == 73)
                #expect(try await place.run("key", "make", "Jane Doe").status == 64)
                #expect(try await place.run("key", "make", "x", "--purpose", "win").status == 64)
                #expect(try await place.run("key", "make", "x", "--purpose", "open", "--passphrase").status == 64)
                #expect(try await place.run("key", "make", "x", "--passphrase").status == 64)
                #expect(try await place.run("key", "show", "nobody").status == 66)
                #expect(try await place.run("key", "add", "x", "nowhere.pub").status == 66)
                let noise = try place.file("noise.pub", "no key\n")
                #expect(try await place.run("key", "add", "x", noise).status == 65)
                let own = place.folder.filePath + ".config/dossier/keys/office/key"
                let given = try await place.run("key", "add", "x", own)
                #expect(given.status == 65)
                #expect(given.errors.contains("private key"))
                let without = try await place.run("key", "make", "y", environment: ["PATH": "/nowhere"])
                #expect(without.status == 73)
                #expect(without.errors.contains("apt install openssh-client"), "\(without.errors)")
                #expect(try await place.run("key", "list").output.split(separator: "\n").count == 1)
            }
        }

        @Test("A passphrase is asked for on the terminal")
        func passphrase() async throws {
            try await Workplace.with { place in
                let keys = place.folder.filePath + "keys"
                let environment = ["PATH": "/usr/bin:/bin", "DOSSIER_KEYS": keys, "LANG": "C.UTF-8"]
                let ending = try await TypedTerminal.run(
                    ["key", "make", "office", "--passphrase"], typing: "four plain words here",
                    environment: environment,
                    in: place.folder)
                #expect(ending.status == 0, "\(ending.errors)")
                for (passphrase, status) in [("four plain words here", Int32(0)), ("", 255)] {
                    let opened = try await ChildProcess.run(
                        URL(filePath: "/usr/bin/ssh-keygen"), ["-y", "-P", passphrase, "-f", "\(keys)/office/key"])
                    #expect(opened.status == status, "\(opened.errors)")
                }
            }
        }
    }
}
