/// Why a table cannot be an Excel workbook.
public enum WorkbookError: Error, Sendable, Hashable {
    /// Excel cuts off a cell beyond 32,767 characters; other formats hold it whole. The field is the column's id.
    case cellTooLong(case: String, column: String, count: Int)
    /// Excel has 1,048,576 rows.
    case tooManyRows(table: String)
    /// As libxlsxwriter tells it.
    case cannotWrite(String)
}
