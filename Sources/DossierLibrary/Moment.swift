public import Foundation

/// A point in time to the second, in UTC, as the ledger writes it: `2026-11-24T09:30:00Z`.
public struct Moment: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    public init(_ date: Date) { text = date.formatted(.iso8601) }

    init(stored text: String) { self.text = text }

    public var description: String { text }
}
