/// What is known in answer to one field. Blank is not an answer: not knowing, there being none, and not having asked
/// are different facts, and a petition must say which.
public enum Answer<Value: Sendable & Hashable>: Sendable, Hashable {
    /// One or more accounts of the value.
    case given(Accounts<Value>)
    /// Asked, and nobody knows.
    case unknown(why: LocalizedText?)
    /// There is none, for example no step was taken for fear of reprisal.
    case none(why: LocalizedText?)
    /// Asked, and the person did not wish to say.
    case refused(why: LocalizedText?)
    /// Known to the house, and kept back.
    case withheld(why: LocalizedText?)
    /// Nobody has asked yet.
    case notAsked

    /// All accounts of the value, none when the answer is not a value.
    @inlinable
    public var accounts: [Account<Value>] {
        if case .given(let accounts) = self { accounts.all } else { [] }
    }

    /// The value to use where only one can stand: the preferred account, else the first.
    @inlinable
    public var value: Value? {
        if case .given(let accounts) = self { accounts.leading.value } else { nil }
    }

    /// The reason recorded with an answer that is not a value.
    public var why: LocalizedText? {
        switch self {
        case .unknown(let why), .none(let why), .refused(let why), .withheld(let why): why
        case .given, .notAsked: nil
        }
    }

    /// True when there is nothing to say: not asked.
    public var isNotAsked: Bool {
        if case .notAsked = self { true } else { false }
    }

    /// The same answer with each value changed; accounts whose value becomes nil fall away.
    @inlinable
    public func compactMap<Other: Sendable & Hashable>(_ transform: (Value) -> Other?) -> Answer<Other> {
        switch self {
        case .given(let accounts):
            // One account without a source is the common case, and needs no list put together.
            if accounts.all.count == 1, accounts.leading.source == nil, !accounts.leading.isPreferred {
                return transform(accounts.leading.value).map { .given(Accounts($0)) } ?? .notAsked
            }
            let kept = accounts.all.compactMap { account in
                transform(account.value).map {
                    Account(value: $0, source: account.source, isPreferred: account.isPreferred)
                }
            }
            return Accounts(kept).map { .given($0) } ?? .notAsked
        case .unknown(let why): return .unknown(why: why)
        case .none(let why): return .none(why: why)
        case .refused(let why): return .refused(why: why)
        case .withheld(let why): return .withheld(why: why)
        case .notAsked: return .notAsked
        }
    }
}

/// One source's account of a value. Accounts that contradict each other stand side by side.
public struct Account<Value: Sendable & Hashable>: Sendable, Hashable {
    public var value: Value
    /// Who says so, in words, for example "elder sister".
    public var source: LocalizedText?
    public var isPreferred: Bool

    @inlinable
    public init(value: Value, source: LocalizedText? = nil, isPreferred: Bool = false) {
        self.value = value
        self.source = source
        self.isPreferred = isPreferred
    }
}

/// At least one account.
public struct Accounts<Value: Sendable & Hashable>: Sendable, Hashable {
    public let all: [Account<Value>]
    @usableFromInline let leadingIndex: Int

    /// The account marked as preferred, else the first.
    @inlinable public var leading: Account<Value> { all[leadingIndex] }

    /// Nil when `all` is empty.
    @inlinable
    public init?(_ all: [Account<Value>]) {
        guard !all.isEmpty else { return nil }
        self.all = all
        leadingIndex = all.count == 1 ? 0 : all.firstIndex { $0.isPreferred } ?? 0
    }

    @inlinable
    public init(_ value: Value) {
        all = [Account(value: value)]
        leadingIndex = 0
    }
}
