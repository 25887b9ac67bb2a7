import Model
import Routing
import Testing

extension Fixtures {
    /// How a sound set becomes one in which a check finds something.
    struct Mistake: Sendable, CustomTestStringConvertible {
        var check: String
        var make: @Sendable (inout Set) -> Void

        init(_ check: String, _ make: @escaping @Sendable (inout Set) -> Void) {
            self.check = check
            self.make = make
        }

        var testDescription: String { check }
    }

    /// One for each check, by its id.
    static let mistakes = [
        Mistake("catch-all") { $0.pattern = ["source": [.string(bus)]] },
        Mistake("conversation-end-in-public") { $0.pattern["detail-type"] = ["conversation.end"] },
        Mistake("coordinates-disagree") { $0.pattern["region"] = ["eu-west-1"] },
        Mistake("disabled-rule-with-targets") { $0.ruleState = "DISABLED" },
        Mistake("dotted-key") { $0.pattern["detail.eventBody.queueId"] = [.string(support.id)] },
        Mistake("duplicate-delivery") { $0.second = ["source": [.string(bus)], "detail-type": [.string(topic("acd.end"))]] },
        Mistake("field-not-in-topic") { $0.body["mediatype"] = ["VOICE"] },
        Mistake("needless-role") { $0.target = ["arn": Set.function, "roleArn": "arn:aws:iam::123456789012:role/invoke"] },
        Mistake("never-matches") { $0.pattern["source"] = [.null] },
        Mistake("no-dead-letter-queue") { $0.target = ["arn": Set.function] },
        Mistake("pattern-near-quota") { set in
            set.body["provider"] = .list((0..<80).map { .string("provider number \($0) with some more words") })
        },
        Mistake("queue-without-rule") { $0.body["queueId"] = [.string(StandIn.id("another"))] },
        Mistake("rule-on-wrong-bus") { $0.bus = "default" },
        Mistake("rules-near-quota") { $0.copies = 280 },
        Mistake("target-without-permission") { $0.target = ["arn": "arn:aws:states:us-east-1:123456789012:stateMachine:s"] },
        Mistake("topic-not-emitted") { $0.pattern["detail-type"] = [.string(topic("user.end"))] },
        Mistake("unknown-queue") { $0.body["queueId"] = ["support"] },
        Mistake("value-never-occurs") { $0.body["mediaType"] = ["voice"] },
        Mistake("wildcards-over-quota") { set in
            set.copies = 31
            set.body["provider"] = [["wildcard": "Edge*v*"]]
        },
    ]
}
