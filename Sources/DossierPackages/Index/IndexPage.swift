import DossierHTML
import DossierModel
public import DossierProfiles

/// The first page of a package: what it is, for whom, and every file with a link to it. It stands alone, runs nothing and
/// fetches nothing.
public struct IndexPage: Sendable {
    private let words: Wording
    private let style: String

    /// `style` is the text of the shared style sheet.
    public init(words: Wording, style: String) {
        self.words = words
        self.style = style
    }

    /// The page's name, in English `index.html` as browsers look for it.
    public static func name(_ language: String) -> String { language == "en" ? "index.html" : "index.\(language).html" }

    public func bytes(_ index: PackageIndex) -> [UInt8] {
        var bytes = Array("<!DOCTYPE html>\n".utf8)
        page(index).write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private func page(_ index: PackageIndex) -> HTMLNode {
        let title = words.filled("package.title", ["number": index.number])
        let other = words.language == .korean ? ("en", "English") : ("ko", "한국어")
        return .tag(
            "html", ["lang": words.language.text],
            [
                .head(title: title, style: style),
                .tag(
                    "body", [:],
                    [
                        .tag("a", ["class": "skip", "href": "#text"], text: words["package.skip"]),
                        .tag(
                            "header", [:],
                            [
                                .tag("h1", text: title), .tag("p", text: words["package.lead"]),
                                .tag(
                                    "p", [:],
                                    [
                                        .tag(
                                            "a", ["href": Self.name(other.0), "lang": other.0, "hreflang": other.0],
                                            text: other.1)
                                    ]),
                                facts(index),
                            ]),
                        .tag(
                            "main", ["id": "text"],
                            [documents(index), exhibits(index), overrides(index), others(index), howTo()]),
                        .tag("footer", [:], [.tag("p", text: words["package.noMore"])]),
                    ]),
            ])
    }

    private func facts(_ index: PackageIndex) -> HTMLNode {
        let known = { (key: String, code: String) in words.contains("\(key).\(code)") ? words["\(key).\(code)"] : code }
        let facts = [
            ("number", index.number), ("channel", known("channels", index.channel)),
            ("edition", known("editions", index.edition)), ("recipient", known("recipients", index.recipient)),
            ("made", index.made), ("profile", index.profile),
        ]
        return .tag(
            "dl", ["class": "caption"],
            facts.map { key, value in
                .tag("div", [:], [.tag("dt", text: words["package.\(key)"]), .tag("dd", text: value)])
            })
    }

    private func section(_ key: String, _ nodes: [HTMLNode]) -> HTMLNode {
        .tag(
            "section", ["class": "overview", "aria-labelledby": "s-\(key)"],
            [.tag("h2", ["id": "s-\(key)"], text: words["package.\(key)"])] + nodes)
    }

    private func table(_ heads: [String], _ rows: [[HTMLNode]]) -> HTMLNode {
        .tag(
            "table", [:],
            [
                .tag(
                    "thead", [:],
                    [.tag("tr", [:], heads.map { .tag("th", ["scope": "col"], text: words["package.\($0)"]) })]),
                .tag(
                    "tbody", [:],
                    rows.map { cells in
                        .tag(
                            "tr", [:],
                            cells.enumerated().map { index, cell in
                                index == 0 ? .tag("th", ["scope": "row"], [cell]) : .tag("td", [:], [cell])
                            })
                    }),
            ])
    }

    /// A row a document, with a link to each of its formats.
    private func documents(_ index: PackageIndex) -> HTMLNode {
        let files = index.files.filter { [.document, .cover].contains($0.role) }
        let groups = Dictionary(grouping: files) { Self.stem($0.path) }.sorted { left, right in
            // The cover sheet lies on top.
            let covers = (left.value[0].role == .cover, right.value[0].role == .cover)
            return covers.0 == covers.1 ? left.key < right.key : covers.0
        }
        return section(
            "documents",
            [
                table(
                    ["document", "about", "language", "open"],
                    groups.map { _, formats in
                        let file = formats[0]
                        let title = file.title ?? words["roles.\(file.role.rawValue)"]
                        let links = formats.flatMap { [HTMLNode.text(" "), link($0, Self.ending($0.path))] }
                            .dropFirst()
                        return [
                            inItsLanguage(title, file), .text(file.about ?? index.number), .text(language(file)),
                            .group(Array(links)),
                        ]
                    })
            ])
    }

    private func inItsLanguage(_ title: String, _ file: PackageIndex.File) -> HTMLNode {
        let draft = file.draft == true ? " (\(words["package.draft"]))" : ""
        guard let language = file.language, language != words.language.text else { return .text(title + draft) }
        return .group([.tag("span", ["lang": language], text: title), .text(draft)])
    }

    private func language(_ file: PackageIndex.File) -> String {
        guard let code = file.language else { return "—" }
        return words.contains("languages.\(code)") ? words["languages.\(code)"] : code
    }

    private static func stem(_ path: String) -> String {
        path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
    }

    private func exhibits(_ index: PackageIndex) -> HTMLNode {
        let files = index.files.filter { $0.role == .exhibit }
        guard !files.isEmpty else { return .group([]) }
        return section(
            "exhibits",
            [
                .tag("p", text: words["package.exhibitsNote"]),
                table(
                    ["annexHead", "about", "format", "size", "original"],
                    files.map { file in
                        let label = Self.unbroken(
                            words.filled("package.annex", ["number": file.annex.map(String.init) ?? "—"]))
                        return [
                            link(file, label), .text(file.about ?? "—"), .text(file.mediaType), size(file),
                            .tag("code", text: Self.grouped(file.original ?? "—")),
                        ]
                    }),
            ])
    }

    private func overrides(_ index: PackageIndex) -> HTMLNode {
        guard !index.overrides.isEmpty else { return .group([]) }
        return section(
            "overrides",
            [.tag("p", text: words["package.overridesNote"])]
                + index.overrides.flatMap { one in
                    [
                        HTMLNode.tag("p", text: one.reason),
                        .tag("ul", [:], one.rules.map { .tag("li", [:], [.tag("code", text: $0)]) }),
                    ]
                })
    }

    private func others(_ index: PackageIndex) -> HTMLNode {
        let files = index.files.filter { ![.document, .cover, .exhibit].contains($0.role) }
        guard !files.isEmpty else { return .group([]) }
        return section(
            "others",
            [
                .tag(
                    "ul", [:],
                    files.map { file in
                        let about = file.about.map { ", \($0)" } ?? ""
                        return .tag("li", [:], [link(file, words["roles.\(file.role.rawValue)"]), .text(about)])
                    })
            ])
    }

    private func howTo() -> HTMLNode {
        section(
            "howTo",
            [
                .tag(
                    "p", [:],
                    [
                        .text("\(words["package.howToNote"]) "),
                        .tag(
                            "a", ["href": HowToVerify.name(words.language.text)],
                            text: HowToVerify.name(words.language.text)),
                    ])
            ])
    }

    private func link(_ file: PackageIndex.File, _ label: String) -> HTMLNode {
        .tag("a", ["href": file.path], text: label)
    }

    private func size(_ file: PackageIndex.File) -> HTMLNode {
        .text(words.filled("package.bytes", ["count": "\(file.bytes)"]))
    }

    private static func ending(_ path: String) -> String {
        path.lastIndex(of: ".").map { path[path.index(after: $0)...].uppercased() } ?? ""
    }

    private static func unbroken(_ label: String) -> String {
        label.split(separator: " ").joined(separator: "\u{A0}")
    }

    /// In groups of eight, so that a narrow column can break it and a person compare it.
    private static func grouped(_ digest: String) -> String {
        stride(from: 0, to: digest.count, by: 8).map { String(digest.dropFirst($0).prefix(8)) }.joined(separator: " ")
    }
}

/// The text that tells in plain words how to prove a package.
public enum HowToVerify {
    public static func name(_ language: String) -> String {
        language == "en" ? "HOW-TO-VERIFY.txt" : "HOW-TO-VERIFY.\(language).txt"
    }

    public static func bytes(_ words: Wording, number: String) -> [UInt8] {
        Array(words.filled("howTo", ["number": number]).utf8)
    }
}
