public import DossierModel

/// Looks through text that people write for names and numbers of persons who have not agreed to be known by it.
///
/// Text is compared without case, spaces, punctuation and marks over letters, as the sweep of documents does. Among a whole library
/// full names are looked for; given names alone only of the persons whom the text is about, since among many thousands
/// every word would be somebody's.
public struct NameCheck: Sendable {
    /// What stands in a text, and whose it is.
    public struct Hit: Sendable, Hashable {
        public var kind: Kind
        public var person: RecordID

        public enum Kind: String, Sendable, Hashable {
            case fullName, givenName, identifier
        }
    }

    private let index: NeedleIndex
    /// What each needle is, by its tag.
    private let known: [Hit]

    /// `persons` who may not be named to `audience` under `consents` are looked for; of those among `close` the given
    /// name alone too.
    public init(
        persons: [Record], consents: [Record], close: Set<RecordID>, audience: Audience, on day: Day
    ) {
        let byPerson = Dictionary(grouping: consents) { $0[ConsentFields.about].value }
        var needles = Needles()
        for person in persons {
            let grant = Grant(consents: byPerson[person.id] ?? [], about: person.id, audience: audience, on: day)
            let isDangerous = person.isPresumedInDanger && !grant.despiteRisk
            if !grant.allows || grant.nameForm != .full || isDangerous {
                needles.addNames(of: person, isClose: close.contains(person.id))
            }
            // Numbers and addresses are for nobody but the body, whoever may be named.
            needles.addIdentifiers(of: person)
        }
        index = NeedleIndex(needles.all)
        known = needles.known
    }

    /// Each person once for each kind; a given name within a full name that was found is not told again.
    public func hits(in text: String) -> [Hit] {
        guard !index.isEmpty else { return [] }
        var found: [Hit] = []
        for match in index.matches(in: FoldedText(text)) where !found.contains(known[match.tag]) {
            found.append(known[match.tag])
        }
        let named = Set(found.filter { $0.kind == .fullName }.map(\.person))
        return found.filter { $0.kind != .givenName || !named.contains($0.person) }
    }
}

/// What is looked for, while it is being put together.
private struct Needles {
    var all: [NeedleIndex.Needle] = []
    var known: [NameCheck.Hit] = []

    mutating func addNames(of person: Record, isClose: Bool) {
        for name in person[PersonFields.names].accounts.flatMap(\.value) {
            if name.family != nil, name.given != nil {
                let parts = [name.family, name.given].compactMap(\.self)
                for order in [parts, parts.reversed()] { add(order, .fullName, person.id) }
                add([name.joined], .fullName, person.id)
            } else {
                // A person known by one name only.
                add([name.joined], isClose ? .fullName : .givenName, person.id)
            }
            if isClose, let given = name.given { add([given], .givenName, person.id) }
        }
    }

    mutating func addIdentifiers(of person: Record) {
        for item in person[PersonFields.identityDocuments].value ?? [] {
            if let number = item[IdentityDocumentFields.number].value { add([number], .identifier, person.id) }
        }
        for text in person[PersonFields.contact].accounts.flatMap(\.value.wordings) {
            for word in text.text.split(whereSeparator: { $0.isWhitespace || ",;()".contains($0) })
            where word.contains("@") || word.count(where: \.isNumber) >= 7 {
                add([String(word)], .identifier, person.id)
            }
        }
    }

    /// One text to look for, in the parts that make it up.
    private mutating func add(_ parts: [String], _ kind: NameCheck.Hit.Kind, _ person: RecordID) {
        let folded = parts.map(FoldedText.bytes(of:))
        let bytes = folded.flatMap(\.self)
        let isLatin = (bytes.first ?? 0) < 0x80
        let isShort = isLatin && kind == .fullName && parts.count == 2 && bytes.count < 5
        let least = kind == .identifier ? 6 : isLatin ? (isShort ? 3 : kind == .givenName ? 4 : 5) : 6
        guard bytes.count >= least else { return }
        all.append(
            NeedleIndex.Needle(
                bytes: bytes, isWhole: isLatin, joint: isShort ? folded.first?.count : nil, tag: known.count))
        known.append(NameCheck.Hit(kind: kind, person: person))
    }
}

extension Record {
    // Relatives in the DPRK and in China are presumed in danger until somebody has recorded that they are not.
    var isPresumedInDanger: Bool {
        switch self[PersonFields.riskIfNamed].value {
        case "yes": return true
        case "no": return false
        default:
            guard let state = self[PersonFields.livesIn].value else { return false }
            return ["PRK", "CHN"].contains(state.text)
        }
    }
}
