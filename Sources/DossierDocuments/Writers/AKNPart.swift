/// A section with the sections below it: Akoma Ntoso nests what the tree lists with a level.
struct AKNPart {
    let section: Section
    let number: String?
    let id: String
    var parts: [AKNPart]

    /// The element: `section`, and `subsection` at any depth below it.
    var element: String { id.contains("__") ? "subsection" : "section" }

    static func parts(of document: Document) -> [AKNPart] {
        var rest = zip(document.sections, document.sectionNumbers).map { (section: $0, number: $1) }[...]
        return parts(from: &rest, under: nil, level: 1)
    }

    private static func parts(
        from rest: inout ArraySlice<(section: Section, number: String?)>, under parent: String?, level: Int
    ) -> [AKNPart] {
        var result: [AKNPart] = []
        // A part deeper than expected, such as a level that was skipped, belongs here all the same.
        while let next = rest.first, next.section.level >= level {
            rest.removeFirst()
            let id = parent.map { "\($0)__subsec_\(result.count + 1)" } ?? "sec_\(result.count + 1)"
            let inner = parts(from: &rest, under: id, level: next.section.level + 1)
            result.append(AKNPart(section: next.section, number: next.number, id: id, parts: inner))
        }
        return result
    }
}
