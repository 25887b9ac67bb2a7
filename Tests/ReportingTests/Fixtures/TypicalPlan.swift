import Model
import Planning
import Routing

extension Plans {
    /// What a review often shows: a team is new, one's rule takes other events, one goes, most stays.
    static var typical: Plan {
        var set = PartnerBus()
        set.stack.maxDeletes = .count(2)
        func queue(_ address: String, _ name: String, _ line: Int) -> DesiredResource {
            DesiredResource(
                address: Address(.queue, address), identity: LiveIdentity(.queue, name: name),
                attributes: ["name": .string(name), "acwSettings": ["wrapupPrompt": "MANDATORY_TIMEOUT", "timeoutMs": 30_000]],
                place: PartnerBus.place("queues.yaml", line))
        }
        func rule(_ team: String, _ line: Int) -> DesiredResource {
            PartnerBus.rule("\(team)-ended", name: "\(team)-ended", queue: .string(StandIn.id(team)), line: line)
        }
        func target(_ team: String, _ function: String, _ line: Int) -> DesiredResource {
            var target = PartnerBus.target("\(team)-ended", ruleName: "\(team)-ended", line: line)
            target.attributes["arn"] = .string("arn:aws:lambda:us-east-1:123456789012:function:\(function)")
            return target
        }
        let teams = [("sales", "Sales"), ("claims", "Claims Germany"), ("retention", "Customer Retention"), ("vip", "VIP Desk")]
        for (number, (team, name)) in teams.enumerated() {
            set.others += [
                queue(team, name, number * 6 + 1), rule(team, number * 14 + 1),
                target(team, "Process\(name.filter(\.isLetter))", number * 14 + 9),
            ]
        }
        var live = LiveClouds(converged: set)
        for (team, _) in teams {
            live.change(.queue, team) { queue in
                queue.id = StandIn.id(team)
                queue.outputs["id"] = .string(StandIn.id(team))
            }
        }
        live.add(rule("billing", 0))
        live.add(target("billing", "ProcessBilling", 0))
        live.change(.rule, "sales-ended") { rule in
            rule.attributes["state"] = "DISABLED"
            rule.attributes["description"] = "switched off for the holidays, ask Jo"
        }
        live.change(.target, "claims-ended", part: "LambdaTarget") { target in
            target.attributes["arn"] = "arn:aws:lambda:us-east-1:123456789012:function:ProcessClaims"
            target.attributes["retryPolicy"] = ["maximumRetryAttempts": 3, "maximumEventAgeInSeconds": 3_600]
        }
        live.change(.queue, "vip") { queue in
            queue.attributes["acwSettings"] = ["wrapupPrompt": "OPTIONAL"]
            queue.attributes["description"] = "as people set it"
        }
        var fraud = PartnerBus.rule(
            "fraud-ended", name: "fraud-ended", queue: PartnerBus.unknown(.queue, "fraud", "id"), line: 70)
        fraud.attributes["description"] = "to the fraud desk"
        set.others += [queue("fraud", "Fraud Desk", 30), fraud, target("fraud", "ProcessFraud", 78)]
        var plan = Planner().plan(set.desired, live.observation)
        plan.diagnostics += checksOnly.diagnostics
        return plan
    }
}
