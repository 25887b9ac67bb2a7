import Model
import Planning
import Testing

/// The plans that every format is looked at with.
enum Plans {
    /// Both clouds are as declared.
    static var empty: Plan {
        let set = PartnerBus()
        return Planner().plan(set.desired, LiveClouds(converged: set).observation)
    }

    /// Nothing is live yet.
    static var create: Plan { Planner().plan(PartnerBus().desired, Observation()) }

    /// People changed the rule's pattern, its state and the queue in the consoles; another queue is only referred to.
    static var drift: Plan {
        var set = PartnerBus()
        set.others = [
            DesiredResource(
                address: Address(.queue, "sales"), identity: LiveIdentity(.queue, name: "Sales"), attributes: ["name": "Sales"],
                lifecycle: Lifecycle(manage: .reference), place: PartnerBus.place("queues.yaml", 14))
        ]
        set.queue.attributes["memberGroups"] = [["id": "g-1", "type": "GROUP"], ["id": "g-2", "type": "GROUP"]]
        set.target.attributes["input"] = #"{"call": {"id": "7", "skills": ["billing", "german"]}, "source": "genesys"}"#
        var live = LiveClouds(converged: set)
        live.change(.target, "support-ended", part: "LambdaTarget") { target in
            target.attributes["input"] = #"{"source": "genesys", "call": {"skills": ["billing"], "id": "7"}}"#
        }
        live.change(.rule, "support-ended") { rule in
            rule.attributes["state"] = "DISABLED"
            rule.attributes["description"] = "switched off for the holidays, ask Jo"
            rule.attributes["eventPattern"] = [
                "source": [.string(PartnerBus.source)], "detail-type": [.string(PartnerBus.topic)],
                "detail": ["eventBody": ["queueId": ["5f0b3c2d-1e2f-4a3b-8c4d-5e6f7a8b9c0d"], "mediaType": ["VOICE"]]],
            ]
        }
        live.change(.queue, "support") { queue in
            queue.attributes["acwSettings"] = ["wrapupPrompt": "OPTIONAL", "timeoutMs": 30_000]
            queue.attributes["memberGroups"] = [["id": "g-1", "type": "GROUP"], ["id": "g-3", "type": "GROUP"]]
            for name in ["autoAnswerOnly", "callingPartyName", "description", "enableTranscription", "queueFlow", "scoringMethod"] {
                queue.attributes[name] = "as people set it"
            }
        }
        live.change(.integration, "events") { integration in
            integration.attributes["topics"] = [
                "v2.audits.entitytype.{id}.entityid.{id}", "v2.detail.events.conversation.{id}.acw",
                "v2.detail.events.conversation.{id}.customer.end", "v2.detail.events.conversation.{id}.user.end",
                "v2.detail.events.conversation.{id}.wrapup",
            ]
        }
        return Planner().plan(set.desired, live.observation)
    }

    /// A rule that the tutorial made by hand is taken over, another was renamed in the manifests.
    static var adopt: Plan {
        var set = PartnerBus()
        set.rule.lifecycle.adopt = true
        var renamed = PartnerBus.rule("sales-ended", name: "sales", queue: .string("q-sales"), line: 20)
        renamed.lifecycle.previousNames = ["sales-rule"]
        set.others = [renamed]
        var live = LiveClouds(converged: set)
        live.change(.rule, "support-ended") { rule in
            rule.ownership = .unmarked
            rule.attributes["roleArn"] = "arn:aws:iam::123456789012:role/EventBridge_InvokeLambda_Role"
        }
        live.change(.rule, "sales-ended") { $0.ownership = .ours(resource: "sales-rule") }
        return Planner().plan(set.desired, live.observation)
    }

    /// The rule got another name in the manifests: the new one is made before the old one goes.
    static var replace: Plan {
        var set = PartnerBus()
        let live = LiveClouds(converged: set)
        set.rule = PartnerBus.rule("support-ended", name: "SupportEnded", queue: PartnerBus.unknown(.queue, "support", "id"), line: 1)
        set.rule.lifecycle.previousNames = ["GenesysCloudQueueEndRule"]
        set.permission = PartnerBus.permission("support-ended", ruleName: "SupportEnded", line: 10)
        set.target = PartnerBus.target("support-ended", ruleName: "SupportEnded", line: 10)
        return Planner(allowances: .init(deletions: 1)).plan(set.desired, live.observation)
    }

    /// A rule with its permission and target is no longer declared, and one rule has a target too many.
    static var prune: Plan {
        let set = PartnerBus()
        var live = LiveClouds(converged: set)
        live.add(PartnerBus.rule("billing-ended", name: "billing", queue: "q-billing", line: 0))
        live.add(PartnerBus.permission("billing-ended", ruleName: "billing", line: 0))
        live.add(PartnerBus.target("billing-ended", ruleName: "billing", line: 0))
        var extra = PartnerBus.target("support-ended", ruleName: "GenesysCloudQueueEndRule", line: 0)
        extra.address.part = "ByHand"
        extra.identity.name = "ByHand"
        extra.attributes["id"] = "ByHand"
        live.add(extra)
        return Planner(allowances: .init(deletions: 2)).plan(set.desired, live.observation)
    }

    /// A rule is somebody else's, one exists without a mark, the queue can't be read, and more would go than may.
    static var refused: Plan {
        var set = PartnerBus()
        set.others = [PartnerBus.rule("sales-ended", name: "sales", queue: .string("q-sales"), line: 20)]
        set.rule.attributes["eventPattern"] = ["source": [.string(PartnerBus.source)]]
        set.others[0].attributes["state"] = "DISABLED"
        set.stack.maxDeletes = .count(1)
        var live = LiveClouds(converged: set)
        live.change(.rule, "support-ended") { $0.ownership = .unmarked }
        live.change(.rule, "sales-ended") { rule in
            rule.ownership = .another(StackMark(owner: "acme/sales", name: "prod"))
            rule.attributes["state"] = "ENABLED"
        }
        for name in ["billing", "fraud"] { live.add(PartnerBus.rule("\(name)-ended", name: name, queue: .string("q-\(name)"), line: 0)) }
        live.change(.integration, "events") {
            $0.condition = "the integration prod-events is in state ERROR: the AWS account refused the source"
        }
        return Planner().plan(set.desired, live.observation)
    }

    /// The queues can't be read.
    static var unreadable: Plan {
        let set = PartnerBus()
        var live = LiveClouds(converged: set)
        live.objects[set.queue.address] = nil
        live.change(.rule, "support-ended") { $0.attributes["state"] = "DISABLED" }
        var observed = live.observation
        observed.gaps = [
            Gap(
                .queue,
                error: ServiceError(
                    .forbidden, system: .genesys, operation: "GET /api/v2/routing/queues",
                    summary: "can't list queues: a permission is missing",
                    status: 403, code: "missing.permissions", message: "You are missing the permission routing:queue:view",
                    requestID: "5d1c6c3a-2f5e-4bfa-9c4b-7a8f2d0e6b11",
                    fix: "Give the OAuth client a role with Routing > Queue > View"))
        ]
        return Planner().plan(set.desired, observed)
    }

    /// Deletions are pending, and the targets of a rule that goes can't be read.
    static var partial: Plan {
        let set = PartnerBus()
        var live = LiveClouds(converged: set)
        live.add(PartnerBus.rule("billing-ended", name: "billing", queue: "q-billing", line: 0))
        var observed = live.observation
        observed.gaps = [
            Gap(
                .target, scope: PartnerBus.ruleARN("billing"),
                error: ServiceError(
                    .forbidden, system: .aws, operation: "ListTargetsByRule", summary: "can't list the targets of the rule billing",
                    status: 403, code: "AccessDeniedException", fix: "Allow events:ListTargetsByRule"))
        ]
        return Planner().plan(set.desired, observed)
    }

    /// Names and values that try to disturb the terminal or the reader.
    static var hostile: Plan {
        var set = PartnerBus()
        set.stack.mark = StackMark(owner: "acme\u{1B}[31m", name: "prod\nPlan: 0 to create")
        set.queue.address = Address(.queue, "support\u{1B}[2J")
        set.queue.attributes["name"] = "Support\u{202E}eueuQ\u{202C}"
        set.queue.attributes["description"] = "two\nlines,\ta tab, a \"quote\", a \\, a no-break\u{A0}space, zero\u{200B}width, \u{9B}31m"
        set.queue.attributes["callingPartyName"] = "サポート ☎️ 📞 e\u{301}"
        set.queue.attributes["key\u{7}\u{1B}]0;title\u{7}"] = true
        set.queue.place = SourceLocation(file: "manifests/\u{1B}[1mqueues.yaml", line: 1, column: 1)
        set.rule = PartnerBus.rule(
            "support-ended", name: "x",
            queue: .unknown(
                Unknown([.literal("a\u{1B}\""), .reference(Reference(set.queue.address, "id"))])), line: 1)
        return Planner().plan(set.desired, Observation())
    }

    /// Forty queues share one function: each rule sends to a newer one.
    static var forty: Plan {
        var set = PartnerBus()
        var live = LiveClouds(converged: set)
        for number in 10..<50 {
            var target = PartnerBus.target("ended[team-\(number)]", ruleName: "ended-\(number)", line: 30)
            live.add(target)
            target.attributes["arn"] = .string(PartnerBus.function + "V2")
            set.others.append(target)
        }
        return Planner().plan(set.desired, live.observation)
    }
}

/// A plan and the name of its golden file.
struct PlanCase: Sendable, CustomTestStringConvertible {
    var name: String
    var plan: Plan

    var testDescription: String { name }

    static let all = [
        PlanCase(name: "empty", plan: Plans.empty), PlanCase(name: "create", plan: Plans.create),
        PlanCase(name: "drift", plan: Plans.drift),
        PlanCase(name: "adopt", plan: Plans.adopt), PlanCase(name: "replace", plan: Plans.replace),
        PlanCase(name: "prune", plan: Plans.prune),
        PlanCase(name: "refused", plan: Plans.refused), PlanCase(name: "unreadable", plan: Plans.unreadable),
        PlanCase(name: "partial", plan: Plans.partial),
        PlanCase(name: "hostile", plan: Plans.hostile), PlanCase(name: "forty", plan: Plans.forty),
    ]
}
