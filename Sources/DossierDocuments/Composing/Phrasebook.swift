public import DossierModel
public import DossierProfiles

/// The words that a document in one language is made of.
public struct Phrasebook: Sendable {
    public let wording: Wording
    public let states: States
    public let institutions: Institutions

    public init(wording: Wording, states: States, institutions: Institutions) {
        self.wording = wording
        self.states = states
        self.institutions = institutions
    }

    var language: LanguageTag { wording.language }

    func state(_ code: StateCode) -> String { states.name(of: code, in: language) }

    func choice(_ code: String, of field: FieldDefinition) -> String { wording["choices.\(field.id).\(code)"] }

    // MARK: Dates

    /// The date in words, no more exact than it is known: “spring 1951”.
    public func date(_ date: PartialDate) -> String {
        switch date {
        case .point(let part): self.part(part)
        case .interval(let from?, let to?): words("interval", ["from": part(from), "to": part(to)])
        case .interval(let from?, nil): words("openEnd", ["from": part(from)])
        case .interval(nil, let to): words("openStart", ["to": to.map(part) ?? ""])
        case .within(let after?, let before?): words("between", ["after": part(after), "before": part(before)])
        case .within(let after?, nil): words("fromThen", ["after": part(after)])
        case .within(nil, let before): words("byThen", ["before": before.map(part) ?? ""])
        }
    }

    func day(_ day: Day) -> String {
        part(DatePart(year: day.year, precision: .day, month: day.month, day: day.day))
    }

    private func part(_ part: DatePart) -> String {
        var arguments = ["year": String(part.year)]
        arguments["month"] = part.month.map { wording["months.\($0)"] }
        arguments["day"] = part.day.map(String.init)
        arguments["season"] = part.season.map { wording["seasons.\($0)"] }
        let plain = words("\(part.precision)", arguments)
        return switch (part.isApproximate, part.isUncertain) {
        case (true, true): words("approximateUncertain", ["date": plain])
        case (true, false): words("approximate", ["date": plain])
        case (false, true): words("uncertain", ["date": plain])
        case (false, false): plain
        }
    }

    private func words(_ key: String, _ arguments: [String: String]) -> String {
        wording.filled("dateWords.\(key)", arguments)
    }

    /// The date, then in brackets what the source said and how it counted, where somebody has kept that.
    func runs(_ statement: DateStatement) -> [Run] {
        let notes = [words(ofSource: statement), calendarNote(statement).map { [Run($0)] }].compactMap(\.self)
        guard !notes.isEmpty else { return [Run(date(statement.date))] }
        return [Run("\(date(statement.date)) (")] + notes.joined(separator: [Run(", ")]) + [Run(")")]
    }

    private func words(ofSource statement: DateStatement) -> [Run]? {
        guard let words = statement.words else { return nil }
        let quoted = [
            Run("\(wording["dateWords.inSource"]) “"), Run(words.original.text, words.original.language), Run("”"),
        ]
        return quoted + (words.translation(into: language).map { [Run(", \($0.wording.text)")] } ?? [])
    }

    private func calendarNote(_ statement: DateStatement) -> String? {
        guard statement.calendar != .gregorian else { return nil }
        let calendar = wording["calendars.\(statement.calendar.rawValue)"]
        guard let year = statement.statedYear else { return calendar }
        return self.words("calendarNote", ["calendar": calendar, "year": String(year)])
    }

    func age(_ age: AgeStatement) -> String {
        let key =
            switch age.counting {
            case .international: "ageInternational"
            case .korean: "ageKorean"
            case .unknown: "ageUnknown"
            }
        return wording.filled("answers.\(key)", ["years": String(age.years), "at": date(age.at)])
    }

    // MARK: Places

    func runs(_ place: Place, at date: PartialDate?) -> [Run] {
        var runs: [Run] = []
        if let name = place.name(in: language, at: date) {
            runs.append(run(name))
            if name.language.language == language.language,
                let own = place.names.first(where: { $0.wording.language == .korean && $0.isValid(at: date) }),
                own.wording.language.language != language.language
            {
                runs += [Run(" ("), run(own.wording), Run(")")]
            }
        }
        if let state = place.state { runs.append(Run((runs.isEmpty ? "" : ", ") + self.state(state))) }
        if let point = place.coordinates {
            let text = wording.filled(
                "answers.coordinates",
                [
                    "latitude": "\(point.latitude)", "longitude": "\(point.longitude)",
                    "radius": point.radius == point.radius.rounded() ? "\(Int(point.radius))" : "\(point.radius)",
                ])
            runs.append(Run(" \(text)"))
        }
        return runs
    }

    // MARK: Names

    /// The name as the channel knows it, with the other scripts in brackets.
    func runs(_ names: [PersonName], channel: String, kind: Run.Kind = .plain) -> [Run] {
        guard let leading = names.spelling(for: channel) else { return [] }
        let others = otherScripts(names, than: leading)
        var runs = [Run(leading.printed, leading.script.language, kind: kind)]
        for (index, name) in others.enumerated() {
            runs.append(Run(index == 0 ? " (" : ", "))
            runs.append(Run(name.printed, name.script.language, kind: kind))
        }
        return others.isEmpty ? runs : runs + [Run(")")]
    }

    /// One primary name for each script but that of the leading one.
    func otherScripts(_ names: [PersonName], than leading: PersonName) -> [PersonName] {
        var seen: Set<PersonName.Script> = [leading.script]
        return names.filter { $0.kind == .primary && seen.insert($0.script).inserted }
    }

    /// A text in its own language where that is not the document's.
    func run(_ wording: LocalizedText.Wording) -> Run {
        Run(wording.text, wording.language.language == language.language ? nil : wording.language)
    }

    func languageName(_ tag: LanguageTag) -> String {
        let key = "languages.\(tag.text)"
        if wording.contains(key) { return wording[key] }
        let short = "languages.\(tag.language)"
        return wording.contains(short) ? wording[short] : tag.text
    }
}
