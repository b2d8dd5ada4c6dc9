import DossierDisclosure
import DossierDocuments
import DossierModel
import DossierProfiles

/// A document for the preview alone: where its edition leaves a whole answer out, a mark stands in its place. What was left
/// out is not in it, since it is made of the edition.
struct MarkedDocument {
    let profile: Profile
    /// The words of the document.
    let wording: Wording
    /// What the mark says, in the language of whoever looks.
    let mark: Run

    func marking(_ document: Document, of edition: Edition) -> Document {
        var copy = document
        copy.sections = []
        var rest = document.sections[...]
        for part in profile.sections {
            if let index = rest.firstIndex(where: { $0.id == part.id }) {
                copy.sections += rest[..<index]
                var section = rest[index]
                section.paragraphs = paragraphs(section.paragraphs, part, edition)
                copy.sections.append(section)
                rest = rest[(index + 1)...]
            } else {
                let marks = paragraphs([], part, edition)
                guard !marks.isEmpty else { continue }
                copy.sections.append(
                    Section(id: part.id, heading: wording["sections.\(part.id)"], paragraphs: marks))
            }
        }
        copy.sections += rest
        return copy
    }

    /// The paragraphs with a mark for each row of which the edition withholds all.
    private func paragraphs(
        _ paragraphs: [Paragraph], _ part: Profile.Section, _ edition: Edition
    ) -> [Paragraph] {
        var marked: [Paragraph] = []
        var rest = paragraphs[...]
        for row in part.rows {
            let label = wording["rows.\(row.id)"]
            if let index = rest.firstIndex(where: { $0.label == label }) {
                marked += rest[...index]
                rest = rest[(index + 1)...]
            } else if edition.withholds(row.field), !marked.contains(where: { $0.label == label }) {
                marked.append(Paragraph(number: nil, label: label, blocks: [.line(Line([mark]))]))
            }
        }
        return marked + rest
    }
}
