/// What the verification of a package has shown, aspect by aspect: what is proven, what is not, and what was not there to be
/// proven.
public struct PackageVerdict: Sendable {
    public var findings: [Finding] = []
    /// SHA-256 of the tag manifest; nil when there is none.
    public var seal: String?
    /// Of the payload.
    public var files = 0
    public var bytes = 0
    public var info = BagInfo()
    public var index: PackageIndex?

    public init() {}

    /// Nothing that was looked at has failed. What was not there to be looked at is told apart.
    public var isSound: Bool { !findings.contains { $0.state == .failed } }

    public var faults: [PackageFault] { findings.flatMap(\.faults) }

    public subscript(aspect: Aspect) -> Finding? { findings.first { $0.aspect == aspect } }

    public struct Finding: Sendable, Hashable {
        public var aspect: Aspect
        public var state: State
        public var faults: [PackageFault]
        /// For the sentence that tells it, by name.
        public var details: [String: String]

        public init(
            _ aspect: Aspect, _ state: State, faults: [PackageFault] = [], details: [String: String] = [:]
        ) {
            self.aspect = aspect
            self.state = faults.isEmpty ? state : .failed
            self.faults = faults
            self.details = details
        }
    }

    public enum Aspect: String, Sendable, CaseIterable {
        /// Whole and unchanged, as BagIt asks.
        case bag
        /// What a package of ours has beyond that.
        case own
        /// The archive in which it came.
        case container
        case records, signature, timestamp
    }

    public enum State: String, Sendable, CaseIterable {
        case proven, failed, absent, unchecked
        /// Said by somebody, and not proven here.
        case claimed
    }
}
