extension CaseStory {
    /// The complete story with what it rests on: the sister's account, a neighbour's who is not named, a letter, and
    /// claims of every footing. Everybody has agreed to the WGEID and to the COI's repository.
    public static func withEvidence() throws -> CaseStory { try complete().adding(evidenceText) }

    private static let evidenceText = """
        record: testimony
        id: testimony-a
        language: ko
        speaker: person-b
        category: relative
        cases: case-a
        date: 2025-03-01
        interviewer: I-9
        sourceReliability: likely-reliable
        reliability: highly-reliable
        paragraphs:
          - {number: 1, text: {ko: 군인 둘이 왔어요., en: Two soldiers came.}, knowledge: direct}
          - {number: 2, text: {ko: 학교로 갔대요., en: They went to the school.}, knowledge: hearsay}
          - {number: 3, text: {ko: 소식이 없어요., en: There is no news.}, knowledge: direct}
        ---
        record: testimony
        id: testimony-n
        language: ko
        category: bystander
        cases: case-a
        date: 2008-05
        sourceReliability: unsure
        reliability: likely-reliable
        paragraphs:
          - {number: 1, text: {ko: 총을 멘 군인들이었지., en: They were soldiers with guns.}, knowledge: direct}
          - {number: 2, text: {ko: 여름이었을 거야., en: It must have been summer.}, knowledge: inferred}
        ---
        record: exhibit
        id: exhibit-a
        language: ko
        title: {ko: 어머니의 편지, en: Letter of the mother}
        material: letter
        form: file
        sha256: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        originalName: 편지 누리별.png
        obtainedFrom: person-b
        pages: 2
        cases: case-a
        sourceReliability: likely-reliable
        reliability: unsure
        custody:
          - {at: "2025-03-01T03:00:00Z", actor: I-9, action: received}
        ---
        record: claim
        id: claim-a
        language: ko
        case: case-a
        statement: {ko: 군인들이 데려갔다., en: Soldiers took him away.}
        fields: [incident.agents, incident.circumstances]
        support:
          - {testimony: testimony-a, paragraph: 1}
          - {testimony: testimony-n, paragraph: 1}
          - {exhibit: exhibit-a, pages: "2"}
        status: likely
        findings: [element-deprivation, element-state]
        ---
        record: claim
        id: claim-b
        language: ko
        case: case-a
        statement: {ko: 학교에 갇혔다., en: He was held in a school.}
        support:
          - {testimony: testimony-a, paragraph: 2}
        status: possible
        ---
        record: claim
        id: claim-c
        language: ko
        case: case-a
        statement: {ko: 9월이었다., en: It was in September.}
        fields: [incident.date]
        support:
          - {testimony: testimony-n, paragraph: 2, stance: contradicts}
          - {exhibit: exhibit-a}
        ---
        record: claim
        id: claim-d
        language: ko
        case: case-a
        statement: {ko: 북에서 살았다., en: He lived in the North.}
        status: unknown
        ---
        record: consent
        id: consent-t
        by: person-b
        testimonies: testimony-a
        exhibits: exhibit-a
        purposes: submit
        recipients: [wgeid, coi]
        givenOn: 2025-03-01
        recorded: written
        ---
        record: consent
        id: consent-n
        testimonies: testimony-n
        purposes: [submit, publish]
        recipients: [wgeid, coi, public]
        nameForm: withheld
        givenOn: 2008-05-01
        recorded: oral-with-witness
        ---
        record: consent
        id: consent-c
        by: person-b
        about: person-a
        purposes: [submit, publish]
        recipients: [coi, public]
        nameForm: full
        givenOn: 2025-03-01
        recorded: written
        """
}
