internal import Applying
internal import Model
internal import Planning

/// The head of a page: which stack, what the run comes to, and where to read on.
struct HTMLHeader {
    private let report: Report

    init(_ report: Report) { self.report = report }

    var html: HTML {
        """
        <a class="skip" href="#findings">Skip to what was found</a>
        <header class="top">
        <div class="title"><p class="command">reconcile \(text: report.operation)</p><h1>\(text: report.plan?.stack.mark.description ?? "There is no plan")</h1></div>
        <button type="button" id="theme" class="quiet" aria-label="Switch between light and dark">◐</button>
        \(report.plan.map(Self.scope) ?? "")
        <div class="verdict \(text: state)" role="status">\(lines.map { "<p>\(text: $0.plain)</p>" as HTML }.joined())</div>
        \(report.plan.map(Self.tiles) ?? "")
        </header>
        """
    }

    private static func scope(_ plan: Plan) -> HTML {
        let (genesys, aws) = (plan.stack.genesys, plan.stack.aws)
        let selection = plan.selection.only.map { "--only \($0)" } + plan.selection.excluded.map { "--exclude \($0)" }
        return """
            <dl class="scope">
            <div><dt>Genesys Cloud</dt><dd>\(text: genesys.region)</dd></div>
            <div><dt>AWS</dt><dd>\(text: aws.accountID) in \(text: aws.region)</dd></div>
            <div><dt>Declared</dt><dd>\(text: plan.declared) \(text: plural(plan.declared, "resource", "resources"))</dd></div>
            <div><dt>With its mark</dt><dd>\(text: plan.owned) \(text: plural(plan.owned, "rule", "rules"))</dd></div>\
            \(selection.isEmpty ? "" : "<div><dt>Selected by</dt><dd>\(text: selection.joined(separator: " "))</dd></div>")
            </dl>
            """
    }

    private static func tiles(_ plan: Plan) -> HTML {
        let tiles = [Planning.Action.create, .update, .delete, .noOp, .read].map { action -> HTML in
            "<li class=\"\(text: action.rawValue)\"><b>\(text: plan.count(action))</b> \(action.tile)</li>"
        }
        return "<ul class=\"tiles\" aria-label=\"Changes by action\">\(tiles.joined())</ul>"
    }

    private var lines: [StyledText] {
        switch report {
        case .plan(let plan): PlanSummary(plan).lines
        case .outcome(let outcome): OutcomeSummary(outcome: outcome).lines
        case .obstacles(let findings):
            ["\(findings.count) \(plural(findings.count, "finding stands", "findings stand")) in the way, and nothing was planned."]
        }
    }

    private var state: String {
        switch report {
        case .plan(let plan) where !plan.errors.isEmpty || !plan.refusals.isEmpty: "bad"
        case .plan(let plan): plan.isEmpty ? "good" : "changes"
        case .outcome(let outcome): outcome.status == .converged ? "good" : "bad"
        case .obstacles: "bad"
        }
    }
}

extension Planning.Action {
    fileprivate var tile: HTML {
        switch self {
        case .create: "to create"
        case .update: "to update"
        case .delete: "to delete"
        case .noOp: "unchanged"
        case .read: "only looked up"
        }
    }
}
