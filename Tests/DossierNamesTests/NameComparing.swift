import DossierNames
import DossierTestSupport

/// Compares names as a reader would type them.
struct NameComparing {
    let reader: NameReader
    let likeness: NameLikeness

    init() throws {
        let tables = try ShippedNameTables.tables.get()
        reader = NameReader(tables)
        likeness = NameLikeness(tables)
    }

    func compare(_ first: String, _ second: String) -> NameComparison {
        likeness.compare(reader.readings(of: first), reader.readings(of: second))
    }
}
