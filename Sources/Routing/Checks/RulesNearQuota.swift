import Model

/// A bus has, or nearly has, as many rules as EventBridge takes: 300 unless the account's quota was raised (EventBridge user guide, "Quotas").
///
/// Others' rules on the bus count too. One rule with many queues in its pattern does what many rules of one queue each do.
enum RulesNearQuota: Check {
    static let id = "rules-near-quota"
    static let severity = Diagnostic.Severity.warning
    private static let quota = 300
    private static let near = 270

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        let rules = set.table.rules
        let buses = Dictionary(grouping: rules.indices) { rules[$0].bus }.filter { $0.value.count >= near }
        return buses.sorted { $0.key < $1.key }.compactMap { bus, own in
            own.first.flatMap { set[rules[$0].address] }.map {
                CheckFinding(
                    $0, "bus `\(bus)` gets \(own.count) rules, of \(quota) that EventBridge takes unless the quota was raised",
                    fix: "Ask AWS for a higher quota, or filter for several queues in one rule.")
            }
        }
    }
}
