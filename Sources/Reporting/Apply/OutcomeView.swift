public import Applying
internal import Model
internal import Planning

/// What an apply did, as text: what was done, what failed and why, what was not attempted, what still differs, then one sentence that sums it up and
/// what to do next.
public struct OutcomeView: Sendable {
    private let outcome: Outcome
    private let style: TextStyle

    public init(_ outcome: Outcome, style: TextStyle) {
        self.outcome = outcome
        self.style = style
    }

    /// Lines, each ended by a line break.
    public var text: String {
        var page = Page(style)
        for refusal in outcome.plan.refusals.findings {
            page.addGap()
            DiagnosticLines(refusal, style: style, isRefusal: true).add(to: &page)
        }
        for finding in outcome.obstacles.map({ $0.diagnostic() }).findings {
            page.addGap()
            DiagnosticLines(finding, style: style).add(to: &page)
        }
        addDone(to: &page)
        addFailed(to: &page)
        addStopped(to: &page)
        addNotAttempted(to: &page)
        addStale(to: &page)
        addRemaining(to: &page)
        page.addGap()
        for line in OutcomeSummary(outcome: outcome).lines { page.addProse(line) }
        return page.text
    }

    private func addDone(to page: inout Page) {
        add("Done", to: &page, outcome.changes { $0.isSuccess }) { change, result, page in
            let what: StyledText = result == .alreadyDone ? "was as declared already" : change.action.participle
            page.add("\(change.address) \(what)", indent: 2)
        }
    }

    private func addFailed(to page: inout Page) {
        let failed = outcome.changes { if case .failed(let error) = $0 { error.reason != .interrupted } else { false } }
        add("Failed", to: &page, failed) { change, result, page in
            guard case .failed(let error) = result else { return }
            page.addProse("\(change.address, .error): \(error.summary)", indent: 2, hanging: 2)
            DiagnosticLines(Finding(diagnostic: error.diagnostic(place: change.place)), style: style).addExplanation(to: &page, indent: 4)
        }
    }

    private func addStopped(to page: inout Page) {
        let stopped = outcome.changes { if case .failed(let error) = $0 { error.reason == .interrupted } else { false } }
        add("Stopped midway", to: &page, stopped) { change, result, page in
            guard case .failed(let error) = result else { return }
            page.addProse("\(change.address, .strong): \(error.summary)", indent: 2, hanging: 2)
        }
    }

    private func addNotAttempted(to page: inout Page) {
        let left = outcome.changes { if case .notAttempted = $0 { true } else { false } }
        add("Not attempted", to: &page, left) { change, result, page in
            guard case .notAttempted(let causes) = result else { return }
            let needs: StyledText = causes.isEmpty ? "" : " needs \(causes.named)"
            page.addProse("\(change.address, .strong)\(needs)", indent: 2, hanging: 2)
        }
    }

    private func addStale(to page: inout Page) {
        add("Changed since the plan was made, and left alone", to: &page, outcome.changes { $0 == .stale }) { change, _, page in
            page.add("\(change.address, .strong)", indent: 2)
        }
    }

    /// What a fresh observation shows beyond what is known to be undone.
    private func addRemaining(to page: inout Page) {
        guard let remaining = outcome.remaining else { return }
        let known = Set(outcome.changes { !$0.isSuccess }.map(\.change.address))
        let surprising = remaining.mutations.filter { !known.contains($0.address) }
        if !surprising.isEmpty {
            page.addGap()
            page.add(StyledText("Still different after a fresh observation", .strong))
        }
        ChangeLines(stack: remaining.stack.mark, style: style).add(surprising, to: &page)
        for finding in (remaining.errors + remaining.unread).findings {
            page.addGap()
            DiagnosticLines(finding, style: style).add(to: &page)
        }
        for refusal in remaining.refusals.findings {
            page.addGap()
            DiagnosticLines(refusal, style: style, isRefusal: true).add(to: &page)
        }
    }

    private typealias Entry = (change: Change, result: ChangeResult)

    private func add(
        _ title: StyledText, to page: inout Page, _ entries: [Entry], _ lines: (Change, ChangeResult, inout Page) -> Void
    ) {
        guard !entries.isEmpty else { return }
        page.addGap()
        page.add(StyledText("\(title) (\(entries.count))", .strong))
        for entry in entries { lines(entry.change, entry.result, &page) }
    }
}

extension Outcome {
    /// The changes with such results, in the plan's order.
    fileprivate func changes(_ isIncluded: (ChangeResult) -> Bool) -> [(change: Change, result: ChangeResult)] {
        plan.mutations.compactMap { change in
            guard let result = results[change.address], isIncluded(result) else { return nil }
            return (change, result)
        }
    }
}
