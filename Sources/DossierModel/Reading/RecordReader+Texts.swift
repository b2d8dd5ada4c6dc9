extension RecordReader {
    /// Text in one of three forms: a bare line in the record's language; `{ko: …, en: …}` with the original first;
    /// or `original:` and `translations:` with translator and status.
    mutating func localizedText(_ node: PlainNode) -> LocalizedText? {
        guard let pairs = node.pairs else { return text(node).map { LocalizedText($0, language) } }
        noteRepeatedKeys(pairs)
        return node["original"] == nil ? shortForm(node, pairs) : longForm(node, pairs)
    }

    private mutating func shortForm(_ node: PlainNode, _ pairs: [PlainNode.Pair]) -> LocalizedText? {
        let wordings = pairs.compactMap { pair -> LocalizedText.Wording? in
            guard let tag = LanguageTag(pair.key) else {
                noteUnknownKey(pair, known: ["original", "translations"] + Self.entryKeys)
                return nil
            }
            return text(pair.value, at: pair.key).map { LocalizedText.Wording(text: $0, language: tag) }
        }
        guard let original = wordings.first else {
            if pairs.isEmpty { note(.emptyValue, node) }
            return nil
        }
        return LocalizedText(
            original: original, translations: wordings.dropFirst().map { LocalizedText.Translation(wording: $0) })
    }

    private mutating func longForm(_ node: PlainNode, _ pairs: [PlainNode.Pair]) -> LocalizedText? {
        noteUnknownKeys(pairs, known: ["original", "translations"])
        let original = node["original"].flatMap { child in within("original") { $0.wording(child) } }
        let translations = node["translations"].map { child in
            within("translations") { $0.members(of: child) { $0.translation($1) } }
        }
        return original.map { LocalizedText(original: $0, translations: translations ?? []) }
    }

    /// `{lang: …, text: …}`.
    mutating func wording(_ node: PlainNode, alsoKnown: [String] = []) -> LocalizedText.Wording? {
        guard let pairs = node.pairs else { return text(node).map { .init(text: $0, language: language) } }
        noteRepeatedKeys(pairs)
        noteUnknownKeys(pairs, known: ["lang", "text"] + alsoKnown)
        guard let textNode = node["text"] else {
            note(.missingKey, node, expected: "text")
            return nil
        }
        let tag = node["lang"].map { self.tag($0, at: "lang") } ?? language
        guard let tag, let text = text(textNode, at: "text") else { return nil }
        return .init(text: text, language: tag)
    }

    private mutating func translation(_ node: PlainNode) -> LocalizedText.Translation? {
        let translator = node["translator"].flatMap { text($0, at: "translator") }
        let status: TranslationStatus? = word("status", of: node, else: .unstated)
        return wording(node, alsoKnown: ["translator", "status"]).map {
            LocalizedText.Translation(wording: $0, translator: translator, status: status ?? .unstated)
        }
    }

    mutating func personName(_ node: PlainNode) -> PersonName? {
        guard let pairs = node.pairs else {
            note(.wrongType, node, expected: "names")
            return nil
        }
        noteRepeatedKeys(pairs)
        noteUnknownKeys(pairs, known: ["kind", "script", "system", "family", "given", "frozenFor"])
        let kind: PersonName.Kind? = word("kind", of: node, else: .primary)
        let script: PersonName.Script? = word("script", of: node, else: nil)
        let system: PersonName.RomanisationSystem? = node["system"] == nil ? nil : word("system", of: node, else: nil)
        let family = node["family"].flatMap { text($0, at: "family") }
        let given = node["given"].flatMap { text($0, at: "given") }
        let frozen = node["frozenFor"].map { child in within("frozenFor") { $0.members(of: child) { $0.code($1) } } }
        guard family != nil || given != nil else {
            note(.nameWithoutParts, node, expected: "family, given")
            return nil
        }
        guard let kind, let script else { return nil }
        return PersonName(
            kind: kind, script: script, system: system, family: family, given: given, frozenFor: frozen ?? [])
    }

    /// A place as `{ko: …, en: …, state: PRK}`, or with `names:` that say from and until when each was in use.
    mutating func place(_ node: PlainNode) -> Place? {
        guard let pairs = node.pairs else {
            return text(node).map { Place(names: [.init(wording: .init(text: $0, language: language))]) }
        }
        noteRepeatedKeys(pairs)
        let state = node["state"].flatMap { child in within("state") { $0.state(child) } }
        let coordinates = node["coordinates"].flatMap { child in within("coordinates") { $0.coordinates(child) } }
        let own = ["names", "state", "coordinates"]
        var names = node["names"].map { child in within("names") { $0.members(of: child) { $0.placeName($1) } } } ?? []
        for pair in pairs where !own.contains(pair.key) {
            guard let tag = LanguageTag(pair.key) else {
                noteUnknownKey(pair, known: own + Self.entryKeys)
                continue
            }
            if let text = text(pair.value, at: pair.key) {
                names.append(.init(wording: .init(text: text, language: tag)))
            }
        }
        guard !names.isEmpty || state != nil else {
            note(.missingKey, node, expected: "names")
            return nil
        }
        return Place(names: names, state: state, coordinates: coordinates)
    }

    private mutating func placeName(_ node: PlainNode) -> Place.PlaceName? {
        let from = node["from"].flatMap { child in within("from") { $0.partialDate(child) } }
        let until = node["until"].flatMap { child in within("until") { $0.partialDate(child) } }
        return wording(node, alsoKnown: ["from", "until"]).map { .init(wording: $0, from: from, until: until) }
    }

    private mutating func coordinates(_ node: PlainNode) -> Place.Coordinates? {
        noteUnknownKeys(node.pairs ?? [], known: ["latitude", "longitude", "radius"])
        let numbers = ["latitude", "longitude", "radius"].map { node[$0]?.scalar.flatMap(Double.init) }
        guard let latitude = numbers[0], let longitude = numbers[1], let radius = numbers[2],
            (-90...90).contains(latitude), (-180...180).contains(longitude), (0...20_000).contains(radius)
        else {
            note(.badCoordinates, node, expected: "latitude, longitude, radius")
            return nil
        }
        return Place.Coordinates(latitude: latitude, longitude: longitude, radius: radius)
    }
}
