import CXLSXWriter
import DossierModel
public import Foundation

/// An Excel workbook (ECMA-376) with a sheet for each table, written row by row: memory does not grow with the rows. Every cell is
/// text, so that no date is completed, no number loses its zeros and nothing is worked out.
///
/// A class, and for one thread: libxlsxwriter holds the workbook in one place.
public final class Workbook {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let heading: UnsafeMutablePointer<lxw_format>?
    private let text: UnsafeMutablePointer<lxw_format>?
    private let label: (ExportColumn) -> String
    private var sheets: [String: Sheet] = [:]
    private var isClosed = false

    private struct Sheet {
        var worksheet: UnsafeMutablePointer<lxw_worksheet>
        var table: ExportTable
        var rows = 0
        /// Which columns hold anything.
        var used: [Bool]
    }

    static let longestCell = 32_767
    static let mostRows = 1_048_576

    /// `created` is what the file says of when it was made, the same for the same bytes; `label` what stands above a column.
    ///
    /// - Throws: ``WorkbookError``
    public init(path: String, created: Date, label: @escaping (ExportColumn) -> String) throws(WorkbookError) {
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 1)
        guard let workbook = workbook_new_opt(path, &options) else { throw .cannotWrite(path) }
        self.workbook = workbook
        self.label = label
        heading = workbook_add_format(workbook)
        format_set_bold(heading)
        format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
        // Long labels of the catalogue wrap instead of making columns wide.
        format_set_text_wrap(heading)
        format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        text = workbook_add_format(workbook)
        format_set_num_format(text, "@")
        format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        var properties = lxw_doc_properties()
        properties.created = time_t(created.timeIntervalSince1970)
        workbook_set_properties(workbook, &properties)
    }

    deinit {
        // Closing frees what libxlsxwriter holds; whoever gave up throws the file away.
        if !isClosed { workbook_close(workbook) }
    }

    /// - Throws: ``WorkbookError``
    public func add(_ row: TableRows.Row) throws(WorkbookError) {
        var sheet: Sheet
        if let known = sheets[row.table.name] { sheet = known } else { sheet = try newSheet(row.table) }
        guard sheet.rows + 1 < Self.mostRows else { throw .tooManyRows(table: row.table.name) }
        sheet.rows += 1
        for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
            let count = cell.utf16.count
            guard count <= Self.longestCell else {
                throw .cellTooLong(case: row.cells.first ?? "", column: row.table.columns[column].id, count: count)
            }
            try check(
                worksheet_write_string(sheet.worksheet, lxw_row_t(sheet.rows), lxw_col_t(column), cell, text))
            sheet.used[column] = true
        }
        sheets[row.table.name] = sheet
    }

    /// - Throws: ``WorkbookError`` when the file cannot be written; it is not whole then.
    public func close() throws(WorkbookError) {
        for sheet in sheets.values { finish(sheet) }
        isClosed = true
        try check(workbook_close(workbook))
    }

    private func newSheet(_ table: ExportTable) throws(WorkbookError) -> Sheet {
        guard let worksheet = workbook_add_worksheet(workbook, table.name) else { throw .cannotWrite(table.name) }
        for (column, definition) in table.columns.enumerated() {
            try check(worksheet_write_string(worksheet, 0, lxw_col_t(column), label(definition), heading))
        }
        worksheet_freeze_panes(worksheet, 1, 1)
        worksheet_set_landscape(worksheet)
        worksheet_set_paper(worksheet, 9)
        worksheet_repeat_rows(worksheet, 0, 0)
        return Sheet(
            worksheet: worksheet, table: table, used: Array(repeating: false, count: table.columns.count))
    }

    /// Columns in which nobody said anything are hidden, not left out: programs find them where they always are.
    private func finish(_ sheet: Sheet) {
        for (column, definition) in sheet.table.columns.enumerated() {
            var options = lxw_row_col_options(hidden: sheet.used[column] ? 0 : 1, level: 0, collapsed: 0)
            let place = lxw_col_t(column)
            worksheet_set_column_opt(sheet.worksheet, place, place, Self.width(definition), text, &options)
        }
        worksheet_autofilter(sheet.worksheet, 0, 0, lxw_row_t(sheet.rows), lxw_col_t(sheet.table.columns.count - 1))
    }

    /// In characters.
    private static func width(_ column: ExportColumn) -> Double {
        switch column.field?.type {
        case nil: 14
        case .text: 40
        case .names, .place: 22
        default: 16
        }
    }

    private func check(_ error: lxw_error) throws(WorkbookError) {
        guard error != LXW_NO_ERROR else { return }
        throw .cannotWrite(lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)")
    }
}
