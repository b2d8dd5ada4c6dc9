import DossierIntake
import DossierModel
import DossierTestSupport
import Testing

@Suite("Proposing a mapping for a list")
struct MappingProposalTests {
    private func proposal(_ csv: String) throws -> MappingProposal {
        let words = try ColumnWords(
            from: try ProjectFolder.templates.document("intake/columns.yaml"), file: "columns.yaml")
        return MappingProposal(for: try table(csv), source: "list", words: words)
    }

    private func targets(_ csv: String) throws -> [String] {
        try proposal(csv).mapping.columns.map { column in
            column.targets.map(\.field.id).joined(separator: " ")
        }
    }

    @Test("Korean headings are understood")
    func korean() throws {
        #expect(
            try targets("연번,성 명,한자,성별,생년월일,본적,피랍당시주소,직업,납북일자,납북장소,비고\n")
                == [
                    "", "person.names", "person.names", "person.sex", "person.birthDate", "person.birthPlace",
                    "person.residence", "person.occupation", "case.lastSeenDate", "case.lastSeenPlace", "person.notes",
                ])
    }

    @Test("So are English ones, and those of KoBo and Uwazi")
    func english() throws {
        #expect(
            try targets("ID,Full Name,Date of Birth,Father's name,Remarks\n")
                == ["", "person.names", "person.birthDate", "person.father", "person.notes"])
        #expect(
            try targets("_uuid,_submission_time,victim/full_name,victim/sex,start\n")
                == ["", "", "person.names", "person.sex", ""])
        let uwazi = try proposal("title__en,occupation__en,occupation__ko\nA,b,c\n").mapping
        #expect(
            uwazi.columns.map { $0.targets.first?.field.id } == [
                "person.names", "person.occupation", "person.occupation",
            ])
        #expect(uwazi.columns.map { $0.targets.first?.language } == [.english, .english, .korean])
    }

    @Test("What is not understood is left out, and told")
    func leftOut() throws {
        let proposal = try proposal("번호,성명,좌석\n1,김가나,3\n")
        #expect(proposal.leftOut == ["좌석"])
        #expect(proposal.mapping.key == ["번호"])
        #expect(proposal.questions == [])
        #expect(proposal.mapping.language == .korean)
    }

    @Test(
        "A key that does not tell the rows apart is not taken: names with dates of birth are, and that is asked about")
    func keys() throws {
        let composed = try proposal("번호,성명,생년월일\n1,김가나,1931\n1,박다라,1932\n")
        #expect(composed.mapping.key == ["성명", "생년월일"])
        #expect(composed.questions.contains(.key(["성명", "생년월일"])))
        #expect(try proposal("성명\n김가나\n김가나\n").questions.contains(.key(["성명"])))
        #expect(try proposal("좌석\n1\n").questions.contains(.noNames))
    }

    @Test(
        "The look of its cells tells how a column of dates is written, or what has to be asked",
        arguments: [
            ("11418\n12000", TableMapping.Target.DateFormat.serial), ("19310405\n19310400", .compact),
            ("3/5/1951\n13/5/1951", .dayFirst), ("3/5/1951\n3/13/1951", .monthFirst), ("1931-04-05\n1931.4.5", .spoken),
        ])
    func dates(_ cells: String, _ format: TableMapping.Target.DateFormat) throws {
        let rows = cells.split(separator: "\n").enumerated().map { "\($0),김가\($0),\($1)" }.joined(separator: "\n")
        let proposal = try proposal("번호,성명,생년월일\n\(rows)\n")
        #expect(proposal.mapping.columns.last?.targets.first?.format == format)
        #expect(proposal.questions == [])
    }

    @Test("What only a person can know is asked")
    func questions() throws {
        let proposal = try proposal(
            "번호,성명,나이,생년월일,납북일,성별\n1,\"김가나, 박다라\",19,51.3.5,3/5/1951,남\n2,이마바,20,52.3.5,4/5/1951,갑\n")
        #expect(
            Set(proposal.questions) == [
                .ageDate(column: "나이"), .century(column: "생년월일"), .dayOrder(column: "납북일"),
                .values(column: "성별", ["갑"]),
            ])
        #expect(!proposal.mapping.people.isEmpty)
        #expect(proposal.mapping.columns.last?.targets.first?.values == ["남": "male"])
    }

    @Test(
        "Every proposal is a mapping that fits its table",
        arguments: ["번호,성명\n1,김가나\n", "성명\n", "번호,,성명\n1,2,김가나\n", "name,name__en\nA,B\n"])
    func fits(_ csv: String) throws {
        let proposal = try proposal(csv)
        #expect(proposal.mapping.problems(with: try table(csv)) == [])
        let again = try TableMapping(from: proposal.mapping.plain, path: "proposal")
        #expect(again == proposal.mapping)
    }
}
