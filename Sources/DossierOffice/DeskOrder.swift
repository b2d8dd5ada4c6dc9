/// What the command line asks of the desk's program, handed over as JSON.
package struct DeskOrder: Codable, Sendable {
    package var library: String
    /// 0: any port that is free.
    package var port: Int
    /// Of the pages, until somebody chooses another.
    package var language: String
    /// The day that the desk takes for today, `YYYY-MM-DD`; nil: today.
    package var day: String?

    package init(library: String, port: Int, language: String, day: String?) {
        self.library = library
        self.port = port
        self.language = language
        self.day = day
    }
}
