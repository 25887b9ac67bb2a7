internal import Model
public import Planning

/// A plan as text that a person reads in a terminal: what would happen to which resource, by system and kind, then what stands in the way, then one
/// line that sums it up.
///
/// A pure function of the plan and the style. All text of manifests and clouds is neutralized: the lines are those of this view, whatever a name holds.
public struct TextPlanView: Sendable {
    private let plan: Plan
    private let style: TextStyle

    public init(_ plan: Plan, style: TextStyle) {
        self.plan = plan
        self.style = style
    }

    /// Lines, each ended by a line break.
    public var text: String {
        var page = Page(style)
        addHead(to: &page)
        addChanges(to: &page)
        ImpactLines(plan.impacts, style: style).add(to: &page)
        addFindings(to: &page)
        page.addGap()
        for line in PlanSummary(plan).lines { page.addProse(line) }
        return page.text
    }

    private func addHead(to page: inout Page) {
        let (genesys, aws) = (plan.stack.genesys, plan.stack.aws)
        page.add("Stack \(plan.stack.mark, .strong): Genesys Cloud \(genesys.region), AWS account \(aws.accountID) in \(aws.region)")
        page.add(
            "Declares \(plan.declared) \(plural(plan.declared, "resource", "resources")), "
                + "\(plan.owned) live \(plural(plan.owned, "rule carries", "rules carry")) its mark.")
        let patterns = plan.selection.only.map { "--only \($0)" } + plan.selection.excluded.map { "--exclude \($0)" }
        if !patterns.isEmpty { page.addProse("Selected by \(patterns.joined(separator: " "))") }
    }

    private func addChanges(to page: inout Page) {
        let shown = plan.changes.filter { style.full || $0.action.isMutating }
        for system in System.allCases {
            for kind in Kind.allCases.filter({ $0.system == system }).sorted() {
                let changes = shown.filter { $0.address.kind == kind }
                guard !changes.isEmpty else { continue }
                page.addGap()
                page.add(kind.heading.styled(.strong))
                ChangeLines(stack: plan.stack.mark, style: style).add(changes, to: &page)
            }
        }
    }

    private func addFindings(to page: inout Page) {
        for refusal in plan.refusals.findings {
            page.addGap()
            DiagnosticLines(refusal, style: style, isRefusal: true).add(to: &page)
        }
        for finding in plan.diagnostics.findings {
            page.addGap()
            DiagnosticLines(finding, style: style).add(to: &page)
        }
    }
}
