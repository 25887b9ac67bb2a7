import EventPatterns
import Testing

@Suite struct RelationTests {
    private func relate(_ old: String, _ new: String) throws -> PatternRelation {
        try EventPattern(json: new).relation(to: try EventPattern(json: old))
    }

    @Test(
        "A pattern is equal to itself written otherwise",
        arguments: [
            (#"{"a": ["x", "y"]}"#, #"{"a": ["y", "x", "x"]}"#),
            (#"{"a": [1], "b": [2]}"#, #"{"b": [2.0], "a": [1e0]}"#),
            (#"{"a": {"b": ["x"]}}"#, #"{"a.b": ["x"]}"#),
            (#"{"a": ["x", "y"]}"#, #"{"$or": [{"a": ["x"]}, {"a": ["y"]}]}"#),
            (#"{"a": [{"prefix": "x"}, "xy"]}"#, #"{"a": [{"prefix": "x"}]}"#),
            (
                #"{"a": [{"numeric": ["<", 5]}, {"numeric": [">=", 5]}]}"#,
                #"{"a": [{"numeric": ["<", 5]}, {"numeric": ["=", 5]}, {"numeric": [">", 5]}]}"#
            ),
            (#"{"a": [{"anything-but": ["x"]}, "x"]}"#, #"{"a": [{"exists": true}]}"#),
            (#"{"a": [{"cidr": "10.0.0.0/8"}, "10.1.2.3"]}"#, #"{"a": [{"cidr": "10.9.9.9/8"}]}"#),
            (#"{"a": [{"suffix": "a"}, {"anything-but": {"suffix": "a"}}]}"#, #"{"a": [{"exists": true}]}"#),
        ])
    func equalPatterns(_ left: String, _ right: String) throws {
        let relation = try relate(left, right)
        #expect(relation.kind == .equal)
        #expect(relation.gained == nil && relation.lost == nil)
    }

    @Test(
        "A pattern that takes all and more is widened, and narrowed the other way round",
        arguments: [
            (#"{"a": ["x"]}"#, #"{"a": ["x", "y"]}"#, #"{"a":"y"}"#),
            (#"{"a": ["x"], "b": [1]}"#, #"{"a": ["x"]}"#, #"{"a":"x"}"#),
            (#"{"a": [{"prefix": "ab"}]}"#, #"{"a": [{"prefix": "a"}]}"#, #"{"a":"a"}"#),
            (#"{"a": [{"wildcard": "a*b*c"}]}"#, #"{"a": [{"wildcard": "a*c"}]}"#, #"{"a":"ac"}"#),
            (#"{"a": ["abc"]}"#, #"{"a": [{"equals-ignore-case": "ABC"}]}"#, #"{"a":"ABC"}"#),
            (#"{"a": [{"anything-but": ["x", "y"]}]}"#, #"{"a": [{"anything-but": ["x"]}]}"#, #"{"a":"y"}"#),
            (#"{"a": [{"numeric": [">", 0, "<", 5]}]}"#, #"{"a": [{"numeric": [">", 0, "<=", 5]}]}"#, #"{"a":5}"#),
            (#"{"a": [{"cidr": "10.0.0.0/24"}]}"#, #"{"a": [{"cidr": "10.0.0.0/8"}]}"#, #"{"a":"10.255.255.255"}"#),
            (#"{"a": ["x"]}"#, #"{"a": ["x", {"exists": false}]}"#, "{}"),
            (#"{"d": {"a": ["x"]}}"#, #"{"$or": [{"d": {"a": ["x"]}}, {"d": {"b": ["y"]}}]}"#, #"{"d":{"b":"y"}}"#),
        ])
    func widenedPatterns(_ old: String, _ new: String, _ gained: String) throws {
        let there = try relate(old, new)
        #expect(there.kind == .widened)
        #expect(there.gained == gained && there.lost == nil)
        let back = try relate(new, old)
        #expect(back.kind == .narrowed)
        #expect(back.gained == nil && back.lost == gained)
    }

    @Test(
        "Patterns with nothing in common are disjoint",
        arguments: [
            (#"{"source": ["x"]}"#, #"{"source": ["y"]}"#),
            (#"{"source": [{"prefix": "aws."}], "detail": {"a": [1]}}"#, #"{"source": [{"anything-but": {"prefix": "aws."}}]}"#),
            (#"{"a": [{"exists": true}]}"#, #"{"a": [{"exists": false}]}"#),
        ])
    func disjointPatterns(_ old: String, _ new: String) throws {
        let relation = try relate(old, new)
        #expect(relation.kind == .disjoint)
        #expect(relation.gained != nil && relation.lost != nil)
    }

    @Test("Two values of a field in the detail are not disjoint, since an array can hold both")
    func arraysHoldBoth() throws {
        let relation = try relate(#"{"detail": {"a": ["x"]}}"#, #"{"detail": {"a": ["y"]}}"#)
        #expect(relation.kind == .incomparable)
        #expect(relation.gained == #"{"detail":{"a":"y"}}"#)
        #expect(relation.lost == #"{"detail":{"a":"x"}}"#)
    }

    @Test("A field that is absent from other elements of an array proves nothing")
    func absenceInArrays() throws {
        // {"d": [{"a": "x"}, {"b": 1}]} is taken by the first alone: "b" is absent from the element that "a" was picked from.
        let relation = try relate(#"{"d": {"a": ["x"], "b": [{"exists": false}]}}"#, #"{"d": {"b": [{"exists": false}]}}"#)
        #expect(relation.kind == .incomparable)
    }

    @Test("Every claim holds for the matcher", arguments: 0..<8)
    func claimsHold(seed: Int) throws {
        var seeded = Seeded(seed)
        var counts: [PatternRelation.Kind: Int] = [:]
        for _ in 0..<120 {
            let source = seeded.pattern()
            guard let old = try? EventPattern(json: source.text) else { continue }
            guard let new = try? EventPattern(json: seeded.variant(of: source).text) else { continue }
            let relation = new.relation(to: old)
            counts[relation.kind, default: 0] += 1
            let message = "\(relation) of \(new) to \(old)"

            if let gained = relation.gained { #expect(try new.matches(json: gained) && !old.matches(json: gained), "\(message)") }
            if let lost = relation.lost { #expect(try old.matches(json: lost) && !new.matches(json: lost), "\(message)") }
            for _ in 0..<40 {
                let event = try Event(json: seeded.event().text)
                let (isOld, isNew) = (old.matches(event), new.matches(event))
                switch relation.kind {
                case .equal: #expect(isOld == isNew, "\(message)")
                case .widened: #expect(!isOld || isNew, "\(message)")
                case .narrowed: #expect(isOld || !isNew, "\(message)")
                case .disjoint: #expect(!(isOld && isNew), "\(message)")
                case .incomparable: break
                }
            }
            if relation.kind == .widened { #expect(relation.gained != nil) }
            if relation.kind == .narrowed { #expect(relation.lost != nil) }
        }
        let likely: [PatternRelation.Kind] = [.equal, .widened, .narrowed, .incomparable]
        for kind in likely { #expect(counts[kind, default: 0] > 0, "\(kind)") }
    }
}

extension Seeded {
    /// A pattern that is often comparable with the first: with fields or values left out, added or shuffled.
    fileprivate mutating func variant(of pattern: PlainJSON) -> PlainJSON {
        guard case .object(var members) = pattern else { return pattern }
        if chance(0.1) { return self.pattern() }
        members.shuffle(using: &self)
        if members.count > 1, chance(0.2) { members.removeLast() }
        for index in members.indices where members[index].key != "$or" {
            if case .array(var elements) = members[index].value {
                if elements.count > 1, chance(0.3) { elements.removeLast() }
                if chance(0.3) { elements.append(comparison()) }
                members[index].value = .array(elements.shuffled(using: &self))
            } else {
                members[index].value = variant(of: members[index].value)
            }
        }
        return .object(members)
    }
}
