/// What a field holds in an example: one value, or none.
enum FieldState: Hashable {
    case absent
    case value(JSONScalar)

    func satisfies(_ comparisons: [Comparison]) -> Bool {
        switch self {
        case .absent: comparisons.contains(.exists(false))
        case .value(let value): comparisons.contains { $0.matches(value) }
        }
    }
}

/// Looks for what a field could hold so that it satisfies one list of comparisons, and one of another list, or none of it.
enum FieldSearch {
    enum Outcome: Equatable {
        case found(FieldState)
        case none
        case undecided
    }

    /// Something that `comparisons` takes and `others` doesn't.
    static func difference(_ comparisons: [Comparison], _ others: [Comparison]) -> Outcome {
        search(comparisons, others, isInOthers: false)
    }

    /// Something that both take.
    static func intersection(_ comparisons: [Comparison], _ others: [Comparison]) -> Outcome {
        search(comparisons, others, isInOthers: true)
    }

    private static func search(_ comparisons: [Comparison], _ others: [Comparison], isInOthers: Bool) -> Outcome {
        let wanted: (FieldState) -> Bool = { $0.satisfies(comparisons) && $0.satisfies(others) == isInOthers }
        for comparison in comparisons {
            if case .equals(let value) = comparison, wanted(.value(value)) { return .found(.value(value)) }
        }
        var outcome = Outcome.none
        for comparison in comparisons {
            switch text(comparison, others, isInOthers: isInOthers) {
            case .found(let text):
                let state = FieldState.value(.string(text))
                if wanted(state) { return .found(state) }
                outcome = .undecided
            case .none: break
            case .undecided: outcome = .undecided
            }
        }
        let rest: [FieldState] =
            numbers(comparisons + others).map { .value(.number($0)) }
            + [.value(.bool(true)), .value(.bool(false)), .value(.null), .absent]
        if let found = rest.first(where: wanted) { return .found(found) }
        return outcome
    }

    private static func text(_ comparison: Comparison, _ others: [Comparison], isInOthers: Bool) -> TextSearch.Outcome {
        switch comparison {
        case .equals: return .none
        case .address(let address): return AddressSearch.search(CIDRBlock(address), others, isInOthers: isInOthers)
        case .cidr(let block): return AddressSearch.search(block, others, isInOthers: isInOthers)
        default: break
        }
        let outcome = TextSearch.search(comparison, others, isInOthers: isInOthers)
        guard isInOthers else { return outcome }
        // The automata know nothing of the addresses among the others.
        let blocks = others.compactMap(CIDRBlock.init)
        if case .found = outcome { return outcome }
        for block in blocks {
            let outcome = AddressSearch.search(block, [comparison], isInOthers: true)
            if case .none = outcome { continue }
            return outcome
        }
        return outcome
    }

    /// One number for each part into which the comparisons cut the line: every number is like one of these.
    private static func numbers(_ comparisons: [Comparison]) -> [JSONNumber] {
        var cuts: Set<Double> = [0]
        var uncomparable: Set<UTF8String> = []
        for comparison in comparisons {
            switch comparison {
            case .equals(.number(let number)):
                if let value = number.comparable { cuts.insert(value) } else { uncomparable.insert(number.text) }
            case .numeric(let range): cuts.formUnion([range.lower, range.upper].compactMap { $0?.value })
            case .anythingBut(.numbers(let numbers)): cuts.formUnion(numbers.compactMap(\.comparable))
            default: break
            }
        }
        let sorted = cuts.sorted()
        var values = sorted
        for (left, right) in zip(sorted, sorted.dropFirst()) {
            let readable = [(left / 2 + right / 2).rounded(), left / 2 + right / 2, left.nextUp]
            if let between = readable.first(where: { left < $0 && $0 < right }) { values.append(between) }
        }
        if let least = sorted.first, let greatest = sorted.last {
            values += [least - max(1, abs(least)), greatest + max(1, abs(greatest))]
        }
        var other = "10000000000000000000000001"
        while uncomparable.contains(UTF8String(other)) { other += "1" }
        return values.map { JSONNumber($0) } + (uncomparable.sorted() + [UTF8String(other)]).map(JSONNumber.init(validated:))
    }
}
