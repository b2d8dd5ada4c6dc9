import DossierExchange
import DossierIntake
package import DossierModel
package import DossierProfiles

/// What stands above the columns of an export, and what is told of it to whoever receives it.
struct ExportLabels: Sendable {
    private let words: Wording
    private let fields: Wording
    private let others: [(words: Wording, fields: Wording)]
    private static let languages = [LanguageTag.english, .korean]

    init(_ office: Office, language: LanguageTag) throws {
        let all = try Self.languages.map { tag in
            (
                words: try office.exchangeWording(tag),
                fields: Wording(language: tag, nodes: [try office.templates.document("catalogue/fields.\(tag).yaml")])
            )
        }
        others = all
        let chosen = all.first { $0.words.language == language } ?? all[0]
        (words, fields) = chosen
    }

    subscript(column: ExportColumn) -> String { Self.label(column, words, fields) }

    private static func label(_ column: ExportColumn, _ words: Wording, _ fields: Wording) -> String {
        guard let field = column.field else { return words["keys.\(column.id)"] }
        let label = fields["fields.\(field.id).label"]
        return column.part == .whole ? label : words.filled("parts.\(column.part.rawValue)", ["field": label])
    }

    /// A table of all columns: id and labels.
    var columns: [UInt8] {
        let head = CSVText.bytes(["table", "column"] + Self.languages.map { "label.\($0)" })
        let rows = ExportTable.all.flatMap { table in
            table.columns.map { column in
                CSVText.bytes([table.name, column.id] + others.map { Self.label(column, $0.words, $0.fields) })
            }
        }
        return CSVText.mark + head + rows.flatMap(\.self)
    }

    func about(_ order: ExportOrder, cases: Int) throws -> String {
        others.map { words, _ in
            let formats = ExportOrder.Format.allCases.filter(order.formats.contains).map {
                words["formats.\($0.rawValue)"]
            }
            return words.filled(
                "about",
                [
                    "edition": words["editions.\(order.edition)"], "recipient": order.recipient,
                    "day": order.day.description, "cases": String(cases), "handing": words["handing.\(order.edition)"],
                    "formats": formats.joined(separator: "\n"),
                ])
        }.joined(separator: "\n\n")
    }
}

extension Office {
    /// The words of exports.
    package func exchangeWording(_ language: LanguageTag) throws -> Wording {
        Wording(language: language, nodes: [try templates.document("exchange/wording.\(language).yaml")])
    }

    /// The codes of States with two letters, by those with three (ISO 3166-1).
    package func countryCodes() throws -> [String: String] {
        let node = try templates.document("exchange/countries.yaml")
        let pairs = node["countries"]?.pairs ?? []
        return Dictionary(pairs.compactMap { pair in pair.value.scalar.map { (pair.key, $0) } }) { first, _ in first }
    }
}
