import Foundation

/// Readers of exports that are not ours: followthemoney, openpyxl, Python's csv and json, xmllint.
enum ExchangeValidator {
    /// Entities as followthemoney takes them: each is valid, keeps every value, and points only to entities that are there.
    /// - Throws: ``Failure``
    static func complaints(aboutEntities file: URL) async throws -> [Complaint] {
        try await judged(
            file,
            by: """
                import json, sys
                from followthemoney import model
                from followthemoney.exc import InvalidData
                lines = [json.loads(line) for line in open(sys.argv[1], encoding='utf-8')]
                ids = [line['id'] for line in lines]
                if len(set(ids)) != len(ids): print('an id stands twice')
                if not lines: print('no entity')
                for line in lines:
                    schema = model.get(line['schema'])
                    try:
                        schema.validate(line)
                    except InvalidData as error:
                        print(line['id'], error.errors)
                        continue
                    proxy = model.get_proxy(line, cleaned=False)
                    for name, values in line['properties'].items():
                        if sorted(proxy.get(name)) != sorted(values): print(line['id'], name, 'loses values')
                        if schema.get(name).type.name == 'entity' and not set(values) <= set(ids):
                            print(line['id'], name, 'leads nowhere')
                """)
    }

    /// A workbook as openpyxl reads it: texts alone, nothing that is worked out, no author; and, row for row, what the tables of
    /// comma-separated values beside it hold.
    /// - Throws: ``Failure``
    static func complaints(aboutWorkbook file: URL) async throws -> [Complaint] {
        try await judged(
            file,
            by: """
                import csv, os, sys, openpyxl
                book = openpyxl.load_workbook(sys.argv[1])
                if book.properties.creator or book.properties.lastModifiedBy: print('names an author')
                for sheet in book:
                    rows = [[cell.value or '' for cell in row] for row in sheet.iter_rows(min_row=2)]
                    for row in sheet.iter_rows(min_row=2):
                        for cell in row:
                            if cell.value is not None and cell.data_type not in ('s', 'inlineStr'):
                                print(sheet.title, cell.coordinate, 'is no text')
                    path = os.path.join(os.path.dirname(sys.argv[1]), sheet.title + '.csv')
                    with open(path, encoding='utf-8-sig', newline='') as table:
                        told = list(csv.reader(table))[1:]
                    if [[c.lstrip("'") for c in r] for r in told] != [[c.lstrip("'") for c in r] for r in rows]:
                        print(sheet.title, 'is not', path)
                """)
    }

    /// What a schema (XSD) holds against XML files; nothing when all are valid.
    /// - Throws: ``Failure``
    static func complaints(about files: [URL], schema: URL) async throws -> [Complaint] {
        let ending = try await ChildProcess.run(
            try Validators.tool("xmllint"),
            ["--nonet", "--noout", "--schema", schema.filePath] + files.map { $0.filePath })
        let faults = ending.errors.split(separator: "\n").filter { !$0.hasSuffix(" validates") }
        switch ending.status {
        case 0 where faults.isEmpty: return []
        case 1, 3, 4: return faults.map { Complaint(file: "xmllint", message: String($0)) }
        default: throw Failure.noJudgement("xmllint", ending.errors)
        }
    }

    private static func judged(_ file: URL, by script: String) async throws -> [Complaint] {
        let modules = try Validators.file("python/installed.txt").deletingLastPathComponent()
        let ending = try await ChildProcess.run(
            try Validators.tool("env"),
            [
                "PYTHONPATH=\(modules.filePath)", try Validators.tool("python3").filePath, "-c",
                script + "\nprint('read')", file.filePath,
            ])
        let lines = ending.output.split(separator: "\n").map(String.init)
        guard ending.status == 0, lines.last == "read" else {
            throw Failure.noJudgement(file.lastPathComponent, ending.errors)
        }
        return lines.dropLast().map { Complaint(file: file.lastPathComponent, message: $0) }
    }
}
