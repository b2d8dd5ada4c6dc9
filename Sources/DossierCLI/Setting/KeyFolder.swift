import DossierOffice
import DossierPackages

extension Office {
    /// The folder of keys: as the environment says, else where settings of programs are. Never in a library, which is
    /// copied and handed on.
    var keys: SealKeys {
        let environment = surroundings.environment
        let folder =
            if let named = environment["DOSSIER_KEYS"], !named.isEmpty {
                named
            } else if let settings = environment["XDG_CONFIG_HOME"], settings.hasPrefix("/") {
                // Others are passed over, as the XDG specification has it.
                "\(settings)/dossier/keys"
            } else {
                "\(environment["HOME"] ?? ".")/.config/dossier/keys"
            }
        return SealKeys(folder: folder, programs: SealPrograms(environment: environment))
    }
}
