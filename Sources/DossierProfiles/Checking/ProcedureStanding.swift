public import DossierModel

/// How a case stands to the urgent procedure on the day of receipt.
///
/// The texts say three months to receipt by the body: calendar months, not ninety days. A date that is known to the month
/// only has a window that is itself an interval; the shorter reading is taken, and where the readings differ the decision
/// is left to staff.
public struct ProcedureStanding: Sendable, Hashable {
    public enum Assessment: String, Sendable, Hashable {
        /// Inside the window on every reading of the date.
        case urgent
        /// Inside on one reading, outside on another.
        case undetermined
        /// Outside the window, at most a year old, and linked to other cases: the body may take it up by letter.
        case linkedOlder
        case standard
        /// The date lies after the day of receipt.
        case future
        /// No date.
        case unknown
    }

    public let assessment: Assessment
    /// The last day of receipt on which the shorter reading is still inside the window.
    public let closesOn: Day?

    /// `isLinked` says whether the case names other cases that it is connected to.
    public init(disappearance: PartialDate?, receivedOn: Day, procedure: Profile.Procedure, isLinked: Bool) {
        guard let disappearance, let latest = disappearance.latest else {
            assessment = .unknown
            closesOn = nil
            return
        }
        let earliest = disappearance.earliest
        closesOn = earliest?.adding(months: procedure.urgentMonths)
        if let earliest, earliest > receivedOn {
            assessment = .future
        } else if let earliest, receivedOn <= earliest.adding(months: procedure.urgentMonths) {
            // An approximate date is settled by nobody but staff.
            assessment = disappearance.isApproximate || disappearance.isUncertain ? .undetermined : .urgent
        } else if receivedOn <= latest.adding(months: procedure.urgentMonths) {
            assessment = .undetermined
        } else if isLinked, receivedOn <= latest.adding(months: procedure.linkedMonths) {
            assessment = .linkedOlder
        } else {
            assessment = .standard
        }
    }

    public init(folder: CaseFolder, check: CaseCheck) {
        self.init(
            disappearance: folder.incident?[IncidentFields.date].value?.date, receivedOn: check.receivedOn,
            procedure: check.profile.procedure, isLinked: folder.caseRecord[CaseFields.linkedCases].value != nil)
    }
}
