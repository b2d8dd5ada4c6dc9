public import DossierDisclosure
public import DossierModel
import DossierProfiles

/// Composes the sheet that lies on top of a package: what is enclosed, and the numbered list of annexes.
public struct CoverSheetComposer: Sendable {
    public let phrases: Phrasebook

    public init(phrases: Phrasebook) { self.phrases = phrases }

    /// What a cover sheet tells.
    public struct Sheet: Sendable {
        public var number: String
        public var channel: String
        public var edition: String
        public var recipient: String
        public var profile: String
        public var day: Day
        public var documents: [Enclosure]
        public var parts: [Part]

        public init(
            number: String, channel: String, edition: String, recipient: String, profile: String, day: Day,
            documents: [Enclosure] = [], parts: [Part] = []
        ) {
            self.number = number
            self.channel = channel
            self.edition = edition
            self.recipient = recipient
            self.profile = profile
            self.day = day
            self.documents = documents
            self.parts = parts
        }
    }

    /// One document, whatever formats it is in.
    public struct Enclosure: Sendable, Hashable {
        public var title: String
        public var about: String
        public var language: LanguageTag
        /// Paths in the package.
        public var files: [String]

        public init(title: String, about: String, language: LanguageTag, files: [String]) {
            self.title = title
            self.about = about
            self.language = language
            self.files = files
        }
    }

    /// The annexes to what is enclosed about one case.
    public struct Part: Sendable {
        public var number: String
        public var edition: Edition
        public var annexes: [Annex]

        public init(number: String, edition: Edition, annexes: [Annex]) {
            self.number = number
            self.edition = edition
            self.annexes = annexes
        }
    }

    public struct Annex: Sendable {
        public var number: Int
        public var exhibit: Record
        public var standing: Standing

        public init(number: Int, exhibit: Record, standing: Standing) {
            self.number = number
            self.exhibit = exhibit
            self.standing = standing
        }

        public enum Standing: Sendable, Hashable {
            /// A copy lies at this path in the package.
            case enclosed(String)
            /// It is no file.
            case object
            /// No copy can be handed out that tells nothing of itself.
            case heldBack
            /// The sender has decided so.
            case kept
        }
    }

    private var words: Wording { phrases.wording }

    public func document(_ sheet: Sheet) -> Document {
        let known = { (key: String, code: String) in words.contains("\(key).\(code)") ? words["\(key).\(code)"] : code }
        let facts = [
            Fact(words["package.recipient"], [Line([Run(known("recipients", sheet.recipient))])]),
            Fact(words["package.channel"], [Line([Run(known("channels", sheet.channel))])]),
            Fact(words["package.edition"], [Line([Run(words["editions.\(sheet.edition)"])])]),
            Fact(words["package.number"], [Line([Run(sheet.number)])]),
            Fact(words["package.made"], [Line([Run(phrases.day(sheet.day))])]),
            Fact(words["package.profile"], [Line([Run(sheet.profile)])]),
        ]
        var sections = [section("documents", words["cover.documents"], [documents(sheet.documents)])]
        for (index, part) in sheet.parts.enumerated() where !part.annexes.isEmpty {
            let heading = words.filled("cover.annexes", ["number": part.number])
            sections.append(section("annexes-\(index + 1)", heading, [annexes(part)]))
        }
        let notes = [words["cover.copies"], words["cover.verify"], words["package.noMore"]]
        sections.append(section("notes", words["cover.notes"], notes.map { .line(Line([Run($0)])) }))
        return Document(
            identity: Document.Identity(
                actor: sheet.channel, subtype: "communication", name: "coverSheet", number: sheet.number,
                date: sheet.day, authorLabel: words["cover.author"], bodyLabel: known("channels", sheet.channel),
                personLabel: nil),
            language: phrases.language, title: words["cover.title"],
            metaTitle: words.filled("cover.metaTitle", ["number": sheet.number]),
            editionNote: words["editions.\(sheet.edition)"], draft: nil, caption: facts, overview: nil,
            sections: sections, signature: nil, notes: [],
            furniture: Document.Furniture(
                contents: words["package.contents"], skip: words["package.skip"],
                confidential: words["cover.confidential"],
                footer: words.filled("cover.footer", ["number": sheet.number]), footnotes: ""))
    }

    private func section(_ id: String, _ heading: String, _ blocks: [Block]) -> Section {
        Section(
            id: id, heading: heading, paragraphs: blocks.map { Paragraph(number: nil, blocks: [$0]) })
    }

    private func documents(_ documents: [Enclosure]) -> Block {
        .table(
            Table(
                head: ["document", "about", "language", "file"].map { words["package.\($0)"] },
                rows: documents.map { one in
                    [
                        [Line([Run(one.title)])], [Line([Run(one.about)])],
                        [Line([Run(phrases.languageName(one.language))])], one.files.map { Line([Run($0)]) },
                    ]
                }))
    }

    private func annexes(_ part: Part) -> Block {
        let answers = AnswerComposer(
            phrases: phrases, channel: "", persons: part.edition.folder.others, namesDate: nil)
        let naming = SourceNaming(edition: part.edition, answers: answers, codes: SourceCodes())
        return .table(
            Table(
                head: ["annexNumber", "exhibit", "kind", "file", "original"].map { words["cover.\($0)"] },
                rows: part.annexes.map { annex in
                    let exhibit = annex.exhibit
                    let kind = exhibit[ExhibitFields.mediaType].value ?? words["cover.none"]
                    let file: [Line] =
                        switch annex.standing {
                        case .enclosed(let path): [Line([Run(path)])]
                        case .object: [Line([Run(words["cover.object"])])]
                        case .kept: [Line([Run("\(words["cover.notEnclosed"]): \(words["cover.kept"])")])]
                        case .heldBack:
                            [Line([Run("\(words["cover.notEnclosed"]): \(words["cover.heldBack"])")])]
                        }
                    return [
                        [Line([Run("\(annex.number)")])], [Line(naming.title(of: exhibit))], [Line([Run(kind)])], file,
                        [Line([Run(Self.grouped(exhibit[ExhibitFields.sha256].value ?? "—"))])],
                    ]
                }))
    }

    /// In groups of eight, so that a narrow column can break it and a person compare it.
    private static func grouped(_ digest: String) -> String {
        stride(from: 0, to: digest.count, by: 8).map { String(digest.dropFirst($0).prefix(8)) }.joined(separator: " ")
    }
}
