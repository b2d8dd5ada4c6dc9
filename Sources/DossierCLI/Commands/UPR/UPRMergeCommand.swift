import ArgumentParser
import DossierFiles
import DossierIntake
import DossierManuscripts
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

struct UPRMergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Take over what a partner has changed in a copy of a manuscript.",
        discussion: """
            Compares the copy with what was exported to the partner and with the manuscript as it is now, paragraph by \
            paragraph. Where both have changed the same place, both stand there, marked, and “dossier upr check” holds \
            the report up until one is chosen. Of a table (follow-up.yaml, counts.yaml) in which both have changed the same \
            place, ours stays and theirs is put into “exports”. The cover is each organisation's own: what a partner has \
            changed in it is told and not taken over. Exit status 1 when there are such places.
            """)

    @Argument(help: "The manuscript: a folder, or its name under Cases/upr.")
    var manuscript: String
    @Argument(help: "The partner's copy: a ZIP file or a folder.", completion: .file())
    var copy: String
    @Option(help: "The partner's code, as at the export.")
    var partner: String
    @Flag(help: "Report what would happen; change nothing.")
    var dryRun = false
    @Flag(help: "Report as JSON.")
    var json = false
    @OptionGroup var messages: MessageOptions

    /// What became of one file.
    private struct Merged {
        var name: String
        var merge: TextMerge
        var isNew: Bool

        /// Marks of a conflict would make a table one that nobody can read.
        var isTableInConflict: Bool { name.hasSuffix(".yaml") && merge.conflicts > 0 }
    }

    func run() async throws {
        try await Office.run(language: messages.lang) { office in
            let path = try ManuscriptFolders.path(manuscript)
            _ = try ManuscriptFolders.read(path, office, isJSON: json)
            let kept = ManuscriptCopy.kept(of: path, for: partner)
            guard FileManager.default.fileExists(atPath: kept) else {
                throw Refusal(.noInput, "neverExported", ["name": manuscript, "partner": partner])
            }
            let exported = try ManuscriptCopy.content(of: kept)
            let base = exported.texts
            let returned = try ManuscriptCopy.content(of: copy)
            let theirs = returned.texts
            try refuse(theirs, office)
            let merged = Set(base.keys).union(theirs.keys).sorted().compactMap { name -> Merged? in
                guard let copy = theirs[name] else { return nil }
                let own = FileManager.default.contents(atPath: "\(path)/\(name)").map(Array.init)
                let texts = [base[name] ?? [], own ?? [], copy].map { String(decoding: $0, as: UTF8.self) }
                return Merged(
                    name: name, merge: TextMerge(base: texts[0], ours: texts[1], theirs: texts[2]), isNew: own == nil)
            }
            if !dryRun {
                for one in merged where one.merge.taken + one.merge.conflicts > 0 {
                    if one.name.hasPrefix("annexes/") { try FileWriting.makeFolder("\(path)/annexes") }
                    if one.isTableInConflict {
                        try FileWriting.write(theirs[one.name] ?? [], to: place(of: one.name, in: path))
                    } else {
                        try FileWriting.write(Array(one.merge.text.utf8), to: "\(path)/\(one.name)")
                    }
                }
            }
            try show(
                merged, missing: base.keys.filter { theirs[$0] == nil }.sorted(), others: returned.others,
                cover: returned.coverLines.isEmpty
                    ? [] : returned.coverLines.filter { !exported.coverLines.contains($0) }, path, office)
            if merged.contains(where: { $0.merge.conflicts > 0 }) { throw ExitCode(Refusal.Status.wanting.rawValue) }
        }
    }

    /// Where a partner's table is put that cannot be merged.
    private func place(of table: String, in path: String) -> String { "\(path)/exports/\(partner)-\(table)" }

    /// The partner's bytes are foreign: all that cannot be taken in is told before anything is written.
    private func refuse(_ texts: [String: [UInt8]], _ office: Office) throws {
        let findings = texts.sorted { $0.key < $1.key }.flatMap { name, bytes in
            ManuscriptReader.text(of: bytes, file: "\(copy)/\(name)").findings
        }
        guard findings.isEmpty else {
            FindingsFace(messages: office.messages, terminal: Terminal(usesColour: office.surroundings.usesColour))
                .show(findings)
            throw Refusal(.badInput, "badManuscript", ["path": copy, "count": "\(findings.count)"])
        }
    }

    // MARK: Telling

    private struct Plain: Encodable {
        var file: String
        var kind: String
        var line: Int
        var before: [String]
        var after: [String]
    }

    private func show(
        _ merged: [Merged], missing: [String], others: [String], cover: [String], _ path: String, _ office: Office
    ) throws {
        var differences = merged.flatMap { one in one.merge.pieces.compactMap { plain($0, one.name) } }
        if !cover.isEmpty {
            differences.append(Plain(file: "cover.yaml", kind: "cover", line: 0, before: [], after: cover))
        }
        if json { return try JSONFace.print(differences) }
        let terminal = Terminal(usesColour: office.surroundings.usesColour)
        let words = office.messages
        for one in differences {
            let kind = terminal.styled(words["upr.merge.\(one.kind)"], one.kind == "taken" ? .green : .red)
            terminal.line("\(terminal.styled("\(one.file):\(one.line)", .bold))  \(kind)")
            for text in one.before { terminal.line("  - \(shown(text))") }
            for text in one.after { terminal.line("  + \(shown(text))") }
        }
        for one in merged where one.isTableInConflict {
            terminal.line(
                words.filled("upr.merge.table", ["file": one.name, "theirs": place(of: one.name, in: path)]))
        }
        for name in missing { terminal.line(words.filled("upr.merge.missing", ["file": name])) }
        for name in others { terminal.line(words.filled("upr.merge.other", ["file": VisibleText.of(name)])) }
        let conflicts = merged.reduce(0) { $0 + $1.merge.conflicts }
        terminal.line(
            words.filled(
                dryRun ? "upr.merge.trial" : "upr.merge.done",
                [
                    "taken": "\(merged.reduce(0) { $0 + $1.merge.taken })", "conflicts": "\(conflicts)",
                    "name": manuscript,
                ]))
    }

    private func shown(_ text: String) -> String {
        VisibleText.of(text.split(separator: "\n").joined(separator: " "))
    }

    private func plain(_ piece: TextMerge.Piece, _ file: String) -> Plain? {
        switch piece {
        case .same, .ours: nil
        case .theirs(let before, let after, let line):
            Plain(file: file, kind: "taken", line: line, before: before, after: after)
        case .conflict(_, let ours, let theirs, let line):
            Plain(file: file, kind: "conflict", line: line, before: ours, after: theirs)
        }
    }
}
