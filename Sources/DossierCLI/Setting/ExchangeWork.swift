import DossierIntake
import DossierLibrary
import DossierMatching
import DossierModel
import DossierOffice
import DossierProfiles
import Foundation

/// What the command line does with files that other programs wrote.
struct ExchangeWork {
    let paths: [String]
    let form: ExchangeImport.Form
    let source: String?
    let office: Office
    let terminal: Terminal

    /// The form that all files have; nil when one of them has none, or another.
    static func form(of paths: [String]) -> ExchangeImport.Form? {
        let forms = paths.map { ExchangeImport.Form(path: $0) }
        guard let first = forms.first, forms.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    func run(library place: String?, _ order: ListWork.Order) throws {
        guard let source, RecordID("person-\(source)-x") != nil, source.utf8.count <= 24 else {
            throw Refusal(.usage, "import.noSource", ["value": VisibleText.of(source ?? "")])
        }
        let report = try order.report.map { try NewFile($0) }
        let work = try ExchangeImport(paths, form: form, source: source, office: office)
        let known = try office.library(place, readOnly: true)
        defer { try? known.close() }
        let findings =
            work.reading.findings
            + (try ReferenceCheck.findings(in: work.reading.records) { try known.standing(of: $0)?.kind })
        guard findings.isEmpty else {
            let face = FindingsFace(messages: office.messages, terminal: terminal)
            if let report {
                try ImportReport(plans: plans).write(findings.map { fault(face.plain($0)) }, nil, into: report)
            }
            if order.json {
                try JSONFace.print(["findings": findings.map(face.plain)])
            } else {
                face.show(findings)
            }
            throw Refusal(.badInput, "badInput", ["count": String(findings.count)])
        }
        let done = try carryOut(work, known, library: place, order)
        if let report { try ImportReport(plans: plans).write([], done.plan, into: report) }
        if !order.json { show(work.reading.notices) }
        let comparing = ImportDoubles(office: office, terminal: terminal)
        let doubles = order.dryRun && order.doubles ? try comparing.find(in: done.plan, known) : nil
        try plans.show(
            done.plan, units: work.reading.records.count, batch: done.batch, isTrial: order.dryRun,
            doubles: doubles.map { $0.face.plain($0.found.pairs) }, json: order.json)
        if let doubles, !order.json { comparing.show(doubles) }
    }

    private var plans: PlanFace { PlanFace(office: office, terminal: terminal, language: .english) }

    private func fault(_ plain: FindingsFace.Plain) -> ImportReport.Fault {
        .init(
            row: plain.line, place: "\(plain.file) \(plain.path)", value: plain.value, rule: plain.rule,
            message: plain.message, mend: plain.mend)
    }

    private func carryOut(
        _ work: ExchangeImport, _ known: Library, library place: String?, _ order: ListWork.Order
    ) throws -> (batch: Int?, plan: ImportPlan) {
        let records = try ClaimPrints.filled(work.reading.records, from: known)
        if order.dryRun { return (nil, try known.planImport(of: records)) }
        let library = try office.library(place)
        let result = try library.importList(records, of: work.list, change: office.surroundings.change(order.reason))
        try library.close()
        return result
    }

    /// What was passed over, and what stands elsewhere than it did.
    private func show(_ notices: [ExchangeReading.Notice: Int]) {
        let lines = notices.map { notice, count in
            let count = String(count)
            return switch notice {
            case .leadsElsewhere(let field):
                office.messages.filled("exchange.leadsElsewhere", ["count": count, "field": field])
            case .otherSchema(let schema):
                office.messages.filled("exchange.otherSchema", ["count": count, "schema": VisibleText.of(schema)])
            case .noted(let property):
                office.messages.filled("exchange.noted", ["count": count, "property": VisibleText.of(property)])
            case .toldTwice: office.messages.filled("exchange.toldTwice", ["count": count])
            }
        }
        for line in lines.sorted() { terminal.line(terminal.styled("  \(line)", .dim)) }
    }
}
