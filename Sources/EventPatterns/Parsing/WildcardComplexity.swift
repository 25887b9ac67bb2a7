/// How many prefixes of a field's wildcards one value can match at once, which is what an automaton has to keep track of.
///
/// EventBridge refuses a pattern where that can be more than ten; the measure is event-ruler's `MachineComplexityEvaluator`.
struct WildcardComplexity {
    static let limit = 10
    static let reason =
        "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character"
    /// Of sets of prefixes looked at, so that a hostile pattern costs no more than a refusal.
    private static let budget = 10_000

    /// One token of a wildcard, once it has been matched against a byte.
    private struct State: Hashable {
        var wildcard: Int
        var token: Int
    }

    private enum Token: Hashable {
        case byte(UInt8)
        case star
    }

    private let wildcards: [[Token]]
    /// Comparisons that are told apart: the wildcards of one `anything-but` count once where they have a prefix in common.
    private let owners: [Int]

    /// - Throws: where a field is too complex.
    static func check(_ alternatives: [[UTF8String: [Comparison]]], offset: Int) throws(ParseFailure) {
        // Alternatives share event-ruler's automaton of a field where the fields before it are the same.
        var shared: [[EventPattern.Field]: [UTF8String: Set<Comparison>]] = [:]
        for alternative in alternatives where alternative.values.contains(where: { $0.contains(where: \.hasWildcard) }) {
            let fields = alternative.map(EventPattern.Field.init).sorted { $0.path < $1.path }
            for (index, field) in fields.enumerated() {
                let wildcards = field.comparisons.filter(\.hasWildcard)
                guard !wildcards.isEmpty else { continue }
                shared[Array(fields[..<index]), default: [:]][field.path, default: []].formUnion(wildcards)
            }
        }
        for field in shared.values.flatMap(\.values) where WildcardComplexity(field).exceedsLimit {
            throw ParseFailure(reason: reason, offset: offset)
        }
    }

    private init(_ comparisons: Set<Comparison>) {
        var wildcards: [[Token]] = []
        var owners: [Int] = []
        for (owner, comparison) in comparisons.enumerated() {
            for wildcard in comparison.wildcards {
                let body = wildcard.segments.map { $0.map(Token.byte) }.joined(separator: [.star])
                wildcards.append([.byte(UInt8(ascii: "\""))] + body + [.byte(UInt8(ascii: "\""))])
                owners.append(owner)
            }
        }
        self.wildcards = wildcards
        self.owners = owners
    }

    private var exceedsLimit: Bool {
        var seen: Set<Set<State>> = []
        let first = Set(wildcards.indices.map { State(wildcard: $0, token: 0) })
        var pending = [first]
        while let states = pending.popLast() {
            guard seen.insert(states).inserted else { continue }
            if size(states) > Self.limit || seen.count > Self.budget { return true }
            let next = Dictionary(grouping: states.flatMap(successors), by: \.byte)
            let always = Set((next[nil] ?? []).map(\.state))
            if !always.isEmpty { pending.append(always) }
            for (byte, successors) in next where byte != nil { pending.append(always.union(successors.map(\.state))) }
        }
        return false
    }

    /// The tokens that can match the next byte, with that byte, or without one where any byte does.
    private func successors(_ state: State) -> [(byte: UInt8?, state: State)] {
        let tokens = wildcards[state.wildcard]
        var successors: [(UInt8?, State)] = []
        if tokens[state.token] == .star { successors.append((nil, state)) }
        var token = state.token + 1
        if token < tokens.count, tokens[token] == .star {
            successors.append((nil, State(wildcard: state.wildcard, token: token)))
            token += 1
        }
        if token < tokens.count, case .byte(let byte) = tokens[token] {
            successors.append((byte, State(wildcard: state.wildcard, token: token)))
        }
        return successors
    }

    /// The prefixes that the states stand for, and those that end in a star after them, which match as well.
    private func size(_ states: Set<State>) -> Int {
        var ownersOfPrefixes: [[Token]: Set<Int>] = [:]
        for state in states {
            let tokens = wildcards[state.wildcard]
            for end in [state.token, state.token + 1] where end == state.token || end < tokens.count && tokens[end] == .star {
                let prefix = Array(tokens[...end])
                ownersOfPrefixes[prefix, default: []].insert(owners[state.wildcard])
            }
        }
        return ownersOfPrefixes.values.reduce(0) { $0 + $1.count }
    }
}

extension Comparison {
    fileprivate var wildcards: [Wildcard] {
        switch self {
        case .wildcard(let wildcard): [wildcard]
        case .anythingBut(.wildcards(let wildcards)): wildcards
        default: []
        }
    }

    fileprivate var hasWildcard: Bool { !wildcards.isEmpty }
}
