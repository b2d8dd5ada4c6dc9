import DossierIntake

/// What reading a table comes to: the table, or why not.
func tableFault(_ bytes: [UInt8]) -> TableError? { tableFault(TableReader(), bytes) }

func tableFault(_ reader: TableReader, _ bytes: [UInt8]) -> TableError? {
    do {
        _ = try reader.table(bytes, path: "list")
        return nil
    } catch {
        return error
    }
}

func table(_ text: String, _ reader: TableReader = TableReader()) throws -> Table {
    try reader.table(Array(text.utf8), path: "list.csv")
}
