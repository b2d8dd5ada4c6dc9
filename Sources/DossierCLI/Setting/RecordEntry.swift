import DossierIntake
import DossierLibrary
import DossierModel
import DossierOffice
import DossierProfiles

/// Takes in records that commands put together, through the same reader as a case file, so that the same rules hold.
struct RecordEntry {
    let office: Office
    /// As the option names it.
    let library: String?

    func save(_ node: PlainNode, origin: Record.Origin? = nil, reason: String) throws {
        try save([(node, origin)], reason: reason)
    }

    /// All of them or none.
    /// - Throws: ``Refusal`` when something cannot be taken in; what that is has been told by then.
    func save(_ nodes: [(node: PlainNode, origin: Record.Origin?)], reason: String) throws {
        let library = try office.library(library)
        let records: [Record]
        do {
            records = try RecordTaking(library: library).records(nodes)
        } catch let unfit as RecordTaking.Unfit {
            let terminal = Terminal(usesColour: office.surroundings.usesColour)
            FindingsFace(messages: office.messages, terminal: terminal).show(unfit.findings)
            throw Refusal(.badInput, "badInput", ["count": String(unfit.findings.count)])
        }
        _ = try library.save(records, change: office.surroundings.change(reason))
        try library.close()
    }
}
