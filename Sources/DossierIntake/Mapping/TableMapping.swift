public import DossierModel
import Foundation

/// How the table of one source becomes records: kept in a file, one a source, and used again each time the source sends its list.
public struct TableMapping: Sendable, Hashable {
    /// Names the source in ids of records: `person-<source>-<key>`. At most 24 of `a-z`, `0-9` and `-`.
    public var source: String
    /// What the list is, in words; stands as the source of every value that comes out of it. Nil: values stand without a source.
    public var title: LocalizedText?
    /// The language of texts in the table.
    public var language: LanguageTag
    public var encoding: TableEncoding?
    public var sheet: String?
    /// The row that names the columns, from 1.
    public var headRow: Int
    /// The columns that tell which row is which, also when the list comes again.
    public var key: [String]
    /// What stands in cells for "not known".
    public var unknown: [String]
    public var incident: Incident
    /// How several people in one cell of names are told apart; empty: a cell of several people is refused.
    public var people: [String]
    /// Where the rest of a row stands.
    public var parent: Parent?
    /// What becomes of a row in which nobody is named.
    public var unnamed: Target.Unread
    /// Fields that are the same for all rows.
    public var constants: [Constant]
    public var columns: [Column]
    /// Columns whose cells name files, several parted by `|` or on lines of their own: these become exhibits of the row's cases.
    public var files: [String]

    /// Which incident the cases of the rows belong to.
    public enum Incident: Sendable, Hashable {
        /// None, or one for each row where columns tell of incidents.
        case perRow
        /// One for all rows that say the same in these columns.
        case shared([String])
        /// One that is in the library.
        case existing(RecordID)
    }

    /// Another table whose rows say what is the same for several rows of this one.
    public struct Parent: Sendable, Hashable {
        /// A sheet of the same workbook, or a file beside the list.
        public var place: Place
        /// The column of the other table that tells its rows apart.
        public var key: String
        /// The column of this table that holds the other's key.
        public var by: String

        public enum Place: Sendable, Hashable {
            case sheet(String)
            case file(String)
        }

        public init(_ place: Place, key: String, by: String) {
            self.place = place
            self.key = key
            self.by = by
        }
    }

    /// A field that has one value in all rows.
    public struct Constant: Sendable, Hashable {
        public var target: Target
        public var value: String

        public init(target: Target, value: String) {
            self.target = target
            self.value = value
        }
    }

    /// A column and where its cells go; nowhere for one that is left out.
    public struct Column: Sendable, Hashable {
        public var name: String
        public var targets: [Target]

        public init(name: String, targets: [Target]) {
            self.name = name
            self.targets = targets
        }
    }

    /// A field, and how cells are read for it.
    public struct Target: Sendable, Hashable {
        public var field: FieldDefinition
        /// The list in whose items the field stands; nil for a field of the record itself.
        public var list: FieldDefinition?
        /// Which item, from 1.
        public var item = 1
        /// Of a name: which part, and which name where several columns make one.
        public var part = NamePart.full
        public var name = ""
        public var script: PersonName.Script?
        public var kind: PersonName.Kind = .asListed
        public var system: PersonName.RomanisationSystem?
        /// Of a date.
        public var format = DateFormat.spoken
        public var calendar: SourceCalendar?
        /// Of a year of two digits: the hundreds before them.
        public var century: Int?
        /// Of an age.
        public var counting: AgeStatement.Counting = .unknown
        /// The date at which the age was so: EDTF, or a column in square brackets.
        public var at = ""
        /// Of a text or place.
        public var language: LanguageTag?
        public var state: StateCode?
        /// What the list writes, and the word of the catalogue for it.
        public var values: [String: String] = [:]
        /// What becomes of a cell that cannot be read.
        public var unread = Unread.refuse

        public init(_ field: FieldDefinition, list: FieldDefinition? = nil) {
            self.field = field
            self.list = list
        }

        public enum NamePart: String, Sendable, Hashable, CaseIterable { case full, family, given }

        public enum DateFormat: String, Sendable, Hashable, CaseIterable {
            /// As people write dates, in Korean or English, and EDTF.
            case spoken
            /// Days as Excel counts them.
            case serial
            /// `19510305`.
            case compact
            /// Day, month, year and month, day, year.
            case dayFirst = "day-first", monthFirst = "month-first"
            /// Seconds since 1970.
            case unix
        }

        public enum Unread: String, Sendable, Hashable, CaseIterable {
            /// The row is refused, and with it the list.
            case refuse
            /// The field is unknown, and the words of the list are the reason.
            case keep
        }
    }

    public init(source: String, language: LanguageTag, columns: [Column]) {
        self.source = source
        self.language = language
        self.columns = columns
        headRow = 1
        key = []
        unknown = []
        incident = .perRow
        people = []
        unnamed = .refuse
        constants = []
        files = []
    }

    /// What reads the table that the mapping is for.
    public var reader: TableReader { TableReader(encoding: encoding, sheet: sheet, headRow: headRow) }

    /// The table of a file as the mapping reads it: with its parent's columns where it has one.
    /// - Throws: ``TableError``
    public func table(at path: String) throws(TableError) -> Table {
        let table = try reader.table(at: path)
        guard let parent else { return table }
        let other: Table
        switch parent.place {
        case .sheet(let name):
            other = try TableReader(encoding: encoding, sheet: name, headRow: headRow).table(at: path)
        case .file(let name):
            // A name, and no way out of the list's folder.
            guard !name.contains("/"), name != ".." else { throw TableError(.unreadable, path: name) }
            let folder = (path as NSString).deletingLastPathComponent
            other = try TableReader(encoding: encoding, sheet: nil, headRow: headRow).table(
                at: folder.isEmpty ? name : "\(folder)/\(name)")
        }
        for (column, one) in [(parent.by, table), (parent.key, other)] where one.index(of: column) == nil {
            throw TableError(.noColumn, path: path, value: column, expected: one.columns.joined(separator: ", "))
        }
        var joined = table.joined(with: other, key: parent.key, by: parent.by)
        if case .sheet(let name) = parent.place {
            joined.notices = joined.notices.compactMap { $0.without(sheet: name) }
        }
        return joined
    }

    /// The field of a path such as `person.names` or `case.sightings.date`; nil for one that is not there or that points to
    /// another record.
    static func target(_ path: String) -> Target? {
        guard let field = FieldCatalogue.field(id: path) else { return nil }
        let parent = path.split(separator: ".").dropLast().joined(separator: ".")
        let list = FieldCatalogue.field(id: parent)
        switch field.type {
        case .reference, .references, .items: return nil
        default: return [.person, .case, .incident].contains(field.kind) ? Target(field, list: list) : nil
        }
    }

    /// The paths that a column may go to.
    static let paths: [String] = FieldCatalogue.all.map(\.id).filter { target($0) != nil }
}
