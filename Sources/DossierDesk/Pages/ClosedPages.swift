import DossierHTML

/// What somebody sees who may not see more.
enum ClosedPages {
    static func noSession(_ visitor: Visitor) -> DeskResponse { page(visitor, status: 401, "closed", []) }

    static func badToken(_ visitor: Visitor) -> DeskResponse { page(visitor, status: 403, "badToken", []) }

    /// `note` is the key of what went wrong with the last try.
    static func locked(_ visitor: Visitor, hasPassphrase: Bool, note: String?) -> DeskResponse {
        let words = visitor.words
        var content: [HTMLNode] = []
        if hasPassphrase {
            if let note { content.append(.tag("p", ["class": "finding", "role": "alert"], text: words[note])) }
            content.append(
                .tag(
                    "form", ["method": "post", "action": "/unlock", "class": "stacked"],
                    [
                        .tag("label", ["for": "passphrase"], text: words["lock.passphrase"]),
                        .tag(
                            "input",
                            [
                                "id": "passphrase", "name": "passphrase", "type": "password", "autofocus": "autofocus",
                                "autocomplete": "current-password",
                            ]),
                        .tag("button", ["class": "main"], text: words["lock.open"]),
                    ]))
        } else {
            content.append(.tag("p", text: words["lock.byLink"]))
        }
        return page(visitor, status: 401, "locked", content)
    }

    private static func page(_ visitor: Visitor, status: Int, _ key: String, _ content: [HTMLNode]) -> DeskResponse {
        let words = visitor.words
        let frame = Frame(visitor: visitor, title: words["\(key).title"], hasBar: false, bodyClass: "closed")
        return DeskResponse(
            frame.page(
                [.tag("h1", text: words["\(key).title"]), .tag("p", text: words["\(key).text"])] + content),
            status: status)
    }
}
