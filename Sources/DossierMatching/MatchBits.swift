import Foundation

/// Bits: by how many doublings something is likelier, or rarer.
enum MatchBits {
    /// How rare a share of all is. Nothing is rarer than one in a thousand million.
    static func ofRarity(_ share: Double) -> Double { -log2(min(1, max(share, 1e-9))) }

    /// The probability for which the bits speak.
    static func probability(_ bits: Double) -> Double { 1 / (1 + exp2(min(max(-bits, -60), 60))) }

    /// The bits that a probability takes.
    static func of(probability: Double) -> Double {
        probability <= 0 ? -.infinity : probability >= 1 ? .infinity : log2(probability / (1 - probability))
    }
}
