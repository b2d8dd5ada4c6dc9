import DossierLibrary
import DossierMatching
import DossierModel
import DossierOffice
import DossierProfiles

/// Takes down what somebody decides about two records.
struct MatchDeciding {
    let library: Library
    let office: Office

    /// The person of an id, or of a case.
    func person(_ text: String) throws -> RecordID {
        guard let id = RecordID(text), let standing = try library.standing(of: id) else {
            throw Refusal(.noInput, "notPersons", ["id": VisibleText.of(text)])
        }
        if standing.kind == .person { return id }
        guard standing.kind == .case, let person = try library.record(id)?[CaseFields.person].value else {
            throw Refusal(.noInput, "notPersons", ["id": VisibleText.of(text)])
        }
        return person
    }

    func decide(_ first: RecordID, _ second: RecordID, _ verdict: Judgement.Verdict, reason: String) throws {
        guard first != second else { throw Refusal(.usage, "notPersons", ["id": first.text]) }
        let contradictions = Judgements(try library.judgements()).contradictions(to: verdict, first, second)
        guard contradictions.isEmpty else {
            let words = contradictions.prefix(5).map {
                "\($0.first) – \($0.second): \(office.messages["match.words.\($0.verdict.rawValue)"])"
            }
            throw Refusal(.refused, "contradicts", ["decisions": words.joined(separator: "; ")])
        }
        try library.judge(first, second, verdict, change: office.surroundings.change(reason))
    }

    func takeBack(_ first: RecordID, _ second: RecordID, reason: String) throws {
        let stands = try library.judgements(about: first, second).last?.verdict != nil
        guard stands else { throw Refusal(.noInput, "noDecision", ["first": first.text, "second": second.text]) }
        try library.judge(first, second, nil, change: office.surroundings.change(reason))
    }
}
