import ArgumentParser
import DossierIntake
import DossierModel
import DossierProfiles

/// Options that most commands share.
struct LibraryOptions: ParsableArguments {
    @Option(
        name: .long, help: "The library's folder (else $DOSSIER_LIBRARY, else Cases/library).",
        completion: .directory)
    var library: String?
}

struct MessageOptions: ParsableArguments {
    @Option(name: .long, help: "Language of messages: en or ko (else by locale).")
    var lang: String?
}
