/// Why the acceptance suite could not come to a judgement. Each of these fails the run: what was not checked has not
/// been accepted.
enum Failure: Error, Sendable, CustomStringConvertible {
    case noProgram([String])
    case noValidator(String)
    case noTool(String)
    case tookTooLong(String)
    case noJudgement(String, String)

    var description: String {
        switch self {
        case .noProgram(let folders):
            "There is no built dossier in \(folders.joined(separator: ", ")); `swift build --product dossier` makes it."
        case .noValidator(let file):
            "There is no .validators/\(file); `make test` fetches it."
        case .noTool(let name):
            "There is no \(name) on the PATH; `make test` installs it."
        case .tookTooLong(let name):
            "\(name) took too long and was stopped."
        case .noJudgement(let validator, let said):
            "\(validator) gave no judgement. It said: \(said)"
        }
    }
}
