import Applying
import Model
import Planning
import Reporting
import TestSupport
import Testing

@Suite("A run as a stream of records")
struct EventStreamTests {
    private let golden = Golden("../Golden/Reports")

    @Test("begins with its version and ends with its summary, each record an object on a line", arguments: ReportCase.all)
    func frame(_ example: ReportCase) throws {
        let records = try example.printed(.jsonl).split(separator: "\n").map { try Value(json: String($0)) }
        #expect(records.first?["type"] == "version" && records.first?["format_version"] == "1.0")
        #expect(records.last?["type"] == "change_summary")
        #expect(records.filter { ["version", "change_summary"].contains($0["type"]?.string) }.count == 2)
        for record in records {
            #expect(["@level", "@message", "@timestamp", "type"].allSatisfy { record[$0]?.string != nil })
        }
    }

    @Test("tells what happens meanwhile")
    func events() throws {
        let (bus, rule) = (Address(.eventBus, "events"), Address(.rule, "support-ended"))
        let target = Address(.target, "support-ended", part: "main")
        let events: [ApplyEvent] = [
            .started(bus, .create), .waiting(bus, "waiting for partner event source \(PartnerBus.source)"),
            .finished(bus, .create, .done(outputs: [:])), .finished(rule, .update, .failed(Outcomes.patternRefused)),
            .finished(target, .create, .notAttempted(because: [rule])), .finished(rule, .delete, .stale), .verifying,
        ]
        let text = Report.outcome(Outcomes.converged).printed(
            .jsonl, telling: [.observing(.genesys, "reading queues")] + events.map(ReportEvent.applying))
        try golden.expect(text, "events.jsonl")
    }
}
