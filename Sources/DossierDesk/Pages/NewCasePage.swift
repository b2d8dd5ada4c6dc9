import DossierHTML

/// Begins a case with as little as is known: a name, and not even that.
struct NewCasePage {
    let visitor: Visitor

    func response() -> DeskResponse {
        let words = visitor.words
        let frame = Frame(visitor: visitor, title: words["new.title"], here: "/new")
        let box = { (name: String, key: String, language: String) -> HTMLNode in
            .tag(
                "div", ["class": "box"],
                [
                    .tag("label", ["for": name], text: words[key]),
                    .tag(
                        "input",
                        ["id": name, "name": name, "lang": language, "autocomplete": "off", "spellcheck": "false"]),
                ])
        }
        return DeskResponse(
            frame.page([
                .tag("h1", text: words["new.title"]), .tag("p", ["class": "lead"], text: words["new.text"]),
                frame.form(
                    to: "/cases", classes: "sheet",
                    [
                        .tag(
                            "fieldset", ["class": "entry"],
                            [
                                .tag("legend", text: words["new.hangul"]),
                                .tag(
                                    "div", ["class": "row"],
                                    [box("family", "form.name.family", "ko"), box("given", "form.name.given", "ko")]),
                            ]),
                        .tag(
                            "div", ["class": "ends"],
                            [
                                .tag("button", ["class": "main"], text: words["new.go"]),
                                .tag("a", ["href": "/"], text: words["new.cancel"]),
                            ]),
                    ]),
            ]))
    }
}
