import EventPatterns
import Testing

@Suite struct MatcherPropertyTests {
    @Test("The matcher agrees with the plain matcher", arguments: 0..<8)
    func differential(seed: Int) throws {
        var seeded = Seeded(seed)
        var matches = 0
        var ran = 0
        for _ in 0..<400 {
            let pattern = seeded.pattern()
            let compiled: EventPattern
            do {
                compiled = try EventPattern(json: pattern.text)
            } catch {
                // The one reason to refuse a generated pattern.
                #expect(error.reason.hasPrefix("Rule is too complex"), "\(pattern.text)")
                continue
            }
            for _ in 0..<5 {
                let event = seeded.event()
                let expected = PlainMatcher.matches(pattern, event)
                #expect(try compiled.matches(json: event.text) == expected, "\(pattern.text) on \(event.text)")
                ran += 1
                if expected { matches += 1 }
            }
        }
        // Neither answer is rare enough to go untested.
        #expect(matches > ran / 20 && matches < ran * 19 / 20)
    }

    @Test("The canonical text reads as the same pattern, whose canonical text it is", arguments: 0..<4)
    func canonicalTextIsIdempotent(seed: Int) throws {
        var seeded = Seeded(seed)
        for _ in 0..<500 {
            guard let pattern = try? EventPattern(json: seeded.pattern().text) else { continue }
            let again = try EventPattern(json: pattern.json)
            #expect(again == pattern, "\(pattern.json)")
            #expect(again.json == pattern.json)
        }
    }

    @Test("No bytes crash the readers", arguments: 0..<4)
    func hostileBytes(seed: Int) {
        var seeded = Seeded(seed)
        for _ in 0..<2_000 {
            var bytes = Array((seeded.chance(0.5) ? seeded.pattern() : seeded.event()).text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &seeded) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &seeded)
                let hostile = seeded.pick([
                    Array("\\ud800".utf8), Array("1e999999999999999999999".utf8), [0xED, 0xA0, 0x80], [0xFF], [0], Array("[[{".utf8), [],
                ])
                bytes.replaceSubrange(index..<min(index + seeded.pick([0, 1, 4]), bytes.count), with: hostile)
            }
            let pattern = try? EventPattern(utf8: bytes)
            let event = try? Event(utf8: bytes)
            if let pattern, let event { _ = pattern.matches(event) }
        }
    }
}
