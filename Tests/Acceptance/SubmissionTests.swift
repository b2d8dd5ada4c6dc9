import Foundation
import Testing

extension AcceptanceSuite {
    /// What was sent, and what has changed since. The ledger's entry, which `dossier package` makes, is written by a
    /// program of the tests.
    @Suite("Submissions on the command line")
    struct SubmissionTests {
        private static let sending = ["--means", "email", "--on", "2026-11-25"]

        private func record(_ package: String, _ place: Workplace, _ more: String...) async throws -> Ending {
            try await place.run(arguments: ["submission", "record", package] + Self.sending + more)
        }

        private func object(_ text: String) throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        }

        @Test(
            "A package that was sent is recorded with its seal and index, its receipt comes later, and both are shown")
        func way() async throws {
            try await Workplace.with { place in
                let bag = try await SentBag(in: place)
                try await bag.note(in: place, "case-s1a")
                let made = try await record(bag.path, place, "--json", "--by", "S-4", "--note", "두 통 보냄")
                #expect(made.status == 0, "\(made.errors)")
                let plain = try object(made.output)
                let id = try #require(plain["id"] as? String)
                #expect(plain["seal"] as? String == bag.seal)
                #expect(plain["cases"] as? [String] == ["case-s1a"])
                #expect(plain["number"] as? String == "f3a1b2c4d5e6")
                #expect(plain["profile"] as? String == "wgeid 2026-11")
                #expect(plain["sentBy"] as? String == "S-4")
                #expect(plain["fileSha256"] == nil)
                #expect(plain["notes"] as? String == "두 통 보냄")
                #expect(try await place.run("submission", "list").output.contains("no receipt"))

                let receipt = [
                    "submission", "receipt", id, "--receipt", "Registered as 1000-X", "--on", "2026-12-01", "--lang",
                    "ko",
                ]
                #expect(try await place.run(arguments: receipt).status == 0)
                let shown = try await place.run("submission", "show", id)
                for word in ["Registered as 1000-X", "2026-12-01", "e-mail", "full, for the body", bag.seal, "두 통 보냄"] {
                    #expect(shown.output.contains(word), "\(word)")
                }
                #expect(!shown.output.contains("‹"))
                let again = try await place.run(arguments: receipt)
                #expect(again.status == 77)
                #expect(again.errors.contains(id))
                let listed = try await place.run("submission", "list", "case-s1a", "--json")
                #expect(listed.output.contains("\"receiptOn\" : \"2026-12-01\""))
                #expect(try await place.run("submission", "list", "case-none").status == 66)
                // What was written on the command line stands in the record, which staff can mend, and not in the ledger.
                let history = try await place.run("case", "history", id, "--json").output
                #expect(!history.contains("두 통") && !history.contains("1000-X"))
                #expect(try await place.run("ledger", "verify").status == 0)
            }
        }

        @Test(
            "A ZIP is recorded with its own hash, an encrypted file with its hash and the seal of what it was made from"
        )
        func files() async throws {
            try await Workplace.with { place in
                let bag = try await SentBag(in: place)
                try await bag.note(in: place, "case-s1a")
                let zip = try await bag.zip()
                let closed = try place.file("bag.zip.age", "age-encryption.org/v1\n")
                for (file, more) in [(zip, []), (closed, ["--from", bag.path]), (closed, ["--from", zip])] {
                    let ending = try await place.run(
                        arguments: ["submission", "record", file, "--json"] + Self.sending + more)
                    #expect(ending.status == 0, "\(ending.errors)")
                    let plain = try object(ending.output)
                    #expect(plain["seal"] as? String == bag.seal)
                    let sum = try await SentBag.sums(of: [file], in: place.folder).prefix(64)
                    #expect(plain["fileSha256"] as? String == String(sum))
                }
                let bare = try await record(closed, place)
                #expect(bare.status == 65)
                #expect(bare.errors.contains("--from"))
                #expect(try await place.run("submission", "list").output.contains("3 submissions"))
            }
        }

        @Test("Diff tells records that have come, and fields answered, changed and taken away, with both values")
        func diff() async throws {
            try await Workplace.with { place in
                let account = "record: testimony\nid: testimony-apart\ncategory: bystander\n"
                try #require(try await place.run("import", try place.file("apart.yaml", account)).status == 0)
                let bag = try await SentBag(in: place)
                try await bag.note(in: place, "case-s1a")
                let made = try object(try await record(bag.path, place, "--json").output)
                let id = try #require(made["id"] as? String)
                let same = try await place.run("submission", "diff", id)
                #expect(same.status == 0)
                #expect(same.output.contains("Nothing has changed in the record since."), "\(same.output)")

                let edit = ["EDITOR": "sed -i -e s/male/female/ -e /maritalStatus/d -e '$a riskIfNamed: \"no\"'"]
                let edited = try await place.run("case", "edit", "person-s1a", environment: edit)
                try #require(edited.status == 0, "\(edited.output)\(edited.errors)")
                let evidence = try await place.run("import", "Cases/samples/01-civilian-1950.evidence.yaml")
                try #require(evidence.status == 0, "\(evidence.output)")

                let linked = try place.file("linked.yaml", account + "cases: case-s1a\n")
                try #require(try await place.run("import", linked).status == 0)
                // The same bytes made again tell nothing of what has changed before.
                try await bag.note(in: place, "case-s1a")
                let ending = try await place.run("submission", "diff", id)
                #expect(ending.status == 0, "\(ending.errors)")
                for line in [
                    "person-s1a  Person  changed", "    − male\n    + female", "(answered since)\n    + no",
                    "(taken away)\n    − ", "testimony-s1b  Account  added since",
                    "testimony-apart  Account  linked since", "records are not what they were",
                ] { #expect(ending.output.contains(line), "\(line) in \(ending.output)") }
                #expect(!ending.output.contains("‹"))
                let korean = try await place.run("submission", "diff", id, "--lang", "ko")
                #expect(korean.output.contains("− 남성\n    + 여성"), "\(korean.output)")
                #expect(!korean.output.contains("‹"))

                let plain = try object(try await place.run("submission", "diff", id, "--json").output)
                #expect(plain["unchanged"] as? Bool == false)
                let records = try #require(plain["records"] as? [[String: Any]])
                let person = try #require(records.first { $0["id"] as? String == "person-s1a" })
                let fields = try #require(person["fields"] as? [[String: Any]])
                let sex = try #require(fields.first { $0["field"] as? String == "person.sex" })
                #expect(sex["before"] as? String == "male" && sex["after"] as? String == "female")
                #expect(Set(fields.compactMap { $0["change"] as? String }) == ["answered", "changed", "taken"])
            }
        }

        @Test("A package that the ledger does not know, and what is no package, are refused and leave no record")
        func refused() async throws {
            try await Workplace.with { place in
                let unknown = try await SentBag(in: place)
                let ending = try await record(unknown.path, place)
                #expect(ending.status == 66)
                #expect(ending.errors.contains(unknown.seal))

                // The seal is known and the index was changed after it.
                let changed = try await SentBag(in: place, "changed")
                try await changed.note(in: place, "case-s1a")
                try changed.write(Data(#"{"dossierPackage": 1}"#.utf8), "index.json")
                let index = try await record(changed.path, place)
                #expect(index.status == 65)
                #expect(index.errors.contains("sealed"))

                let newer = try await SentBag(in: place, "newer", index: ["dossierPackage": 2])
                #expect(try await record(newer.path, place).errors.contains("newer"))
                for (number, wrong) in [["number": ""], ["number": 7], ["recipient": "a\u{202E}b"], ["made": "\n"]]
                    .enumerated()
                {
                    let bag = try await SentBag(in: place, "wrong-\(number)", index: wrong)
                    try await bag.note(in: place, "case-s1a")
                    #expect(try await record(bag.path, place).status == 65, "\(wrong)")
                }
                let edition = try await SentBag(in: place, "edition", index: ["edition": "secret"])
                try await edition.note(in: place, "case-s1a")
                #expect(try await record(edition.path, place).status == 65)

                let empty = place.folder.appending(path: "empty", directoryHint: .isDirectory)
                try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
                #expect(try await record(empty.filePath, place).status == 65)
                #expect(try await record("nowhere", place).status == 66)
                let link = place.folder.appending(path: "link.zip", directoryHint: .notDirectory)
                try FileManager.default.createSymbolicLink(
                    at: link, withDestinationURL: URL(filePath: try await changed.zip()))
                #expect(try await record(link.filePath, place).status == 65)
                #expect(try await place.run("submission", "list").output == "0 submissions.\n")
                #expect(try await place.run("submission", "show", "case-s1a").status == 66)
                #expect(try await place.run("submission", "diff", "nothing").status == 66)
            }
        }

        @Test("A means or day that is none, and an exhibit that is not there, are told and recorded nowhere")
        func badValues() async throws {
            try await Workplace.with { place in
                let bag = try await SentBag(in: place)
                try await bag.note(in: place, "case-s1a")
                for options in [
                    ["--means", "pigeon", "--on", "2026-11-25"], ["--means", "post", "--on", "yesterday"],
                    ["--means", "post", "--on", "2026-11-25", "--receipt-exhibit", "exhibit-none"],
                ] {
                    let ending = try await place.run(arguments: ["submission", "record", bag.path] + options)
                    #expect(ending.status == 65, "\(options)")
                }
                #expect(try await place.run("submission", "list").output == "0 submissions.\n")
            }
        }

        @Test("When a consent is withdrawn, the letter goes to whoever the package was made for")
        func withdrawal() async throws {
            try await Workplace.with { place in
                let bag = try await SentBag(in: place)
                try await bag.note(in: place, "case-s1a", detail: "wgeid partner package kin-network")
                let output = place.folder.filePath + "letters"
                let ending = try await place.run("consent", "withdraw", "consent-s1a", "--output", output)
                #expect(ending.status == 0, "\(ending.errors)")
                #expect(ending.output.contains("wgeid partner package kin-network"))
                let names = try FileManager.default.contentsOfDirectory(atPath: output)
                #expect(names.count == 1)
                let name = try #require(names.first)
                #expect(name.hasPrefix("withdrawal-kin-network-"))
                let letter = try String(contentsOfFile: "\(output)/\(name)", encoding: .utf8)
                #expect(letter.contains("“kin-network”"))
                #expect(!letter.contains("Working Group"))
            }
        }
    }
}
