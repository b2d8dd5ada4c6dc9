import DossierArchives
import DossierIntake
import DossierModel
import DossierOffice
import Foundation

/// The copy of a manuscript that a partner edits: its texts and tables in one archive, the same bytes each time.
enum ManuscriptCopy {
    /// The files that are merged: all but the cover, which each organisation keeps for itself.
    static func isText(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in
            !part.hasPrefix(".") && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
        }
        guard isPlain, parts.count == 1 || parts.count == 2 && parts[0] == "annexes" else { return false }
        // A README is the house's own, as it is to whoever reads the manuscript.
        let isOwn = (parts.last ?? "").hasPrefix("README")
        return name.hasSuffix(".md") && !isOwn || ["follow-up.yaml", "counts.yaml"].contains(name)
    }

    /// Where the copy for a partner is kept, to be compared with later.
    static func kept(of path: String, for partner: String) -> String { "\(path)/exports/\(partner).zip" }

    static func archive(of path: String, report: Record) throws -> [UInt8] {
        var zip = ZipWriter()
        do {
            for name in names(in: path) {
                guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
                    throw Refusal(.inputOutput, "cannotRead", ["path": "\(path)/\(name)"])
                }
                try zip.add(name, Array(data))
            }
            try zip.add(coverName, Array((CaseFileWriter.yaml([withoutHouse(report)]) ?? "").utf8))
            return try zip.finish()
        } catch let error as ZipWriter.Refusal {
            throw Refusal(.cannotCreate, "cannotWrite", ["path": "\(error)"])
        }
    }

    static func names(in path: String) -> [String] {
        let list = { (folder: String) in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }
        return (list(path) + list("\(path)/annexes").map { "annexes/\($0)" }).filter(isText).sorted()
    }

    /// What a copy holds, our own as it was exported or one that came back.
    struct Content {
        var texts: [String: [UInt8]] = [:]
        /// Of the cover, which is not merged; none where the copy has no cover.
        var coverLines: [String] = []
        /// What else is in it, which is named and left alone.
        var others: [String] = []
    }

    /// Reads a ZIP file or a folder.
    static func content(of path: String) throws -> Content {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Refusal(.noInput, "cannotRead", ["path": path])
        }
        var files: [String: [UInt8]] = [:]
        if isFolder.boolValue {
            for name in names(in: path) + [coverName] {
                files[name] = FileManager.default.contents(atPath: "\(path)/\(name)").map(Array.init)
            }
        } else {
            do {
                files = try ZipReader.files(
                    in: Array(FileManager.default.contents(atPath: path) ?? Data()),
                    limits: ArchiveLimits(entries: 500, entrySize: 4 << 20, totalSize: 32 << 20))
            } catch {
                throw Refusal(.badInput, "badCopy", ["path": path, "reason": error.reason.rawValue])
            }
        }
        let cover = String(decoding: files[coverName] ?? [], as: UTF8.self)
        return Content(
            texts: files.filter { isText($0.key) },
            coverLines: cover.split(whereSeparator: \.isNewline).map(String.init),
            others: files.keys.filter { !isText($0) && $0 != coverName }.sorted())
    }

    private static let coverName = "cover.yaml"

    private static func withoutHouse(_ report: Record) -> Record {
        var report = report
        for field in FieldCatalogue.fields(of: .report) {
            if field.confidentiality == .house { report.entries[field.name] = nil }
            // These go as the files that they are kept in.
            if [ReportFields.followUp.definition, ReportFields.counts.definition].contains(field) {
                report.entries[field.name] = nil
            }
            guard case .items(let items)? = report.entries[field.name]?.answer.value else { continue }
            let kept = items.map { item in
                var item = item
                for inner in field.type.itemFields where inner.confidentiality == .house {
                    item.entries[inner.name] = nil
                }
                return item
            }
            report.entries[field.name]?.answer = .given(Accounts(.items(kept)))
        }
        return report
    }
}
