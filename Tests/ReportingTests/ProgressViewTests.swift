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

        func view() -> ProgressView {
            ProgressView(
                style: TextStyle(), now: { Date(timeIntervalSinceReferenceDate: self.elapsed.withLock { $0 }) },
                write: { text in self.written.withLock { $0.append(text) } })
        }
    }

    private let rule = Address(.rule, "support-ended")
    private let bus = Address(.eventBus, "events")

    @Test("Events read as their golden file says")
    func reads() throws {
        let fixture = Fixture()
        let view = fixture.view()
        view.observing(.genesys, "reading queues")
        view.observing(.aws, "reading rules")
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
