internal import Applying
internal import FoundationEssentials
internal import Model
internal import Planning

/// A run as a stream of records, a JSON object a line, by the names of Terraform's machine-readable UI where it has them. The first record is
/// `version`, the last `change_summary`.
struct EventStreamReport: ReportView {
    static let formatVersion = "1.0"

    let version: String
    let now: @Sendable () -> Date

    var opening: String {
        record(
            "version", "reconcile \(version)", ["format_version": .string(Self.formatVersion), "reconcile": .string(version)])
    }

    func text(of event: ReportEvent) -> String {
        switch event {
        case .observing(let system, let message):
            record("observe_progress", "\(system.title): \(message)", ["system": .string(system.rawValue)])
        case .applying(.started(let address, let action)):
            record("apply_start", "\(address): \(action.presentParticiple.plain)", hook(address, action.rawValue))
        case .applying(.waiting(let address, let message)):
            record("apply_progress", "\(address): \(message)", hook(address, nil))
        case .applying(.finished(let address, let action, let result)):
            finished(address, action, result)
        case .applying(.verifying): record("verify_start", "Observing once more, to prove what was applied")
        }
    }

    func announcement(of plan: Plan) -> String {
        plan.mutations.map(planned).joined()
            + plan.deferred.map { deferred in
                record(
                    "deferred_change", "\(deferred.change.address) is left out",
                    ["change": change(deferred.change), "reason": .string(deferred.reason.rawValue)])
            }.joined() + diagnostics(Report.plan(plan).findings)
    }

    func text(_ report: Report) -> String {
        switch report {
        case .plan(let plan): announcement(of: plan) + summary(of: plan, "plan", status: plan.refusals.isEmpty ? "planned" : "refused")
        case .outcome(let outcome):
            diagnostics(outcome.findings.mostSevereFirst) + summary(of: outcome.plan, "apply", status: outcome.status.name)
        case .obstacles(let findings):
            diagnostics(findings.mostSevereFirst)
                + record("change_summary", "There is no plan", ["operation": "plan", "status": "failed"], level: "error")
        }
    }

    private func planned(_ planned: Change) -> String {
        record("planned_change", planned.sentence.plain, ["change": change(planned)])
    }

    private func finished(_ address: Address, _ action: Planning.Action, _ result: ChangeResult) -> String {
        var members = hook(address, action.rawValue)
        members["result"] = .string(result.name)
        switch result {
        case .done, .alreadyDone: return record("apply_complete", "\(address): \(result.name)", members)
        case .failed(let error):
            members["diagnostic"] = DiagnosticsDocument.value(error.diagnostic(address: address))
            return record("apply_errored", "\(address): \(error.summary)", members, level: "error")
        case .notAttempted(let causes):
            members["because"] = .list(causes.map { .string($0.description) })
            return record("apply_skipped", "\(address): not attempted", members, level: "warn")
        case .stale: return record("apply_skipped", "\(address): changed since the plan was made", members, level: "warn")
        }
    }

    private func diagnostics(_ findings: [Diagnostic]) -> String {
        findings.map { finding in
            let level =
                switch finding.severity {
                case .error: "error"
                case .warning: "warn"
                case .note: "info"
                }
            return record("diagnostic", finding.summary, ["diagnostic": DiagnosticsDocument.value(finding)], level: level)
        }.joined()
    }

    private func summary(of plan: Plan, _ operation: String, status: String) -> String {
        let counts: [String: Value] = [
            "add": .number(Number(plan.count(.create))), "change": .number(Number(plan.count(.update))),
            "import": .number(Number(plan.changes.count { $0.importing != nil })), "remove": .number(Number(plan.count(.delete))),
        ]
        return record(
            "change_summary", PlanSummary(plan).sentence.plain,
            ["changes": .map(counts), "operation": .string(operation), "status": .string(status)])
    }

    private func change(_ change: Change) -> Value {
        var members: [String: Value] = [
            "resource": resource(change.address), "action": .string(change.isReplacement ? "replace" : change.action.rawValue),
        ]
        members["reason"] = change.reason.map { .string($0.rawValue) }
        members["origin"] = change.origin.map { .string($0.rawValue) }
        members["manifest"] = change.place.map { ["file": .string($0.file), "line": .number(Number($0.line))] }
        return .map(members)
    }

    private func hook(_ address: Address, _ action: String?) -> [String: Value] {
        var members: [String: Value] = ["resource": resource(address)]
        members["action"] = action.map(Value.string)
        return ["hook": .map(members)]
    }

    private func resource(_ address: Address) -> Value {
        [
            "addr": .string(address.description), "resource_type": .string(address.kind.terraformType),
            "resource_name": .string(address.name),
        ]
    }

    private func record(_ type: String, _ message: String, _ members: [String: Value] = [:], level: String = "info") -> String {
        let head: [String: Value] = [
            "type": .string(type), "@level": .string(level), "@message": .string(message),
            "@timestamp": .string(Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(now())),
        ]
        return Value.map(head.merging(members) { own, _ in own }).json + "\n"
    }
}
