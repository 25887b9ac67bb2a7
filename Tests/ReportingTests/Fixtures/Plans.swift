import Model
import Planning
import Routing
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

    /// The same drift, where the manifests are as they were.
    static var driftOnly: Plan { drift.compared(with: drift, named: "origin/main") }

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

    /// Closes tables, fences, comments, elements and strings of Markdown, Mermaid, HTML, XML and JavaScript, mentions people and refers to issues.
    static let markup =
        "a|b`c``` ~~~ --> ]]> </summary></details></code></pre></script><script>forged()</script><img src=x onerror=forged()> "
        + "[forged](http://forged) ![forged](x) @everyone #1 \"quoted\" 'single' &amp; &#64;team **bold** www.forged.com \\ ${forged} end"

    /// Names, values and findings that try to be markup.
    static var hostileMarkup: Plan {
        var set = PartnerBus()
        set.stack.mark = StackMark(owner: "acme-->\(markup)", name: markup)
        set.queue.address = Address(.queue, markup)
        set.queue.attributes["name"] = .string(markup)
        set.queue.attributes[markup] = [.string(markup), .string("```"), .string("\n```\n# forged\n")]
        set.queue.place = SourceLocation(file: "manifests/\(markup).yaml", line: 1, column: 1)
        set.rule = PartnerBus.rule(
            markup, name: markup, queue: .unknown(Unknown([.literal(markup), .reference(Reference(set.queue.address, "id"))])), line: 1)
        set.others = [PartnerBus.target(markup, ruleName: markup, line: 2)]
        set.others[0].attributes["arn"] = .string("arn:aws:lambda:us-east-1:1:function:\(markup)")
        var plan = Planner().plan(set.desired, Observation())
        plan.diagnostics = Diagnostic.Severity.allCases.map { severity in
            Diagnostic(severity, code: markup, markup, detail: "```\n\(markup)", place: set.queue.place, excerpt: markup, fix: markup)
        }
        plan.refusals = [plan.diagnostics[0]]
        return plan
    }

    /// A queue is new, and its id is wanted in a pattern, in an input's text and by itself.
    static var unknowns: Plan {
        var set = PartnerBus()
        let live = LiveClouds(converged: set)
        set.others = [
            DesiredResource(
                address: Address(.queue, "sales"), identity: LiveIdentity(.queue, name: "Sales"), attributes: ["name": "Sales"],
                place: PartnerBus.place("queues.yaml", 14))
        ]
        let sales = Reference(Address(.queue, "sales"), "id")
        set.rule.attributes["eventPattern"] = [
            "source": [.string(PartnerBus.source)], "detail-type": [.string(PartnerBus.topic)],
            "detail": ["eventBody": ["queueId": [.string(PartnerBus.queueID), .unknown(Unknown(sales))]]],
        ]
        set.rule.attributes["description"] = .unknown(Unknown([.literal("ended of "), .reference(sales), .literal(" and support")]))
        return Planner().plan(set.desired, live.observation)
    }

    /// Nothing differs, but the checks have something to say.
    static var checksOnly: Plan {
        var plan = empty
        plan.diagnostics = [
            Diagnostic(
                .warning, code: "no-dead-letter-queue", "Target/support-ended/LambdaTarget has no dead-letter queue",
                detail: "Events that can't be delivered are lost after 24 hours.", place: PartnerBus.place("rules.yaml", 12),
                address: Address(.target, "support-ended", part: "LambdaTarget"), fix: "Add `deadLetterConfig`"),
            Diagnostic(
                .warning, code: "queue-without-rule", "no rule takes the events of Queue/support that are emitted",
                place: PartnerBus.place("queues.yaml", 1), address: Address(.queue, "support")),
            Diagnostic(
                .note, code: "pattern-near-quota", "the pattern of Rule/support-ended is 1,900 of 2,048 characters long",
                place: PartnerBus.place("rules.yaml", 5), address: Address(.rule, "support-ended")),
        ]
        return plan
    }

    /// A thousand changes: two hundred queues with rules and targets come, a hundred rules and targets change, a hundred go.
    static let thousand: Plan = {
        var set = PartnerBus()
        set.stack.maxDeletes = .count(300)
        var live = LiveClouds(converged: set)
        for number in 1...400 {
            let queue = number <= 200 ? PartnerBus.unknown(.queue, "team-\(number)", "id") : .string(StandIn.id("team-\(number)"))
            let rule = PartnerBus.rule("ended-\(number)", name: "ended-\(number)", queue: queue, line: number * 20)
            let target = PartnerBus.target("ended-\(number)", ruleName: "ended-\(number)", line: number * 20 + 9)
            switch number {
            case ...200:
                let queue = DesiredResource(
                    address: Address(.queue, "team-\(number)"), identity: LiveIdentity(.queue, name: "Team \(number)"),
                    attributes: ["name": .string("Team \(number)"), "description": .string("Calls of team \(number)")],
                    place: PartnerBus.place("queues.yaml", number * 5))
                set.others += [queue, rule, target]
            case ...300:
                var (now, nowTarget) = (rule, target)
                now.attributes["state"] = "DISABLED"
                now.attributes["description"] = .string("as rule \(number) was")
                nowTarget.attributes["retryPolicy"] = ["maximumRetryAttempts": .number(Number(number))]
                set.others += [rule, target]
                live.add(now)
                live.add(nowTarget)
            default:
                live.add(rule)
                live.add(target)
            }
        }
        return Planner().plan(set.desired, live.observation)
    }()

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

    /// Those that the text alone is looked at with, besides `ReportCase.all`.
    static let others = [
        PlanCase(name: "drift", plan: Plans.drift), PlanCase(name: "refused", plan: Plans.refused),
        PlanCase(name: "unreadable", plan: Plans.unreadable), PlanCase(name: "partial", plan: Plans.partial),
        PlanCase(name: "forty", plan: Plans.forty),
    ]

    static let all =
        others
        + [
            PlanCase(name: "empty", plan: Plans.empty), PlanCase(name: "create", plan: Plans.create),
            PlanCase(name: "adopt", plan: Plans.adopt), PlanCase(name: "replace", plan: Plans.replace),
            PlanCase(name: "prune", plan: Plans.prune), PlanCase(name: "hostile", plan: Plans.hostile),
        ]
}
