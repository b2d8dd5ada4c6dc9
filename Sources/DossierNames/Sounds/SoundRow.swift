/// A row of sounds: what a name or a part of it sounds like.
public struct SoundRow: Sendable, Hashable {
    var sounds: [UInt8]

    init(_ sounds: [UInt8] = []) { self.sounds = sounds }

    var isEmpty: Bool { sounds.isEmpty }

    /// The classes of the sounds, under which an index finds all spellings of one name: `colso` for 철수, Chol-su and Chul-soo.
    func key(_ table: SoundTable) -> String {
        String(decoding: sounds.compactMap { table.classes[Int($0)] }, as: UTF8.self)
    }
}
