import DossierHTML
import DossierOffice

/// Says that something is not there, or could not be done, and what to do now.
enum NoticePage {
    static func missing(_ visitor: Visitor) -> DeskResponse {
        page(visitor, status: 404, visitor.words["missing.title"], visitor.words["missing.text"])
    }

    static func refused(_ visitor: Visitor, _ refusal: DeskRefusal) -> DeskResponse {
        page(
            visitor, status: refusal.status, visitor.words["refused.title"],
            visitor.words.filled(refusal.key, refusal.arguments))
    }

    static func refused(_ visitor: Visitor, _ refusal: Refusal) -> DeskResponse {
        page(
            visitor, status: 500, visitor.words["refused.title"],
            visitor.words.message("refusals.\(refusal.key)", refusal.arguments))
    }

    /// What it was is said to nobody: it may hold words of a record.
    static func failed(_ visitor: Visitor) -> DeskResponse {
        page(visitor, status: 500, visitor.words["refused.title"], visitor.words["failed.text"])
    }

    private static func page(_ visitor: Visitor, status: Int, _ title: String, _ text: String) -> DeskResponse {
        DeskResponse(
            Frame(visitor: visitor, title: title).page([
                .tag("h1", text: title), .tag("p", text: text),
                .tag("p", [:], [.tag("a", ["href": "/"], text: visitor.words["nav.start"])]),
            ]), status: status)
    }
}
