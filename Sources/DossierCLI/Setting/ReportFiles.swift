import DossierDocuments
import DossierLibrary
import DossierManuscripts
import DossierModel
import DossierOffice

/// What the files of a report are called, and what is noted when they are made.
enum ReportFiles {
    /// Stakeholder, kind, country and session, as OHCHR once asked of the subject of mails; never a person's name.
    static func stem(of judged: ReportWork.Judged) -> String {
        let report = judged.manuscript.report
        let acronyms = judged.manuscript.submitters.prefix(3).compactMap { $0[SubmitterFields.acronym].value }
        let parts =
            [
                "upr", report[ReportFields.state].value?.text ?? "",
                report[ReportFields.session].value.map(String.init) ?? "",
                report[ReportFields.form].value ?? "",
            ] + acronyms + [judged.document.language.text]
        // Without acronyms two reports on one State would be called alike.
        let name = acronyms.isEmpty ? [judged.document.identity.number] : []
        let safe = (parts + name).map { part in part.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }
        return (safe.filter { !$0.isEmpty } + (judged.document.draft == nil ? [] : ["draft"])).joined(separator: "-")
    }

    /// Every case that the report draws on has it noted in the ledger that a report was made.
    static func note(_ judged: ReportWork.Judged, _ fingerprint: String, _ work: ReportWork, _ office: Office) throws {
        guard !judged.cited.isEmpty else { return }
        let library = try Library.open(at: work.libraryPath)
        let change = office.surroundings.change("upr public \(judged.document.language)")
        try library.noteDisclosures(judged.cited.map { ($0, fingerprint) }, change: change)
        try library.close()
    }
}
