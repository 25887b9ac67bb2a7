import Applying
import FoundationEssentials
import Model
import Planning
import Reporting
import Synchronization
import TestSupport
import Testing

@Suite struct ProgressViewTests {
    private let golden = Golden("Golden")

    /// A clock that moves when it is told to, and what was written.
    private final class Fixture: Sendable {
        private let elapsed = Mutex(0.0)
        private let written = Mutex([String]())

        var lines: [String] { written.withLock { $0 } }
        func pass(_ seconds: Double) { elapsed.withLock { $0 += seconds } }

        func view(isLive: Bool = false, width: Int = 100) -> ProgressView {
            ProgressView(
                style: TextStyle(width: width), isLive: isLive, now: { Date(timeIntervalSinceReferenceDate: self.elapsed.withLock { $0 }) },
                write: { text in self.written.withLock { $0.append(text) } })
        }
    }

    private let rule = Address(.rule, "support-ended")
    private let bus = Address(.eventBus, "events")

    /// What a terminal shows after it was sent all that.
    private func screen(_ text: String) -> [String] {
        var lines = [""]
        for piece in text.replacing("\u{1B}[0J", with: "\u{1}").split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated() {
            var rest = Substring(piece.element)
            if piece.offset > 0, let up = rest.firstMatch(of: /^([0-9]+)F/) {
                lines.removeLast(min(Int(up.1) ?? 0, lines.count - 1))
                lines[lines.count - 1] = ""
                rest = rest[up.range.upperBound...]
            }
            for character in rest where character != "\u{1}" {
                if character == "\n" { lines.append("") } else { lines[lines.count - 1].append(character) }
            }
        }
        return lines.dropLast()
    }

    @Test("On a terminal each cloud has one line: how much is done, how fast, what it waits for, how long it may take")
    func live() throws {
        let fixture = Fixture()
        let view = fixture.view(isLive: true)
        view.observing(.genesys, .message("reading 40 queues of Genesys Cloud"))
        fixture.pass(3)
        view.observing(.aws, .message("reading 300 rules of AWS"))
        #expect(
            screen(fixture.lines.joined()) == [
                "Genesys Cloud 3s  reading 40 queues of Genesys Cloud", "AWS           0s  reading 300 rules of AWS",
            ])
        view.observing(.aws, .expecting(300))
        for _ in 0..<60 { view.observing(.aws, .received) }
        fixture.pass(2)
        view.observing(.aws, .expecting(2))
        #expect(
            screen(fixture.lines.joined()) == [
                "Genesys Cloud 5s  reading 40 queues of Genesys Cloud", "AWS           60/302, 30.0/s, 9s left  reading 300 rules of AWS",
            ])
        let drawn = fixture.lines.count
        for _ in 0..<60 { view.observing(.aws, .received) }
        #expect(fixture.lines.count == drawn, "drawn no more often than eyes can follow")
        view.rest()
        #expect(screen(fixture.lines.joined()) == [])

        view.expecting(Plans.create)
        view.applying(.started(Address(.queue, "support"), .create))
        view.applying(.started(bus, .create))
        fixture.pass(2)
        view.applying(.finished(Address(.queue, "support"), .create, .done(outputs: [:])))
        view.applying(.waiting(bus, "waiting for partner event source"))
        #expect(
            screen(fixture.lines.joined()) == [
                "Genesys Cloud 1/2, 0.5/s, 2s left  Queue/support: creating…",
                "AWS           0/4  EventBus/events: waiting for partner event source",
            ])
        fixture.pass(2)
        view.applying(.finished(bus, .create, .failed(Outcomes.patternRefused)))
        let lines = screen(fixture.lines.joined())
        #expect(lines.first?.hasPrefix("EventBus/events: failed (4.0s): can't create the rule") == true)
        #expect(lines.suffix(2).map { $0.prefix(17) } == ["Genesys Cloud 1/2", "AWS           1/4"])
        view.applying(.verifying)
        view.rest()
        #expect(screen(fixture.lines.joined()) == Array(lines.dropLast(2)), "what went wrong stays")
    }

    @Test("A line of a terminal never wraps, whatever its width", arguments: [40, 41, 60, 100])
    func liveWidth(_ width: Int) {
        let fixture = Fixture()
        let view = fixture.view(isLive: true, width: width)
        view.observing(.aws, .message("サポート waiting for partner event source \(PartnerBus.source)\u{1B}[2J\nforged"))
        let lines = screen(fixture.lines.joined())
        #expect(lines.count == 1 && lines.allSatisfy { $0.count < width && $0.hasSuffix("…") })
    }

    @Test("Events read as their golden file says")
    func reads() throws {
        let fixture = Fixture()
        let view = fixture.view()
        view.observing(.genesys, .message("reading queues"))
        view.observing(.genesys, .expecting(20))
        view.observing(.genesys, .received)
        view.observing(.aws, .message("reading rules"))
        view.applying(.started(bus, .create))
        view.applying(.started(rule, .update))
        view.applying(.waiting(bus, "waiting for partner event source \(PartnerBus.source)"))
        fixture.pass(0.42)
        view.applying(.finished(rule, .update, .done(outputs: [:])))
        fixture.pass(75)
        view.applying(.finished(bus, .create, .failed(Outcomes.patternRefused)))
        view.applying(.finished(Address(.queue, "support"), .create, .alreadyDone))
        view.applying(.finished(Address(.rule, "sales-ended"), .delete, .stale))
        view.applying(.finished(Address(.target, "support-ended", part: "main"), .create, .notAttempted(because: [bus, rule])))
        view.applying(.verifying)
        try golden.expect(fixture.lines.joined(), "progress.txt")
    }

    @Test("Told of events from many tasks at once, it writes each line whole")
    func concurrent() async {
        let fixture = Fixture()
        let view = fixture.view()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<200 { group.addTask { view.applying(.waiting(Address(.queue, "q\(number)"), "waiting")) } }
        }
        #expect(Set(fixture.lines) == Set((0..<200).map { "Queue/q\($0): waiting\n" }))
    }
}
