import DossierDisclosure
import DossierModel

/// Declares what texts, codes and numbers may be: as strict as what a record may hold, and no stricter.
struct EditionSchemaScalars {
    let markup: SchemaMarkup

    func write() {
        markup.codes("version", [EditionSchema.version])
        markup.codes("audience", Self.audiences)
        markup.codes("flag", ["true"])
        markup.simpleType("words", of: "xs:string", [("minLength", "1")])
        // Numbers that the house gives out, never a name: the same characters as in file names of packages.
        markup.simpleType("opaque", of: "xs:token", [("pattern", "[A-Za-z0-9][A-Za-z0-9._\\-]{0,63}")])
        markup.simpleType("code", of: "xs:token", [("pattern", "[a-z0-9\\-]+")])
        markup.simpleType("state", of: "xs:token", [("pattern", "[A-Z]{3}")])
        // Without a time zone, which xs:date would let pass.
        markup.simpleType("day", of: "xs:date", [("pattern", "[0-9]{4}-[0-9]{2}-[0-9]{2}")])
        markup.simpleType("edtf", of: "xs:token", Self.edtf.map { ("pattern", $0) })
        integer("year", 1...9999)
        integer("years", 0...130)
        for (name, range) in [("latitude", "90"), ("longitude", "180")] {
            markup.simpleType(
                name, of: "xs:double", [("minInclusive", "-\(range)"), ("maxInclusive", range)])
        }
        markup.simpleType("radius", of: "xs:double", [("minInclusive", "0"), ("maxInclusive", "20000")])
        markup.codes("counting", AgeStatement.Counting.allCases.map(\.rawValue))
        markup.codes("calendar", SourceCalendar.allCases.map(\.rawValue))
        markup.codes("nameKind", PersonName.Kind.allCases.map(\.rawValue))
        markup.codes("script", PersonName.Script.allCases.map(\.rawValue))
        markup.codes("romanisation", PersonName.RomanisationSystem.allCases.map(\.rawValue))
        markup.codes("translation", TranslationStatus.allCases.map(\.rawValue))
        markup.codes("strength", ClaimStanding.Strength.allCases.map(\.rawValue))
    }

    private func integer(_ name: String, _ range: ClosedRange<Int>) {
        markup.simpleType(
            name, of: "xs:integer",
            [("minInclusive", String(range.lowerBound)), ("maxInclusive", String(range.upperBound))])
    }

    private static let audiences = [Audience.body(""), .partner(""), .everyone].map(\.edition)

    /// EDTF as ``PartialDate`` writes it: a point, an interval, a set.
    private static let edtf: [String] = {
        let month = "(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?"
        let part = "([0-9]{2}XX|[0-9]{3}X|[0-9]{4}(-2[1-4]|-\(month))?)[~?%]?"
        let end = "(\(part)|\\.\\.)"
        return [part, "\(end)/\(end)", "\\[\(part)\\.\\.(\(part))?\\]", "\\[\\.\\.\(part)\\]"]
    }()
}
