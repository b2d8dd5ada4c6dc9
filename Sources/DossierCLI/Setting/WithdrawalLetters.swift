import DossierFiles
import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

/// Lists what was made under a withdrawn consent, and drafts a letter to each recipient.
struct WithdrawalLetters {
    let office: Office
    let folder: String
    /// The day of the withdrawal, as EDTF.
    let day: String

    /// The lines to show: what was made, and where the letters are.
    func write(_ sent: [Library.Disclosure], numbers: [String: DocumentNumbers]) throws -> [String] {
        guard !sent.isEmpty else { return [office.messages["consent.nothingSent"]] }
        let words = office.messages
        let listed = sent.map { one in
            words.filled(
                "consent.sent",
                ["number": number(of: one, numbers), "what": one.what, "at": one.at, "id": one.caseID.text])
        }
        try FileWriting.makeFolder(folder)
        // By recipient and not by channel: a package for a partner may hold the documents of a UN body.
        let letters = try Dictionary(grouping: sent, by: \.recipient).sorted { $0.key < $1.key }.map { recipient, all in
            let references = Set(all.map { number(of: $0, numbers) }).sorted()
            let text = try letter(to: recipient, references, dates: all.map { String($0.at.prefix(10)) })
            let path = "\(folder)/withdrawal-\(Self.fileName(recipient))-\(references.first ?? "").txt"
            try FileWriting.write(Array(text.utf8), to: path)
            return words.filled("consent.letter", ["path": path])
        }
        return [words["consent.sentBefore"]] + listed + letters
    }

    /// A recipient is a code; whatever else the ledger holds must not lead out of the folder.
    private static func fileName(_ recipient: String) -> String {
        String(recipient.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }

    private func number(of disclosure: Library.Disclosure, _ numbers: [String: DocumentNumbers]) -> String {
        numbers[disclosure.channel]?[disclosure.caseID] ?? ""
    }

    /// In the language of messages: the advocacy officer reads it first. No name stands in it.
    private func letter(to recipient: String, _ references: [String], dates: [String]) throws -> String {
        let language = office.messages.language
        let wording = Wording(
            language: language, nodes: [try office.templates.document("letters/withdrawal.\(language).yaml")])
        let key = wording.contains("recipients.\(recipient)") ? "recipients.\(recipient)" : "recipients.other"
        return wording.filled(
            "letter",
            [
                "recipient": wording.filled(key, ["channel": recipient]), "day": day,
                "today": office.surroundings.today.description,
                "references": references.map { "  \($0)" }.joined(separator: "\n"),
                "first": dates.min() ?? "", "last": dates.max() ?? "",
            ])
    }
}
