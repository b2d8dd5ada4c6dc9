public import DossierIntake
import DossierManuscripts
public import DossierModel
public import DossierProfiles
import Foundation

/// The files of this project, as tests reach them.
public enum ProjectFolder {
    /// The folder that holds Package.swift.
    public static let path: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.path
    }()

    public static let templates = TemplateFiles(folder: "\(path)/Templates")

    public static let languages: [LanguageTag] = [.english, .french, .spanish, .korean]

    /// The WGEID profile.
    /// - Throws: what reading throws.
    public static func profile() throws -> Profile {
        try ProfileReader.profile(from: try templates.document("wgeid/profile.yaml"), file: "wgeid/profile.yaml")
    }

    /// The words of WGEID documents.
    public static func wording(_ language: LanguageTag = .english) throws -> Wording {
        Wording(
            language: language,
            nodes: [
                try templates.document("catalogue/choices.\(language).yaml"),
                try templates.document("catalogue/answers.\(language).yaml"),
                try templates.document("catalogue/evidence.\(language).yaml"),
                try templates.document("wgeid/wording.\(language).yaml"),
            ])
    }

    /// The findings of the Commission of Inquiry.
    public static func findings() throws -> FindingCatalogue {
        try FindingCatalogue(from: try templates.document("coi/catalogue.yaml"), file: "coi/catalogue.yaml")
    }

    /// The words of evidence files.
    public static func evidenceWording(_ language: LanguageTag = .english) throws -> Wording {
        Wording(
            language: language,
            nodes: try ["catalogue/choices", "catalogue/answers", "catalogue/evidence", "coi/findings", "coi/wording"]
                .map {
                    try templates.document("\($0).\(language).yaml")
                })
    }

    /// The profile of reports to the Universal Periodic Review.
    public static func reportProfile() throws -> ReportProfile {
        try ReportProfileReader.profile(from: try templates.document("upr/profile.yaml"), file: "upr/profile.yaml") {
            ReportJudges.words.contains($0)
        }
    }

    /// The words of reports.
    public static func reportWording(_ language: LanguageTag = .english) throws -> Wording {
        Wording(
            language: language,
            nodes: try ["catalogue/choices", "catalogue/answers", "catalogue/evidence", "upr/wording"].map {
                try templates.document("\($0).\(language).yaml")
            })
    }

    public static func states() throws -> States { States(try templates.document("states.yaml")) }

    public static func institutions() throws -> Institutions {
        Institutions(try templates.document("institutions.yaml"))
    }

    /// A check after the WGEID profile.
    public static func check(on day: String = "2026-11-24", language: LanguageTag = .english) throws -> CaseCheck {
        guard let day = Day(day) else { throw TestDataError("“\(day)” is not a day") }
        return CaseCheck(
            profile: try profile(), states: try states(), institutions: try institutions(), receivedOn: day,
            language: language)
    }
}

/// Test data that is not what the test believes.
public struct TestDataError: Error, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}
