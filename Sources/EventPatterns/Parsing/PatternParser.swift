/// Compiles the objects of a pattern into conjunctions, as event-ruler's `JsonRuleCompiler` does: fields in the order of the text, where
/// a later list for the same path replaces the earlier one, and `$or` multiplies the conjunctions so far by its objects.
struct PatternParser {
    /// "EventBridge … over 1000 rule combinations" is AWS's limit on what `$or` may expand to.
    static let maximumAlternatives = 1000

    private typealias Fields = [UTF8String: [Comparison]]

    /// Whether `$or` is the operator, or a key as any other.
    private let readsOr: Bool
    private var alternatives: [Fields] = [[:]]

    private init(readsOr: Bool) {
        self.readsOr = readsOr
    }

    /// A `$or` that isn't well-formed as the operator is a plain field, as before the operator was introduced: event-ruler then reads the
    /// whole pattern without the operator. Where that fails too, the fault of the operator is the one to know.
    static func parse(_ root: JSONNode) throws(ParseFailure) -> [EventPattern.Conjunction] {
        do {
            return try parse(root, readsOr: true)
        } catch {
            guard let withoutOr = try? parse(root, readsOr: false) else { throw error }
            return withoutOr
        }
    }

    private static func parse(_ root: JSONNode, readsOr: Bool) throws(ParseFailure) -> [EventPattern.Conjunction] {
        guard case .object(let members) = root.content else { throw ParseFailure(reason: "Filter is not an object", offset: root.offset) }
        var parser = PatternParser(readsOr: readsOr)
        try parser.object(members, at: root.offset, path: nil, isInsideOr: false)
        // Before the canonical form simplifies wildcards: EventBridge judges what is written.
        try WildcardComplexity.check(parser.alternatives, offset: root.offset)
        return parser.alternatives.map(EventPattern.Conjunction.init(canonicalizing:)).sortedWithoutRepetitions()
    }

    private mutating func object(
        _ members: [JSONNode.Member], at offset: Int, path: UTF8String?, isInsideOr: Bool
    ) throws(ParseFailure) {
        guard !members.isEmpty else { throw ParseFailure(reason: "Empty objects are not allowed", offset: offset) }
        for member in members {
            if readsOr, member.name == "$or" {
                try or(member.value, path: path)
                continue
            }
            if isInsideOr, Self.reservedInsideOr.contains(member.name) {
                throw ParseFailure(
                    reason: "\(member.name) is Ruler reserved fieldName which cannot be used inside $or.", offset: member.offset)
            }
            let path = path.map { UTF8String(validated: $0.bytes + [UInt8(ascii: ".")] + member.name.bytes) } ?? member.name
            switch member.value.content {
            case .object(let members):
                try object(members, at: member.value.offset, path: path, isInsideOr: isInsideOr)
            case .array(let elements, _):
                let comparisons = try comparisons(elements, at: member.value.offset)
                for index in alternatives.indices { alternatives[index][path] = comparisons }
            case .scalar:
                throw ParseFailure(reason: "\"\(member.name)\" must be an object or an array", offset: member.value.offset)
            }
        }
    }

    private mutating func or(_ node: JSONNode, path: UTF8String?) throws(ParseFailure) {
        guard case .array(let elements, _) = node.content else {
            throw ParseFailure(reason: "It must be an Array followed with $or.", offset: node.offset)
        }
        let before = alternatives
        var after: [Fields] = []
        for element in elements {
            guard case .object(let members) = element.content else {
                throw ParseFailure(reason: "Only JSON object is allowed in array of $or relationship.", offset: element.offset)
            }
            alternatives = before
            try object(members, at: element.offset, path: path, isInsideOr: true)
            after += alternatives
            guard after.count <= Self.maximumAlternatives else {
                throw ParseFailure(
                    reason: "The pattern's $or gives over \(Self.maximumAlternatives) rule combinations", offset: node.offset)
            }
        }
        guard elements.count >= 2 else {
            throw ParseFailure(reason: "There must have at least 2 Objects in $or relationship.", offset: node.offset)
        }
        alternatives = after
    }

    private func comparisons(_ elements: [JSONNode], at offset: Int) throws(ParseFailure) -> [Comparison] {
        guard !elements.isEmpty else { throw ParseFailure(reason: "Empty arrays are not allowed", offset: offset) }
        var comparisons: [Comparison] = []
        for element in elements {
            switch element.content {
            case .scalar(.string(let text)):
                comparisons.append(IPAddress(text).map(Comparison.address) ?? .equals(.string(text)))
            case .scalar(let value):
                comparisons.append(.equals(value))
            case .object(let members):
                comparisons.append(try Comparison(members, at: element.offset))
            case .array:
                throw ParseFailure(reason: "Match value must be String, number, true, false, or null", offset: element.offset)
            }
        }
        return comparisons
    }

    /// event-ruler's `RESERVED_FIELD_NAMES_IN_OR_RELATIONSHIP`.
    static let reservedInsideOr: Set<UTF8String> = [
        "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr",
        "=", "<", "<=", ">", ">=", "regex", "not-wildcard", "not-equals-ignore-case",
        "date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range",
        "ip-address-in-range", "ip-address-not-in-range",
    ]
}
