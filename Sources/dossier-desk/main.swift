import DossierDesk
import Foundation

exit(await Desk.run(Array(CommandLine.arguments.dropFirst())))
