internal import EventPatterns
internal import Routing

/// Test results for people: a line for each event, and of what failed which field of which pattern refused it.
struct PatternTestsView {
    private let results: [PatternTestResult]
    private let style: TextStyle

    init(_ results: [PatternTestResult], style: TextStyle) {
        self.results = results
        self.style = style
    }

    var text: String {
        var page = Page(style)
        for result in results { add(result, to: &page) }
        page.addGap()
        let counts = PatternTestResult.Status.allCases.map { status in results.count { $0.status == status } }
        page.add(
            "\(counts[0]) passed, \(counts[1]) failed, \(counts[2]) \(plural(counts[2], "recording", "recordings")) that no rule takes.")
        return page.text
    }

    private func add(_ result: PatternTestResult, to page: inout Page) {
        let taken = result.taken.map { rule -> StyledText in "\(rule)" }.joined(separator: ", ")
        let outcome: StyledText = result.taken.isEmpty ? "no rule takes it" : "taken by " + taken
        page.addProse(result.status.mark + " \(result.test.name): \(result.test.event.label.subject), " + outcome, hanging: 2)
        guard result.status != .passed else { return }
        for rule in result.unexpected { page.addProse("\(rule) takes it unexpectedly", lead: "- ", indent: 2) }
        for name in result.undeclared { page.addProse("no enabled rule `\(name)` picks events by a pattern", lead: "- ", indent: 2) }
        for consumer in result.missingConsumers { page.addProse("\(consumer.title) doesn't get it", lead: "- ", indent: 2) }
        for consumer in result.unexpectedConsumers { page.addProse("\(consumer.title) gets it unexpectedly", lead: "- ", indent: 2) }
        for verdict in result.verdicts where !verdict.takes {
            if let bus = verdict.otherBus {
                page.addProse("\(verdict.rule) sits on bus `\(bus)`, where the event doesn't arrive", lead: "- ", indent: 2)
            }
            for refusal in verdict.refusals { page.addProse("\(verdict.rule): \(refusal.description)", lead: "- ", indent: 2) }
        }
        if let place = result.test.place { page.add(StyledText("\(place)", .muted), indent: 2) }
    }
}

extension PatternTestResult.Status {
    fileprivate var mark: StyledText {
        switch self {
        case .passed: StyledText("ok", .create)
        case .failed: StyledText("FAILED", .delete)
        case .unmatched: StyledText("unmatched", .update)
        }
    }
}
