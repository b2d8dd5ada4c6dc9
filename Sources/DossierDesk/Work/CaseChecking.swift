import DossierModel
import DossierProfiles

/// Judges a case against the profile for a submission in English that arrives today.
struct CaseChecking: Sendable {
    private let check: CaseCheck

    init(house: DeskHouse, receivedOn day: Day) {
        check = CaseCheck(
            profile: house.profile, states: house.states, institutions: house.institutions, receivedOn: day)
    }

    func shortfalls(of folder: CaseFolder) -> [Shortfall] { check.shortfalls(of: folder) }

    func standing(of folder: CaseFolder) -> ProcedureStanding { ProcedureStanding(folder: folder, check: check) }
}
