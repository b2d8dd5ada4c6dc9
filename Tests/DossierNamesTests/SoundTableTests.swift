import DossierIntake
import DossierModel
import DossierNames
import DossierTestSupport
import Testing

@Suite("The tables of sounds and readings")
struct SoundTableTests {
    private func problems(_ yaml: String) -> [String] {
        let document = YAMLDocuments(Array(yaml.utf8), file: "sounds.yaml").documents[0]
        do {
            _ = try SoundTable(from: document, file: "sounds.yaml")
            return []
        } catch {
            return error.problems
        }
    }

    @Test("Every fault of the file is told at once, with its line")
    func faults() {
        let found = problems(
            """
            sounds:
              ㄱ: {missing: 2, class: k}
              ㄴ: {class: n}
            alike:
              - {between: [ㄱ, ㄷ], cost: 0.5}
            plain:
              a: [ㅏ]
              k: [{ㄱ: x}]
            marked: []
            """)
        for part in [
            "2: “ㄱ” needs a number from 0 to 1", "3: “ㄴ” needs a number from 0 to 1",
            "“between” names two of the sounds",
            "7: “ㅏ” is none of the sounds", "8: “ㄱ” needs a number", "“marked” is a map", "“silent” is a map",
            "“kana” is a map",
            "“titles” is a list", "“verdicts” needs a number",
        ] {
            #expect(found.contains { $0.contains(part) }, "\(part) in \(found)")
        }
    }

    @Test("The tables of readings are in order, so that each line is found")
    func readings() throws {
        #expect(try ShippedNameTables.tables.get().han.faults == [])
    }

    @Test("A table of readings that is out of order or ragged is found out")
    func badReadings() {
        let han = HanReadings(characters: "# head\n金\t금 김\tjin\tkin\t\n李\t리\n一\t일\tyi\tichi\t\n", names: "横田\tよこた\t\n")
        #expect(han.faults == ["han-readings.tsv: line 2", "han-readings.tsv: line 3"])
    }
}
