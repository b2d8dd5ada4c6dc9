extension Table.Notice {
    /// The notice where that sheet is read after all; nil where nothing is left to tell.
    func without(sheet name: String) -> Table.Notice? {
        guard case .otherSheets(let names) = self else { return self }
        let left = names.filter { $0 != name }
        return left.isEmpty ? nil : .otherSheets(left)
    }
}

extension Table {
    /// The table with the columns of another beside its own, row by row: of a form in which a group of questions is asked again and again,
    /// the answers that stand once (KoBo's sheets, ODK's files).
    ///
    /// A row of which there is no such row in `parent` keeps its own cells alone. A column whose name this table has already gets
    /// `parent/` before it. The column `by` of this table holds what `key` of the other does.
    func joined(with parent: Table, key: String, by: String) -> Table {
        guard let place = index(of: by), let keyPlace = parent.index(of: key) else { return self }
        let own = Set(columns)
        var joined = self
        joined.columns += parent.columns.map { own.contains($0) ? "parent/\($0)" : $0 }
        let rows = Dictionary(
            parent.rows.compactMap { row in
                row.cells.indices.contains(keyPlace) ? (row.cells[keyPlace], row.cells) : nil
            }
        ) { first, _ in first }
        let blank = Array(repeating: "", count: parent.columns.count)
        for index in joined.rows.indices {
            var cells = joined.rows[index].cells
            cells += Array(repeating: "", count: max(0, columns.count - cells.count))
            let found = rows[cells[place]] ?? blank
            joined.rows[index].cells =
                cells + found + Array(repeating: "", count: max(0, blank.count - found.count))
        }
        return joined
    }
}
