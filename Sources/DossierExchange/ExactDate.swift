import DossierModel

extension PartialDate {
    /// The date for programs that know years, months and days alone. Nil where it is less certain or wider than that: to leave the doubt
    /// out would be to say more than the source does.
    var exact: String? {
        guard case .point(let part) = self else { return nil }
        return part.exact
    }

    /// Its ends, as far as they can be told like that; nil where there is none, or one of them cannot.
    var exactEnds: (from: String?, until: String?)? {
        guard case .interval(let from, let until) = self else { return nil }
        let (start, end) = (from?.exact, until?.exact)
        guard (from == nil) == (start == nil), (until == nil) == (end == nil) else { return nil }
        return (start, end)
    }
}

extension DatePart {
    fileprivate var exact: String? {
        guard !isApproximate, !isUncertain, [.year, .month, .day].contains(precision) else { return nil }
        return edtf
    }
}
