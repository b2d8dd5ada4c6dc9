import DossierDisclosure
import DossierDocuments
import DossierFiles
import DossierModel
import DossierOffice
import DossierPackages
import DossierProfiles

/// All that is to go into one package, and what stands in its way, before a byte of it is written.
struct PackageParts: Sendable {
    /// Opaque.
    var number: String
    /// The profile and its version, as `wgeid 2026-11`.
    var profile: String
    var payload: [Entry] = []
    var enclosures: [CoverSheetComposer.Enclosure] = []
    var annexes: [CoverSheetComposer.Part] = []
    var obstacles: [Obstacle] = []
    /// Cases of which the ledger is to note that they were disclosed.
    var disclosed: [RecordID] = []
    /// Each case as it is and as the recipient may see it.
    var told: [(folder: CaseFolder, edition: Edition)] = []
    /// Exhibits of which no copy can leave.
    var heldBack: [RecordID] = []

    /// One file of the payload, by its path below `data/`.
    struct Entry: Sendable {
        var source: BagContents.Source
        /// Without digest and size, which are known when it is written.
        var file: PackageIndex.File
        /// The record of which it is a copy.
        var exhibit: RecordID?
        /// What its digests must be once it is written: those of the original, where it is the same bytes.
        var expected: Digests?
        /// What the file was made from, where nobody can look for a word in the file itself.
        var origin: [UInt8]?
    }

    /// One thing that keeps a package from being made.
    struct Obstacle: Sendable, Hashable {
        var kind: Kind
        /// The case or manuscript.
        var subject: String
        /// Rules that are not kept, or fields that may not be told.
        var rules: [String]

        enum Kind: String, Sendable, Hashable {
            /// No consent stands for this recipient. Nothing overrides that.
            case consent
            /// An answer that the body requires is known and may not be told.
            case confidential
            /// Shortfalls that block.
            case wanting
        }
    }

    mutating func add(_ bytes: [UInt8], _ file: PackageIndex.File) {
        payload.append(Entry(source: .pieces([.bytes(bytes)]), file: file))
    }

    mutating func add(_ made: DocumentFiles.Made, _ file: PackageIndex.File) {
        payload.append(Entry(source: .pieces([.bytes(made.bytes)]), file: file, origin: made.origin))
    }
}
