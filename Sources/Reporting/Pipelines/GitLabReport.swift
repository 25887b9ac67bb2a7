internal import Model
internal import Planning

/// The counts of a plan as GitLab reads them (GitLab, "Terraform integration in merge requests": `artifacts:reports:terraform`). Nothing where there is
/// no plan: zeros would say that nothing changes.
struct GitLabReport: ReportView {
    func text(_ report: Report) -> String {
        guard let plan = report.plan else { return "" }
        let counts: Value = [
            "create": .number(Number(plan.count(.create))), "update": .number(Number(plan.count(.update))),
            "delete": .number(Number(plan.count(.delete))),
        ]
        return counts.json + "\n"
    }
}
