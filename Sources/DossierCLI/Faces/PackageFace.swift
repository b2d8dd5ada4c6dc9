import DossierIntake
import DossierModel
import DossierPackages
import DossierProfiles

/// Tells what stands in a package's way, and what was made.
struct PackageFace {
    let messages: Wording
    let isJSON: Bool

    private struct PlainObstacle: Encodable {
        var kind: String
        var subject: String
        var rules: [String]
    }

    func show(_ obstacles: [PackageParts.Obstacle]) throws {
        if isJSON {
            return try JSONFace.print([
                "obstacles": obstacles.map {
                    PlainObstacle(kind: $0.kind.rawValue, subject: $0.subject, rules: $0.rules)
                }
            ])
        }
        let terminal = Terminal(usesColour: false)
        for one in obstacles {
            terminal.line(
                messages.filled(
                    "package.obstacles.\(one.kind.rawValue)",
                    ["subject": one.subject, "rules": one.rules.joined(separator: ", ")]))
        }
    }

    private struct Plain: Encodable {
        var path: String
        var number: String
        var seal: String
        var files: Int
        var bytes: Int
        var overridden: [String]
        var heldBack: [String]
        var cases: [String]
    }

    func show(_ made: PackageMaking.Made, _ parts: PackageParts, _ order: PackageOrder) throws {
        if isJSON {
            return try JSONFace.print(
                Plain(
                    path: made.path, number: parts.number, seal: made.seal, files: made.files, bytes: made.bytes,
                    overridden: Set(parts.obstacles.flatMap(\.rules)).sorted(), heldBack: parts.heldBack.map(\.text),
                    cases: parts.disclosed.map(\.text)))
        }
        let terminal = Terminal(usesColour: false)
        terminal.line(
            messages.filled(
                "package.made", ["path": made.path, "files": "\(made.files)", "bytes": "\(made.bytes)"]))
        terminal.line(messages.filled("package.seal", ["seal": made.seal]))
        for one in parts.heldBack { terminal.line(messages.filled("package.heldBack", ["id": one.text])) }
        if !parts.obstacles.isEmpty {
            let rules = Set(parts.obstacles.flatMap(\.rules)).sorted().joined(separator: ", ")
            terminal.line(messages.filled("package.overridden", ["rules": rules]))
        }
        terminal.line(messages.filled("package.next", ["path": made.path]))
    }
}
