/// Looks for the shortest text that one comparison takes and a list of others takes, or doesn't take.
///
/// Exact where no list holds addresses: the automata of both are walked together, over well-formed UTF-8 alone, until a text is found or
/// there is none.
struct TextSearch {
    enum Outcome {
        case found(UTF8String)
        case none
        case undecided
    }

    private static let budget = 4_000

    /// One automaton, and whether what it takes or what it doesn't take is meant.
    private struct Language {
        var automaton: TextAutomaton
        var isComplement = false

        func contains(_ states: TextAutomaton.States) -> Bool { automaton.accepts(states) != isComplement }

        /// Whether every continuation is in the language.
        func containsAll(from states: TextAutomaton.States) -> Bool {
            isComplement ? states.isEmpty : automaton.acceptsAll(from: states)
        }

        /// Whether no continuation is in the language.
        func containsNone(from states: TextAutomaton.States) -> Bool {
            isComplement ? automaton.acceptsAll(from: states) : states.isEmpty
        }
    }

    private struct Node: Hashable {
        var wanted: TextAutomaton.States
        var others: [TextAutomaton.States]
        var decoder: UTF8Decoder
    }

    private let wanted: Language
    private let others: [Language]
    private let isInOthers: Bool
    private let alphabet: [UInt8]

    /// - Parameter isInOthers: whether the text has to satisfy one of `others`, or none.
    static func search(_ comparison: Comparison, _ others: [Comparison], isInOthers: Bool) -> Outcome {
        guard let wanted = language(comparison) else { return .none }
        let positive = others.compactMap { TextAutomaton($0) }
        let complements = others.compactMap { comparison -> Language? in
            if case .anythingBut = comparison { language(comparison) } else { nil }
        }
        let search = TextSearch(
            wanted: wanted, others: [Language(automaton: TextAutomaton(positive))] + complements, isInOthers: isInOthers)
        return search.run()
    }

    private static func language(_ comparison: Comparison) -> Language? {
        if case .anythingBut(let exclusion) = comparison { return Language(automaton: TextAutomaton(exclusion), isComplement: true) }
        return TextAutomaton(comparison).map { Language(automaton: $0) }
    }

    private init(wanted: Language, others: [Language], isInOthers: Bool) {
        self.wanted = wanted
        self.others = others
        self.isInOthers = isInOthers
        let told = others.reduce(wanted.automaton.alphabet) { $0.union($1.automaton.alphabet) }
        alphabet = told.sorted() + UTF8Decoder.classes.compactMap { $0.first { !told.contains($0) } }
    }

    private func run() -> Outcome {
        let start = Node(wanted: wanted.automaton.initial, others: others.map(\.automaton.initial), decoder: UTF8Decoder())
        var seen: Set<Node> = [start]
        var queue: [(node: Node, text: [UInt8])] = [(start, [])]
        var index = 0
        while index < queue.count {
            guard seen.count <= Self.budget else { return .undecided }
            let (node, text) = queue[index]
            index += 1
            if node.decoder.isAtBoundary, wanted.contains(node.wanted), isInOther(node) == isInOthers {
                return .found(UTF8String(validated: text))
            }
            for byte in alphabet {
                guard let decoder = node.decoder.step(byte) else { continue }
                let next = Node(
                    wanted: wanted.automaton.step(node.wanted, byte),
                    others: zip(others, node.others).map { $0.automaton.step($1, byte) }, decoder: decoder)
                if isHopeless(next) || !seen.insert(next).inserted { continue }
                queue.append((next, text + [byte]))
            }
        }
        return .none
    }

    private func isInOther(_ node: Node) -> Bool {
        zip(others, node.others).contains { $0.contains($1) }
    }

    private func isHopeless(_ node: Node) -> Bool {
        if wanted.containsNone(from: node.wanted) { return true }
        let pairs = zip(others, node.others)
        return isInOthers ? pairs.allSatisfy { $0.containsNone(from: $1) } : pairs.contains { $0.containsAll(from: $1) }
    }
}
