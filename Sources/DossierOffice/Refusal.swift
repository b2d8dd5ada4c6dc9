package import DossierExchange
package import DossierFiles
package import DossierIntake
package import DossierLibrary
import DossierMatching
import DossierModel
import DossierNames
package import DossierPackages
import DossierProfiles

/// A run that cannot go on: the exit status, and the key of the message with its arguments.
package struct Refusal: Error {
    /// Exit statuses of the program, after BSD's sysexits.
    package enum Status: Int32 {
        case wanting = 1
        case usage = 64
        case badInput = 65
        case noInput = 66
        case cannotCreate = 73
        case inputOutput = 74
        case refused = 77
    }

    package let status: Status
    package let key: String
    package let arguments: [String: String]

    package init(_ status: Status, _ key: String, _ arguments: [String: String] = [:]) {
        self.status = status
        self.key = key
        self.arguments = arguments
    }

    package init(_ error: LibraryError) {
        let status: Status =
            switch error.reason {
            case .notALibrary: .noInput
            case .alreadyExists, .cannotWrite, .diskFull: .cannotCreate
            case .newerVersion, .damaged, .busy: .inputOutput
            case .conflict, .cutShort: .refused
            case .danglingReference, .unfit: .badInput
            }
        self.init(status, "library.\(error.reason.rawValue)", ["path": error.path, "detail": error.detail])
    }

    package init(_ error: FileError) {
        let status: Status =
            switch error.reason {
            case .missing: .noInput
            case .symbolicLink, .directory, .pipe, .socket, .device, .empty, .changedWhileRead, .badPath, .badDigest:
                .badInput
            case .unreadable, .keptIsDamaged: .inputOutput
            case .cannotWrite, .diskFull: .cannotCreate
            }
        self.init(
            status, "file.\(error.reason.rawValue)",
            ["path": VisibleText.of(error.path), "detail": VisibleText.of(error.detail)])
    }

    package init(_ error: WorkbookError) {
        switch error {
        case .cellTooLong(let number, let column, let count):
            self.init(
                .cannotCreate, "export.cellTooLong", ["case": number, "column": column, "count": String(count)])
        case .tooManyRows(let table): self.init(.cannotCreate, "export.tooManyRows", ["table": table])
        case .cannotWrite(let why): self.init(.cannotCreate, "export.cannotWrite", ["why": VisibleText.of(why)])
        }
    }

    package init(_ error: OutsideProgramError) {
        switch error {
        case .notInstalled(let name, let package):
            self.init(.cannotCreate, "program.notInstalled", ["name": name, "package": package])
        case .failed(let name, let status, let line):
            self.init(
                .inputOutput, "program.failed",
                ["name": name, "status": String(status), "line": VisibleText.of(line)])
        case .timedOut(let name): self.init(.inputOutput, "program.timedOut", ["name": name])
        case .tooMuchOutput(let name, let limit):
            self.init(.inputOutput, "program.tooMuchOutput", ["name": name, "limit": String(limit)])
        }
    }

    package init(_ error: SealError) {
        let status: Status =
            switch error.reason {
            case .badName, .noRecipients, .mixedRecipients: .usage
            case .noKey, .noQuery: .noInput
            case .keyExists: .cannotCreate
            case .openToOthers, .notOurs, .notForSigning, .notForOpening, .notForEncryption: .refused
            case .privateKeyGiven, .notAPublicKey, .severalKeys, .notEncrypted, .otherQuery, .badReply: .badInput
            }
        self.init(
            status, "seal.\(error.reason.rawValue)",
            ["value": VisibleText.of(error.value), "detail": VisibleText.of(error.detail)])
    }

    /// All faults of a mapping at once, one a line.
    package init(_ error: TableMapping.Unusable) {
        let lines = error.problems.map { problem in
            "  \(problem.line > 0 ? "\(problem.line): " : "")\(problem.rule.rawValue) “\(VisibleText.of(problem.value))”"
                + (problem.expected.isEmpty ? "" : " → \(VisibleText.of(problem.expected))")
        }
        self.init(
            .badInput, "mapping.unusable",
            ["path": VisibleText.of(error.path), "problems": lines.joined(separator: "\n")])
    }

    /// The refusal that any error of the rooms amounts to; nil for errors of the argument parser, which speak for
    /// themselves.
    package init?(any error: any Error) {
        switch error {
        case let error as Refusal: self = error
        case let error as LibraryError: self.init(error)
        case let error as FileError: self.init(error)
        case let error as OutsideProgramError: self.init(error)
        case let error as SealError: self.init(error)
        case let error as RecommendationError:
            self.init(
                error.rule == .noContext ? .usage : error.rule == .unreadable ? .noInput : .badInput,
                "recommendations.\(error.rule.rawValue)",
                [
                    "place": "\(error.place)", "value": VisibleText.of(error.value), "expected": error.expected,
                    "path": VisibleText.of(error.path),
                ])
        case let error as TableError:
            self.init(
                error.rule == .unreadable ? .noInput : .badInput, "table.\(error.rule.rawValue)",
                [
                    "path": VisibleText.of(error.path), "row": error.row.map(String.init) ?? "",
                    "value": VisibleText.of(error.value), "expected": VisibleText.of(error.expected),
                ])
        case let error as TableMapping.Unusable: self.init(error)
        case let error as MatchWeights.Unusable:
            self.init(
                .inputOutput, "badTemplate",
                ["problems": error.problems.map { "\(error.file):\($0)" }.joined(separator: "\n")])
        case let error as Library.UndoRefusal:
            self.init(
                error.rule == .noSuchImport ? .noInput : .refused, "undo.\(error.rule.rawValue)",
                [
                    "number": String(error.batch), "count": String(error.records.count),
                    "records": error.records.prefix(20).map(\.text).joined(separator: ", "),
                ])
        case let error as TranscriptError:
            self.init(.badInput, "transcript.\(error.reason.rawValue)", ["number": String(error.paragraph)])
        case let error as TemplateFiles.Unusable: self.init(.inputOutput, "badTemplate", ["problems": "\(error)"])
        case let error as RomanisationTables.Unusable:
            self.init(.inputOutput, "badTemplate", ["problems": "\(error)"])
        case let error as ProfileReader.Unusable: self.init(.inputOutput, "badTemplate", ["problems": "\(error)"])
        default: return nil
        }
    }
}
