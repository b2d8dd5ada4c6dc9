import DossierArchives
import DossierFiles
import Foundation

/// Reads a bag that is a ZIP or tar archive, in one pass and without unpacking it.
struct ArchiveInventory {
    let path: String
    let reading: FileReading

    private static let limits = ArchiveLimits(
        entries: PackageInventory.fileLimit, entrySize: 1 << 40, totalSize: 1 << 42)

    func read() -> PackageInventory {
        var inventory = PackageInventory()
        var kept = KeptContent()
        do {
            try ArchiveWalk.walk(path, limits: Self.limits) { entry, fill in
                if entry.isEncrypted { return inventory.note(.encryptedEntry, entry.name) }
                let name =
                    entry.kind == .folder && entry.name.hasSuffix("/") ? String(entry.name.dropLast()) : entry.name
                guard BagPathRule.isSafe(name) else { return inventory.note(.badName, entry.name) }
                switch entry.kind {
                case .folder: return
                case .link: return inventory.note(.link, name)
                case .other: return inventory.note(.notAFile, name)
                case .file: break
                }
                guard inventory.files[name] == nil else { return inventory.note(.nameTwice, name) }
                let file = try file(name, keeping: kept.limit(for: Self.withoutFolder(name)), fill)
                kept.take(file.content?.count ?? 0)
                inventory.add(file, at: name)
            }
        } catch let error as ArchiveError {
            inventory.note(Self.rule(error.reason), error.entry, value: error.reason.rawValue)
        } catch let fault as PackageFault {
            inventory.faults.append(fault)
        } catch {
            inventory.note(.damagedArchive)
        }
        return inventory.withoutRoot
    }

    private func file(
        _ name: String, keeping limit: Int?, _ fill: (UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int
    ) throws -> PackageInventory.File {
        // How large it is shows when it is read: content is kept until it is too much.
        var content: [UInt8]? = limit == nil ? nil : []
        var fault: ArchiveError?
        do throws(FileError) {
            let read = try reading.stream(
                name.contains("data/") ? .threadForEach : .oneThread,
                fill: { buffer throws(FileError) in
                    do throws(ArchiveError) {
                        return try fill(buffer)
                    } catch {
                        fault = error
                        throw FileError(.unreadable, path: name)
                    }
                },
                { block throws(FileError) in
                    guard let kept = content?.count, let limit else { return }
                    if kept + block.count <= limit { content?.append(contentsOf: block) } else { content = nil }
                })
            return PackageInventory.File(digests: read.digests, size: read.size, content: content)
        } catch {
            if let fault { throw fault }
            throw PackageFault(.unreadable, name, value: error.reason.rawValue)
        }
    }

    private static func withoutFolder(_ name: String) -> String {
        guard !name.hasPrefix("data/"), let slash = name.firstIndex(of: "/") else { return name }
        return String(name[name.index(after: slash)...])
    }

    private static func rule(_ reason: ArchiveError.Reason) -> PackageFault.Rule {
        switch reason {
        case .tooManyEntries: .tooManyFiles
        case .entryTooLarge, .tooLarge: .tooLarge
        case .badName: .badName
        case .nameTwice: .nameTwice
        case .encrypted: .encryptedEntry
        case .notAFile: .notAFile
        case .damaged: .damagedArchive
        }
    }
}

extension PackageInventory {
    /// An archive holds the bag in a folder of its own, or bare: with the folder's name taken away.
    fileprivate var withoutRoot: PackageInventory {
        guard files["bagit.txt"] == nil else { return self }
        let roots = Set(files.keys.map { $0.split(separator: "/", maxSplits: 1).first.map(String.init) ?? "" })
        guard roots.count == 1, let root = roots.first, files["\(root)/bagit.txt"] != nil else { return self }
        var result = PackageInventory()
        result.faults = faults
        for (path, file) in files { result.add(file, at: String(path.dropFirst(root.count + 1))) }
        return result
    }
}
