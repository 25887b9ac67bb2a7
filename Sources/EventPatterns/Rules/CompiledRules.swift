/// Many patterns compiled together: which of them take an event is told from its bytes in one pass, however many there are.
///
/// Gives what `EventPattern.matches` gives for each pattern by itself.
public struct CompiledRules: Sendable {
    private let index: RuleIndex

    public init(_ patterns: [EventPattern]) {
        index = RuleIndex(patterns)
    }

    /// The patterns that take the event, as ascending positions in what the rules were made of.
    ///
    /// - Throws: `Event.Invalid` where the bytes aren't a JSON object in UTF-8.
    public func matches(utf8 bytes: [UInt8]) throws(Event.Invalid) -> [Int] {
        let walk: EventWalk
        do throws(EventWalk.Irregular) {
            walk = try EventWalk(bytes, index)
        } catch {
            return index.rules(of: index.entries.indices, taking: try Event(utf8: bytes))
        }
        let candidates = index.candidates(walk)
        guard walk.isInElement else { return index.rules(of: candidates) }
        return index.rules(of: candidates, taking: try Event(utf8: bytes))
    }
}

extension RuleIndex {
    /// The entries all of whose fields the event satisfies; array consistency apart.
    fileprivate func candidates(_ walk: EventWalk) -> [Int] {
        var candidates: [Int] = []
        for key in walk.found {
            for entry in waiting[key] where takes(entry, walk) { candidates.append(entry) }
        }
        for (predicate, waiting) in scanned where takes(predicates[predicate], walk) {
            for entry in waiting where takes(entry, walk) { candidates.append(entry) }
        }
        return candidates
    }

    private func takes(_ entry: Int, _ walk: EventWalk) -> Bool {
        for predicate in entries[entry].predicates where !takes(predicates[predicate], walk) { return false }
        return true
    }

    private func takes(_ predicate: Predicate, _ walk: EventWalk) -> Bool {
        // Within arrays, a field can be absent from one element and present in another.
        if predicate.takesAbsence, walk.isInElement { return true }
        var isAbsent = true
        for leaf in walk.leaves where leaf.field == predicate.field {
            isAbsent = false
            for key in walk.found[leaf.keys] where predicate.hasKey(key) { return true }
            if predicate.others.isEmpty { continue }
            let value = walk.value(of: leaf)
            if predicate.others.contains(where: { $0.matches(value) }) { return true }
        }
        return isAbsent && predicate.takesAbsence
    }

    fileprivate func rules(of candidates: some Sequence<Int>, taking event: Event) -> [Int] {
        rules(of: candidates.filter { entries[$0].conjunction.matches(event) })
    }

    fileprivate func rules(of candidates: [Int]) -> [Int] {
        if candidates.count < 2 { return candidates.map { entries[$0].rule } }
        return Set(candidates.map { entries[$0].rule }).sorted()
    }
}

extension EventWalk {
    fileprivate func value(of leaf: Leaf) -> JSONScalar {
        switch leaf.content {
        case .text(let range): .string(UTF8String(validated: Array(bytes[range])))
        case .scalar(let value): value
        }
    }
}
