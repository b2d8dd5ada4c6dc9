import DossierHTML
import DossierModel

/// What stands around every page: head, the bar at the top, and the way to its text.
struct Frame {
    let visitor: Visitor
    var title: String
    /// Where the language button leads back to.
    var here = "/"
    /// Pages of whoever is not in yet have no bar.
    var hasBar = true
    var bodyClass = ""

    private var words: DeskWords { visitor.words }

    func page(_ content: [HTMLNode]) -> HTMLNode {
        .tag(
            "html", ["lang": words.language.text, "translate": "no"],
            [
                .tag(
                    "head", [:],
                    [
                        .tag("meta", ["charset": "utf-8"]),
                        .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                        .tag("title", text: "\(title) · Dossier"),
                        .tag("link", ["rel": "stylesheet", "href": "/assets/\(visitor.assets.style)"]),
                        .tag("script", ["src": "/assets/\(visitor.assets.script)", "defer": "defer"]),
                    ]),
                .tag(
                    "body",
                    [
                        "class": bodyClass, "data-token": visitor.csrf, "data-covered": words["lock.covered"],
                        "data-open": words["lock.openElsewhere"],
                    ],
                    [.tag("a", ["class": "skip", "href": "#main"], text: words["skip"])]
                        + (hasBar ? [bar] : []) + [.tag("main", ["id": "main", "tabindex": "-1"], content)]),
            ])
    }

    private var bar: HTMLNode {
        .tag(
            "header", ["class": "bar"],
            [
                .tag("a", ["class": "mark", "href": "/"], text: "Dossier"),
                .tag(
                    "nav", ["aria-label": words["nav.label"]],
                    [
                        link("/", "nav.start"), link("/cases", "nav.cases"), link("/overview", "nav.overview"),
                    ]),
                // Posted, so that no name stands in the browser's history.
                form(
                    to: "/search", classes: "find",
                    [
                        .tag("label", ["class": "unseen", "for": "find"], text: words["search.label"]),
                        .tag(
                            "input",
                            [
                                "id": "find", "name": "q", "type": "search", "placeholder": words["search.placeholder"],
                                "autocomplete": "off",
                            ]),
                        .tag("button", text: words["search.go"]),
                    ]),
                .tag(
                    "div", ["class": "bar-end"],
                    [
                        form(
                            to: "/language",
                            [
                                hidden("back", here),
                                .tag(
                                    "button",
                                    [
                                        "name": "language", "value": visitor.beside.language.text,
                                        "lang": visitor.beside.language.text, "class": "quiet",
                                    ], text: visitor.beside["language.own"]),
                            ]),
                        form(to: "/lock", [.tag("button", ["class": "quiet"], text: words["lock.now"])]),
                    ]),
            ])
    }

    private func link(_ path: String, _ key: String) -> HTMLNode {
        let attributes = here == path ? [("href", path), ("aria-current", "page")] : [("href", path)]
        return .element("a", attributes, [.text(words[key])])
    }

    /// A form of ours: with the word that tells it from a post of another page.
    func form(to path: String, classes: String = "", _ content: [HTMLNode]) -> HTMLNode {
        .tag(
            "form", ["method": "post", "action": path, "class": classes], [hidden("token", visitor.csrf)] + content)
    }

    func hidden(_ name: String, _ value: String) -> HTMLNode {
        .tag("input", ["type": "hidden", "name": name, "value": value])
    }
}

extension [HTMLNode] {
    /// A label with the other language's beside it, smaller: caseworkers think in one, the form asks in the other.
    static func twoLanguages(_ visitor: Visitor, _ text: (DeskWords) -> String) -> [HTMLNode] {
        let (own, other) = (text(visitor.words), text(visitor.beside))
        if own == other { return [.tag("span", ["class": "own"], text: own)] }
        return [
            .tag("span", ["class": "own"], text: own), .text(" "),
            .tag("span", ["class": "beside", "lang": visitor.beside.language.text], text: other),
        ]
    }
}
