import ArgumentParser
import DossierDisclosure
import DossierDocuments
import DossierFiles
import DossierIntake
import DossierLibrary
import DossierModel
import DossierNames
import DossierOffice
import DossierPackages
import DossierProfiles
import Foundation

/// Writes a package under a name that nobody looks for, proves it, seals it, and only then gives it its name.
struct PackageMaking {
    let order: PackageOrder
    let office: Office
    /// The folder to write into.
    let output: String
    /// Of whoever signs: it lies beside the lists, for whoever has it from elsewhere too.
    var signer: SSHPublicKey?

    /// What lies ready to be sealed.
    struct Staged {
        var folder: String
        var name: String
        var written: BagWriter.Written
        var index: PackageIndex
    }

    /// The package's name: channel, opaque number, edition, recipient, day; never a person's name.
    func name(_ parts: PackageParts) -> String {
        let words = ["dossier", order.channel, parts.number, order.edition, order.recipient, order.day.description]
        return words.joined(separator: "-")
    }

    func stage(_ parts: PackageParts) throws -> Staged {
        let name = name(parts)
        try FileWriting.makeFolder(output)
        for taken in [name, "\(name).zip", "\(name).zip.age", "\(name).zip.gpg"]
        where FileManager.default.fileExists(atPath: "\(output)/\(taken)") {
            throw Refusal(.cannotCreate, "exists", ["path": "\(output)/\(taken)"])
        }
        let folder = "\(output)/.\(name).part"
        try? FileManager.default.removeItem(atPath: folder)
        try FileWriting.makeFolder(folder)
        do {
            var parts = parts
            try addCovers(to: &parts)
            if order.addsCrate { try addCrate(to: &parts) }
            let staged = try write(parts, name, into: folder)
            try refuseLeaks(parts, in: folder)
            return staged
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }

    /// Nothing that an edition withholds may stand in any file, however it came there.
    private func refuseLeaks(_ parts: PackageParts, in folder: String) throws {
        let spellings = HangulSpellings(try office.romanisation())
        let needles = LeakNeedles(
            union: parts.told.map { folder, edition in
                WithheldTexts(of: folder, in: edition, spellings: spellings.spellings(of:)).needles
            }
        ).without(told: try ownWords() + [order.moment, order.day.description])
        let search = PackageLeaks(needles: needles)
        let leaks =
            try search.leaks(in: folder)
            + parts.payload.flatMap { entry in entry.origin.map { search.leaks(in: $0, of: entry.file.path) } ?? [] }
        guard leaks.isEmpty else {
            // Where it stands and what the house keeps it as, never the text itself.
            let places = leaks.prefix(20).map { "\($0.path) (\($0.hit.record) · \($0.hit.field))" }
            let annexes = Dictionary(parts.payload.compactMap { entry in entry.exhibit.map { (entry.file.path, $0) } })
            {
                first, _ in first
            }
            let exhibits = Set(leaks.compactMap { annexes[$0.path]?.text }).sorted()
            // An exhibit says what it says: it can only stay here, or the person be asked.
            throw Refusal(
                .refused, exhibits.isEmpty ? "package.leak" : "package.leakInAnnex",
                [
                    "places": places.joined(separator: ", "),
                    "options": exhibits.map { "--keep-back \($0)" }.joined(separator: " "),
                ])
        }
    }

    /// The words that stand in every package: a withheld occupation may be one of them.
    private func ownWords() throws -> [String] {
        var words = try Self.pageLanguages.flatMap { try office.packageWording($0).all }
        for language in order.languages {
            switch order.channel {
            case "upr": words += try Self.pageLanguages.flatMap { try office.reportWording($0).all }
            case "coi": words += try office.evidenceWording(language).all
            default:
                words += try office.wording(order.channel, language).all + office.wording(order.channel, .english).all
            }
        }
        return words
    }

    private func write(_ parts: PackageParts, _ name: String, into folder: String) throws -> Staged {
        var contents = BagContents(info: info(parts))
        for entry in parts.payload {
            try contents.addPayload(String(entry.file.path.dropFirst("data/".count)), entry.source)
        }
        let draft = PackageIndex(
            number: parts.number, channel: order.channel, edition: order.edition, recipient: order.recipient,
            profile: parts.profile, made: order.moment,
            overrides: order.override.map { reason in
                [.init(reason: reason, rules: Set(parts.obstacles.flatMap(\.rules)).sorted())]
            } ?? [], files: parts.payload.map(\.file))
        var index = draft
        let entries = parts.payload
        let written = try BagWriter().write(contents, into: folder) { written in
            try Self.prove(entries, written)
            index = draft.completed(written)
            return try tags(index)
        }
        return Staged(folder: folder, name: name, written: written, index: index)
    }

    /// A copy that is the original byte for byte proves it by its own digests.
    private static func prove(
        _ entries: [PackageParts.Entry], _ written: [PackagePath: (digests: Digests, size: Int)]
    ) throws {
        for entry in entries {
            guard let expected = entry.expected, let path = PackagePath(entry.file.path) else { continue }
            guard written[path]?.digests == expected else {
                throw Refusal(.inputOutput, "changedOriginal", ["id": entry.exhibit?.text ?? ""])
            }
        }
    }

    private func info(_ parts: PackageParts) -> BagInfo {
        var info = BagInfo()
        let add = { (label: String, value: String?) in
            if let value { info.elements.append(.init(label, value)) }
        }
        add("Source-Organization", order.organisation)
        add("External-Identifier", parts.number)
        add("Bagging-Date", order.day.description)
        add("Bag-Software-Agent", "Dossier \(DossierCommand.configuration.version)")
        add("BagIt-Profile-Identifier", Self.bagProfile)
        add("Dossier-Channel", order.channel)
        add("Dossier-Edition", order.edition)
        add("Dossier-Recipient", order.recipient)
        add("Dossier-Profile", parts.profile)
        add("Dossier-Override", order.override)
        return info
    }

    /// As `Templates/package/bagit-profile.json` has it.
    private static let bagProfile = "urn:uuid:5b0f6c1e-7d0a-4a36-9a7e-2f4a6f0d9c11"

    private static let pageLanguages = [LanguageTag.english, .korean]

    private func tags(_ index: PackageIndex) throws -> [String: [UInt8]] {
        var tags = [PackageIndex.name: try index.bytes]
        for language in Self.pageLanguages {
            let words = try office.packageWording(language)
            let page = IndexPage(words: words, style: try office.templates.text("style.css"))
            tags[IndexPage.name(language.text)] = page.bytes(index)
            tags[HowToVerify.name(language.text)] = HowToVerify.bytes(words, number: index.number)
        }
        if let signer { tags["signer.pub"] = Array("\(signer.line)\n".utf8) }
        return tags
    }

    // MARK: What lies on top

    private func addCovers(to parts: inout PackageParts) throws {
        let languages = order.languages.filter(Self.pageLanguages.contains)
        let files = try DocumentFiles(formats: order.formats, folder: "", office: office)
        for language in languages.isEmpty ? [.english] : languages {
            let composer = CoverSheetComposer(
                phrases: Phrasebook(
                    wording: try office.packageWording(language), states: try office.states(),
                    institutions: try office.institutions()))
            let document = composer.document(
                .init(
                    number: parts.number, channel: order.channel, edition: order.edition, recipient: order.recipient,
                    profile: parts.profile, day: order.day, documents: parts.enclosures, parts: parts.annexes))
            for file in try files.made(of: document) {
                parts.add(
                    file,
                    .init(
                        path: "data/cover-\(language).\(file.format.rawValue)", role: .cover,
                        mediaType: file.format.mediaType,
                        language: language.text, title: document.title))
            }
        }
    }

    private func addCrate(to parts: inout PackageParts) throws {
        let crate = ResearchCrate(
            name: "Package \(parts.number)", date: order.moment, files: parts.payload.map(\.file))
        parts.add(
            try crate.bytes,
            .init(path: "data/\(ResearchCrate.name)", role: .metadata, mediaType: "application/ld+json"))
    }
}

extension PackageMaking {
    /// A package that is there under its name.
    struct Made {
        var path: String
        var seal: String
        var files: Int
        var bytes: Int
    }

    /// Seals the package, notes the disclosure in the ledger, and gives the package its name. What is on the disk under that
    /// name has been noted; were the order the other way round, a killed process could leave a package that nobody knows of.
    func finish(_ staged: Staged, _ parts: PackageParts, library path: String, sealing: PackageSealing) throws -> Made {
        try sealing.seal(staged.folder)
        let target = sealing.target("\(output)/\(staged.name)")
        let packed = try sealing.packed(staged.folder, name: staged.name, beside: staged.folder)
        do {
            try note(staged, parts, library: path)
            try OpenFile("\(staged.folder)/.", O_RDONLY | O_DIRECTORY, error: FileError.writing).syncFileSystem()
            try rename(packed ?? staged.folder, target)
        } catch {
            if let packed { unlink(packed) }
            throw error
        }
        if packed != nil { try? FileManager.default.removeItem(atPath: staged.folder) }
        let profile = Array(try office.templates.text("package/bagit-profile.json").utf8)
        try FileWriting.write(profile, to: "\(output)/bagit-profile.json")
        return Made(path: target, seal: staged.written.seal, files: staged.written.files, bytes: staged.written.bytes)
    }

    private func rename(_ from: String, _ to: String) throws {
        guard Foundation.rename(from, to) == 0 else { throw FileError.writing(to, errno) }
    }

    private func note(_ staged: Staged, _ parts: PackageParts, library path: String) throws {
        guard !parts.disclosed.isEmpty else { return }
        let library = try Library.open(at: path)
        defer { try? library.close() }
        var reason = "\(order.channel) \(order.edition) package \(order.recipient)"
        if let override = order.override { reason += " override: \(override)" }
        try library.noteDisclosures(
            parts.disclosed.map { ($0, staged.written.seal) }, change: office.surroundings.change(reason))
    }
}
