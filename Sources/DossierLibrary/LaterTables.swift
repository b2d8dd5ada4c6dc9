import GRDB

extension Database {
    /// Whether a table is there that a library gets only when it is first needed.
    ///
    /// Asked of SQLite itself: GRDB remembers which tables there are, and another connection may have made this one since.
    func holdsTable(_ name: String) throws -> Bool {
        try Bool.fetchOne(
            cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?)"),
            arguments: [name]) ?? false
    }
}
