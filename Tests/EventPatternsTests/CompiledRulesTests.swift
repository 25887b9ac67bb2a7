import EventPatterns
import Testing

@Suite struct CompiledRulesTests {
    private func rules(_ patterns: String...) throws -> CompiledRules {
        CompiledRules(try patterns.map { try EventPattern(json: $0) })
    }

    @Test("Rules compiled together take what each takes by itself", arguments: 0..<8)
    func agreement(seed: Int) throws {
        var seeded = Seeded(seed)
        var matches = 0
        for _ in 0..<40 {
            let patterns = seeded.list(1...30) { $0.pattern() }.compactMap { try? EventPattern(json: $0.text) }
            let rules = CompiledRules(patterns)
            for _ in 0..<20 {
                let text = seeded.event().text
                let event = try Event(json: text)
                let expected = patterns.indices.filter { patterns[$0].matches(event) }
                #expect(try rules.matches(utf8: Array(text.utf8)) == expected, "\(patterns) on \(text)")
                matches += expected.count
            }
        }
        #expect(matches > 100)
    }

    @Test("Bytes that are no event are refused as they are for one pattern", arguments: 0..<4)
    func hostileBytes(seed: Int) throws {
        var seeded = Seeded(seed)
        var refused = 0
        for _ in 0..<1_000 {
            let pattern = try? EventPattern(json: seeded.pattern().text)
            var bytes = Array(seeded.event().text.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &seeded) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &seeded)
                let hostile = seeded.pick([
                    Array("\\ud800".utf8), Array("\\u00e9".utf8), Array("1e9".utf8), [0xED, 0xA0, 0x80], Array("é".utf8), [0],
                    Array("[[{".utf8),
                    Array("01".utf8), Array("1.".utf8), Array(",".utf8), Array(" ".utf8), [],
                ])
                bytes.replaceSubrange(index..<min(index + seeded.pick([0, 1, 4]), bytes.count), with: hostile)
            }
            let rules = CompiledRules(pattern.map { [$0] } ?? [])
            let alone = Result { () throws(Event.Invalid) in try Event(utf8: bytes) }.map { pattern?.matches($0) == true ? [0] : [] }
            let together = Result { () throws(Event.Invalid) in try rules.matches(utf8: bytes) }
            #expect(together == alone, "\(String(decoding: bytes, as: UTF8.self))")
            if case .failure = alone { refused += 1 }
        }
        #expect(refused > 100 && refused < 1_000)
    }

    @Test("Rules that wait for the same value are each compared in their other fields")
    func sharedValue() throws {
        let rules = try rules(
            #"{"source": ["x"], "detail": {"queueId": ["q"]}}"#, #"{"source": ["y"], "detail": {"queueId": ["q"]}}"#,
            #"{"detail": {"queueId": ["q", "r"], "media": [{"exists": false}]}}"#, #"{"detail.queueId": [{"prefix": "q"}]}"#)

        #expect(try rules.matches(utf8: Array(#"{"source": "x", "detail": {"queueId": "q"}}"#.utf8)) == [0, 2, 3])
        #expect(try rules.matches(utf8: Array(#"{"source": "y", "detail": {"queueId": "q", "media": 1}}"#.utf8)) == [1, 3])
    }

    @Test("Fields may not match in different elements of one array")
    func arrayConsistency() throws {
        let rules = try rules(#"{"a": {"b": [1], "c": [2]}}"#, #"{"a": {"b": [1], "c": [{"exists": false}]}}"#)

        #expect(try rules.matches(utf8: Array(#"{"a": [{"b": 1, "c": 2}, {"b": 3}]}"#.utf8)) == [0])
        #expect(try rules.matches(utf8: Array(#"{"a": [{"b": 1}, {"b": 3, "c": 2}]}"#.utf8)) == [1])
    }

    @Test("A rule whose alternatives both match is named once")
    func alternatives() throws {
        let rules = try rules(#"{"$or": [{"a": [1]}, {"b": [1]}]}"#)

        #expect(try rules.matches(utf8: Array(#"{"a": 1, "b": 1}"#.utf8)) == [0])
    }
}
