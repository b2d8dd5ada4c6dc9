public import DossierModel

/// What of one person is compared with another: names by number in a ``TraitBook``, and the rest as small values, so that a million of
/// them fit into memory.
public struct PersonTraits: Sendable {
    public var id: RecordID
    /// The name by which people are shown whom it is about.
    public var shown: String
    var names: [Int32] = []
    var fathers: [Int32] = []
    var mothers: [Int32] = []
    var births: [DaySpan] = []
    var sex: UInt8 = 0
    /// Of birth, of residence, where last seen.
    var places: [Int32] = []
    var seen: [DaySpan] = []
    var incident: Int32 = -1
    var numbers: [String] = []
    var occupation: Int32 = -1
}
