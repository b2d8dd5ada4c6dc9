import DossierModel

/// Institutions are written in full: a code stands in the table, and no text uses an abbreviation from it.
struct InstitutionNamesJudge: Judge {
    func judge(_ hearing: Hearing) -> [Shortfall] {
        unknownCodes(hearing) + abbreviations(hearing)
    }

    private func unknownCodes(_ hearing: Hearing) -> [Shortfall] {
        hearing.folder.incidents.flatMap { incident in
            (incident[IncidentFields.agents].value ?? []).flatMap { $0[AgentFields.institution].value ?? [] }
                .filter { hearing.check.institutions[$0] == nil }
                .map {
                    hearing.shortfall(
                        at: AgentFields.institution.definition, of: incident, variant: "code", ["code": $0])
                }
        }
    }

    private func abbreviations(_ hearing: Hearing) -> [Shortfall] {
        hearing.printedTexts.flatMap { printed -> [Shortfall] in
            let accepted = printed.text.wordings.filter { hearing.check.profile.languages.contains($0.language) }
            let words = Set(accepted.flatMap { Self.capitals(in: $0.text) })
            guard !words.isEmpty else { return [] }
            return hearing.check.institutions.all.flatMap { institution in
                institution.abbreviations.filter(words.contains).map {
                    hearing.shortfall(
                        at: printed.field, of: printed.record, variant: "abbreviation",
                        ["abbreviation": $0, "name": institution.name(in: hearing.check.language, at: nil) ?? ""])
                }
            }
        }
    }

    /// Runs of two or more capital letters.
    static func capitals(in text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var runs: [String] = []
            var start = 0
            for index in 0...bytes.count {
                let isCapital =
                    index < bytes.count && bytes[index] >= UInt8(ascii: "A") && bytes[index] <= UInt8(ascii: "Z")
                if isCapital { continue }
                if index > start + 1 { runs.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
                start = index + 1
            }
            return runs
        }
    }
}
