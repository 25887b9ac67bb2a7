internal import Applying
internal import Model
internal import Planning

/// A run as test results: a case for each resource, which fails where an error, a safety rule or a failed change stands against it, and is skipped
/// where its change is left out.
struct JUnitReport: ReportView {
    func text(_ report: Report) -> String {
        let serious = report.findings.filter { $0.severity == .error }
        let changes = report.plan.map { plan in plan.changes + plan.deferred.map(\.change) } ?? []
        let known = Set(changes.map(\.address))
        let byAddress = Dictionary(grouping: serious.filter { $0.address.map(known.contains) ?? false }, by: \.address)
        let others = serious.filter { !($0.address.map(known.contains) ?? false) }
        let cases =
            others.map(Self.testCase)
            + changes.map { change in Self.testCase(change, report, findings: byAddress[change.address] ?? []) }
        return JUnitDocument.text(suite: "reconcile \(report.operation)", cases)
    }

    private static func testCase(_ finding: Diagnostic) -> JUnitDocument.Case {
        JUnitDocument.Case(
            name: finding.address?.description ?? finding.code, place: finding.place,
            result: .failed(message: finding.summary, text: finding.message))
    }

    private static func testCase(_ change: Change, _ report: Report, findings: [Diagnostic]) -> JUnitDocument.Case {
        JUnitDocument.Case(
            className: change.address.kind.terraformType, name: change.address.description, place: change.place,
            result: verdict(change, report, findings), output: output(change, report))
    }

    private static func verdict(_ change: Change, _ report: Report, _ findings: [Diagnostic]) -> JUnitDocument.Case.Result {
        if let first = findings.first {
            return .failed(message: first.summary, text: findings.map(\.message).joined(separator: "\n\n"))
        }
        if let deferred = report.plan?.deferred.first(where: { $0.change.address == change.address }) {
            return .skipped(message: deferred.explanation)
        }
        if case .outcome(let outcome) = report, case .notAttempted? = outcome.results[change.address] {
            return .skipped(message: "not attempted")
        }
        return .passed
    }

    private static func output(_ change: Change, _ report: Report) -> String? {
        guard change.action.isMutating else { return nil }
        if case .outcome(let outcome) = report {
            return outcome.results[change.address].flatMap { $0.isSuccess ? "\(change.action.participle.plain)" : nil }
        }
        return change.sentence.plain
    }
}

extension DeferredChange {
    var explanation: String {
        switch reason {
        case .partialObservation: "left out: not all could be read, and then nothing is deleted"
        case .notSelected: "left out: not selected"
        }
    }
}
