import Foundation

/// Enters an invented case through the desk, as a caseworker would after a first talk with the family.
struct CaseEntry: Sendable {
    let worker: Caseworker

    /// - Returns: The id of the case.
    func enter() async throws -> String {
        try await worker.visit("/new")
        try await worker.type("김", into: "family")
        try await worker.type("철수", into: "given")
        try await worker.click("main button.main")
        let parts = try await worker.path().split(separator: "/").map(String.init)
        guard parts.count == 3 else { throw Failure.noJudgement("desk", try await worker.path()) }
        let caseID = parts[1]
        try await enterPerson()
        try await worker.visit("/cases/\(caseID)")
        try await worker.click(".tabs a[href*='incident-']")
        try await enterIncident()
        try await worker.visit("/cases/\(caseID)/\(caseID)")
        let author = try await enterCase()
        try await enterAuthor(caseID, author)
        try await enterConsent(caseID, about: parts[2])
        return caseID
    }

    private func enterPerson() async throws {
        try await worker.type("Kim", into: "names.1.value.3.family")
        try await worker.type("Cheol-su", into: "names.1.value.3.given")
        try await worker.choose("male", in: "sex.1.value")
        try await worker.save()
    }

    private func enterIncident() async throws {
        try await worker.type("1950년 9월", into: "date.1.value.words.text")
        try await worker.type("서울 종로구", into: "place.1.value.names.1.text")
        try await worker.type("Jongno District, Seoul", into: "place.1.value.names.2.text")
        try await worker.choose("KOR", in: "place.1.value.state")
        try await worker.press("add agents.1.value.1")
        try await worker.choose("state", in: "agents.1.value.1.kind.1.value")
        try await worker.choose("PRK", in: "agents.1.value.1.state.1.value")
        try await worker.type("군복을 입은 세 사람", into: "agents.1.value.1.description.1.value.text")
        try await worker.type("three men in uniform", into: "agents.1.value.1.description.1.value.in.1.text")
        try await worker.save()
    }

    /// - Returns: The id of the author, who has been made on the way.
    private func enterCase() async throws -> String {
        try await worker.answer("none", to: "complaints")
        try await worker.type("가족이 해를 입을까 두려워서", into: "complaints.why.text")
        try await worker.type("for fear that the family would come to harm", into: "complaints.why.in.1.text")
        try await worker.choose("PRK", in: "statesAddressed.1.value.1")
        try await worker.press("add author.1.value.1")
        try await worker.choose("relative", in: "author.1.value.1.capacity.1.value")
        try await worker.type("서울 가상구 가상로 1", into: "author.1.value.1.address.1.value.text")
        try await worker.type("1 Gasang-ro, Seoul", into: "author.1.value.1.address.1.value.in.1.text")
        try await worker.choose("yes", in: "author.1.value.1.followUp.1.value")
        try await worker.choose("+person", in: "author.1.value.1.person.1.value")
        try await worker.save()
        return try await worker.path().split(separator: "/").last.map(String.init) ?? ""
    }

    private func enterAuthor(_ caseID: String, _ author: String) async throws {
        // The author was made on the way, and the page of the new person is open.
        try await worker.type("Kim", into: "names.1.value.3.family")
        try await worker.type("Young-hee", into: "names.1.value.3.given")
        try await worker.choose("KOR", in: "livesIn.1.value")
        try await worker.save()
        try await worker.visit("/cases/\(caseID)/\(caseID)")
        try await worker.save()
    }

    private func enterConsent(_ caseID: String, about person: String) async throws {
        try await worker.visit("/cases/\(caseID)")
        try await worker.click("form:has(input[value=consent]) button")
        try await worker.choose(person, in: "about.1.value")
        for purpose in ["submit", "name-to-government"] { try await worker.tick("purposes.1.value.\(purpose)") }
        try await worker.type("wgeid", into: "recipients.1.value")
        try await worker.type("2026년 11월 1일", into: "givenOn.1.value.words.text")
        try await worker.choose("written", in: "recorded.1.value")
        try await worker.choose("full", in: "nameForm.1.value")
        try await worker.save()
    }
}
