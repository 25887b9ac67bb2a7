/// Looks for an event that one pattern takes and another doesn't, and makes sure of it with the matcher.
enum WitnessSearch {
    /// Of events tried for one conjunction.
    private static let budget = 500

    static func event(takenBy pattern: EventPattern, notBy other: EventPattern) -> String? {
        for conjunction in pattern.alternatives.prefix(64) {
            if let event = event(conjunction, takenBy: pattern, notBy: other) { return event }
        }
        return nil
    }

    private static func event(_ conjunction: EventPattern.Conjunction, takenBy pattern: EventPattern, notBy other: EventPattern) -> String?
    {
        let own = Dictionary(uniqueKeysWithValues: conjunction.fields.map { ($0.path, $0.comparisons) })
        var others: [UTF8String: [[Comparison]]] = [:]
        for field in other.alternatives.flatMap(\.fields) { others[field.path, default: []].append(field.comparisons) }
        let fields = Set(own.keys).union(others.keys).sorted().map { path in
            (path: path, states: candidates(own[path] ?? [.exists(true), .exists(false)], others[path] ?? [], isFree: own[path] == nil))
        }
        var tried = 0
        return search(fields[...], chosen: [], tried: &tried) { json in
            guard let event = try? Event(json: json) else { return false }
            return pattern.matches(event) && !other.matches(event)
        }
    }

    /// What the field may hold: first what fails all of the other's comparisons, then what fails some, then any.
    private static func candidates(_ comparisons: [Comparison], _ others: [[Comparison]], isFree: Bool) -> [FieldState] {
        var states: [FieldState] = isFree ? [.absent] : []
        for other in [Array(others.joined())] + others {
            if case .found(let state) = FieldSearch.difference(comparisons, other) { states.append(state) }
        }
        for comparison in comparisons.prefix(8) {
            if case .found(let state) = FieldSearch.difference([comparison], []) { states.append(state) }
        }
        var seen: Set<FieldState> = []
        return states.filter { seen.insert($0).inserted }.prefix(8).map { $0 }
    }

    private static func search(
        _ candidates: ArraySlice<(path: UTF8String, states: [FieldState])>, chosen: [(UTF8String, JSONScalar)], tried: inout Int,
        isWitness: (String) -> Bool
    ) -> String? {
        guard let field = candidates.first else {
            tried += 1
            let json = ExampleEvent(chosen).json
            return isWitness(json) ? json : nil
        }
        for state in field.states where tried < budget {
            var chosen = chosen
            if case .value(let value) = state { chosen.append((field.path, value)) }
            if let found = search(candidates.dropFirst(), chosen: chosen, tried: &tried, isWitness: isWitness) { return found }
        }
        return nil
    }
}
