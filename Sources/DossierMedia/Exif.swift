/// The directories of an Exif record (CIPA DC-008), which is a TIFF file of its own.
///
/// Places and counts in it come from whoever made the file: each directory is read once, and only so many of them, so that
/// neither loops nor huge counts cost anything.
struct Exif {
    private static let mostDirectories = 16
    private static let mostEntries = 512

    enum Kind: Hashable { case main, exif, gps, interoperability, thumbnail }

    private struct Tag: Hashable {
        var kind: Kind
        var number: Int
    }

    /// An entry with its value still in bytes.
    struct Entry {
        var kind: Kind
        var tag: Int
        var type: Int
        var count: Int
        var data: ArraySlice<UInt8>
    }

    let order: ByteView.Order
    /// The first of each tag: many entries that all point at the same long text would make much of a small file.
    private(set) var entries: [Entry] = []
    private var tags: Set<Tag> = []

    /// Nil when the bytes do not begin as a TIFF file.
    init?(_ bytes: ArraySlice<UInt8>) {
        let view = ByteView(bytes)
        switch view.text(at: 0, count: 4) {
        case "II*\0": order = .little
        case "MM\0*": order = .big
        default: return nil
        }
        guard let first = view.number(at: 4, bytes: 4, order) else { return nil }
        var waiting: [(Int, Kind)] = [(first, .main)]
        var seen: Set<Int> = []
        while !waiting.isEmpty, seen.count < Self.mostDirectories {
            let (place, kind) = waiting.removeFirst()
            guard place != 0, seen.insert(place).inserted else { continue }
            waiting += read(view, place, kind)
        }
    }

    /// - Returns: the directories that this one leads to.
    private mutating func read(_ view: ByteView, _ place: Int, _ kind: Kind) -> [(Int, Kind)] {
        guard let count = view.number(at: place, bytes: 2, order) else { return [] }
        var next: [(Int, Kind)] = []
        for index in 0..<min(count, Self.mostEntries) {
            guard let entry = entry(view, place + 2 + 12 * index, kind),
                tags.insert(Tag(kind: kind, number: entry.tag)).inserted
            else { continue }
            entries.append(entry)
            guard let target = number(entry) else { continue }
            switch entry.tag {
            case 0x8769: next.append((target, .exif))
            case 0x8825: next.append((target, .gps))
            case 0xA005: next.append((target, .interoperability))
            default: break
            }
        }
        if kind == .main, let target = view.number(at: place + 2 + 12 * count, bytes: 4, order) {
            next.append((target, .thumbnail))
        }
        return next
    }

    private func entry(_ view: ByteView, _ place: Int, _ kind: Kind) -> Entry? {
        guard let tag = view.number(at: place, bytes: 2, order), let type = view.number(at: place + 2, bytes: 2, order),
            let count = view.number(at: place + 4, bytes: 4, order), let size = Self.sizes[type]
        else { return nil }
        // Both factors are below 2³², so that the product is below 2³⁶.
        let length = count * size
        // Four bytes and fewer stand in the entry itself.
        let start = length <= 4 ? place + 8 : view.number(at: place + 8, bytes: 4, order)
        guard let start, let data = view.slice(at: start, count: length) else { return nil }
        return Entry(kind: kind, tag: tag, type: type, count: count, data: data)
    }

    /// The size of a value by its type, in bytes.
    private static let sizes = [1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4]

    // MARK: Values

    /// The first whole number of an entry.
    func number(_ entry: Entry) -> Int? {
        let size = [1: 1, 3: 2, 4: 4, 13: 4][entry.type]
        return size.flatMap { ByteView(entry.data).number(at: 0, bytes: $0, order) }
    }

    /// The fractions of an entry; nil where one divides by zero.
    func fractions(_ entry: Entry) -> [Double?] {
        guard entry.type == 5 else { return [] }
        let view = ByteView(entry.data)
        return (0..<min(entry.count, 3)).map { index in
            guard let above = view.number(at: 8 * index, bytes: 4, order),
                let below = view.number(at: 8 * index + 4, bytes: 4, order), below != 0
            else { return nil }
            return Double(above) / Double(below)
        }
    }

    func first(_ kind: Kind, _ tag: Int) -> Entry? { entries.first { $0.kind == kind && $0.tag == tag } }

    /// How the picture is to be turned, from 1 (not at all) to 8.
    var orientation: Int? { first(.main, 0x0112).flatMap(number).flatMap { (1...8).contains($0) ? $0 : nil } }
}
