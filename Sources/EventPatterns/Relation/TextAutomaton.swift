/// A nondeterministic automaton over bytes that takes the texts of some comparisons.
struct TextAutomaton {
    /// The states that a text can have led to, sorted.
    typealias States = [Int]

    private var transitions: [[UInt8: States]] = []
    /// States that any byte leaves as they are.
    private var loops: Set<Int> = []
    private var accepting: Set<Int> = []
    private(set) var initial: States = []

    /// The bytes that the automaton tells from others.
    var alphabet: Set<UInt8> { Set(transitions.lazy.flatMap(\.keys)) }

    func accepts(_ states: States) -> Bool {
        states.contains(where: accepting.contains)
    }

    /// Whether every continuation is accepted as well.
    func acceptsAll(from states: States) -> Bool {
        states.contains { accepting.contains($0) && loops.contains($0) }
    }

    func step(_ states: States, _ byte: UInt8) -> States {
        var next: Set<Int> = []
        for state in states {
            if loops.contains(state) { next.insert(state) }
            if let targets = transitions[state][byte] { next.formUnion(targets) }
        }
        return next.sorted()
    }

    /// Adds a text: its parts one after the other, each of which may be any of some byte strings, or any bytes at all.
    private mutating func add(_ parts: [Part]) {
        var state = newState()
        initial.append(state)
        for part in parts {
            switch part {
            case .anything:
                loops.insert(state)
            case .oneOf(let forms):
                let end = newState()
                for form in forms { connect(state, to: end, by: form) }
                state = end
            }
        }
        accepting.insert(state)
    }

    private enum Part {
        case anything
        case oneOf([[UInt8]])
    }

    private mutating func newState() -> Int {
        transitions.append([:])
        return transitions.count - 1
    }

    private mutating func connect(_ start: Int, to end: Int, by form: [UInt8]) {
        var state = start
        for (index, byte) in form.enumerated() {
            let next = index == form.count - 1 ? end : newState()
            transitions[state][byte, default: []].append(next)
            state = next
        }
    }
}

extension TextAutomaton {
    /// - Returns: nil where the comparison isn't one of texts, or is one that the automaton doesn't hold (addresses, `anything-but`).
    init?(_ comparison: Comparison) {
        switch comparison {
        case .equals(.string(let text)): add(Self.bytes(text))
        case .prefix(let text): add(Self.bytes(text) + [.anything])
        case .suffix(let text): add([.anything] + Self.bytes(text))
        case .equalsIgnoringCase(let text): add(Self.characters(text))
        case .prefixIgnoringCase(let text): add(Self.characters(text) + [.anything])
        case .suffixIgnoringCase(let text): add([.anything] + Self.characters(text))
        case .wildcard(let wildcard): add(Self.parts(wildcard))
        case .exists(true): add([.anything])
        default: return nil
        }
    }

    /// What an `anything-but` excludes.
    init(_ exclusion: Exclusion) {
        switch exclusion {
        case .strings(let texts): for text in texts { add(Self.bytes(text)) }
        case .numbers: break
        case .prefixes(let texts): for text in texts { add(Self.bytes(text) + [.anything]) }
        case .suffixes(let texts): for text in texts { add([.anything] + Self.bytes(text)) }
        case .equalsIgnoringCase(let texts): for text in texts { add(Self.characters(text)) }
        case .wildcards(let wildcards): for wildcard in wildcards { add(Self.parts(wildcard)) }
        }
    }

    /// The union.
    init(_ automata: [TextAutomaton]) {
        for automaton in automata {
            let offset = transitions.count
            transitions += automaton.transitions.map { $0.mapValues { $0.map { $0 + offset } } }
            loops.formUnion(automaton.loops.map { $0 + offset })
            accepting.formUnion(automaton.accepting.map { $0 + offset })
            initial += automaton.initial.map { $0 + offset }
        }
    }

    private static func bytes(_ text: UTF8String) -> [Part] { text.bytes.map { .oneOf([[$0]]) } }

    private static func characters(_ text: CaseInsensitiveText) -> [Part] { text.forms.map(Part.oneOf) }

    private static func parts(_ wildcard: Wildcard) -> [Part] {
        Array(wildcard.segments.map { $0.map { Part.oneOf([[$0]]) } }.joined(separator: [.anything]))
    }
}
