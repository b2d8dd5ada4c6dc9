/// What stands in the boxes of a form, by the boxes' names. An empty box is not there.
///
/// A name is a path: `sightings.1.value.2.date.1.value.words.text` is the wording of the date of the second sighting.
/// The parts are names of fields, the parts of a value that ``FormFilling`` and ``FormReading`` share, and numbers. Numbers
/// count up and are not closed up when a member goes, so that a name keeps its meaning while two windows write.
struct FormValues: Sendable, Hashable {
    private(set) var boxes: [String: String]

    init(_ boxes: [String: String] = [:]) { self.boxes = boxes.filter { !$0.value.isEmpty } }

    /// More members than any list has; a box may bear any name that somebody sends.
    private static let range = 1...99_999

    subscript(name: String) -> String {
        get { boxes[name] ?? "" }
        set { boxes[name] = newValue.isEmpty ? nil : newValue }
    }

    /// The numbers of the members below a name, in order: those at least one of whose boxes is filled.
    func numbers(below name: String) -> [Int] {
        let prefix = name + "."
        var found: Set<Int> = []
        for box in boxes.keys where box.utf8.count > prefix.utf8.count && box.hasPrefix(prefix) {
            let digits = box.dropFirst(prefix.count).prefix { $0 != "." }
            if let number = Int(digits), Self.range.contains(number) { found.insert(number) }
        }
        return found.sorted()
    }

    /// Whether any box below a name, or the box of that name itself, is filled.
    func isAnyFilled(below name: String) -> Bool {
        let prefix = name + "."
        return boxes.keys.contains { $0 == name || $0.hasPrefix(prefix) }
    }

    /// The names of all filled boxes below a name.
    func names(below name: String) -> [String] {
        let prefix = name + "."
        return boxes.keys.filter { $0.hasPrefix(prefix) }
    }

    /// What has to be written over `earlier` so that this stands there: an empty text for what is not there any more.
    func changes(from earlier: FormValues) -> [String: String] {
        var changed = boxes.filter { earlier.boxes[$0.key] != $0.value }
        for name in earlier.boxes.keys where boxes[name] == nil { changed[name] = "" }
        return changed
    }
}
