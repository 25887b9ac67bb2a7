import Model
import Testing

@Suite struct ObservingRulesTests {
    let fixture: Fixture
    var aws: StubAWS { fixture.aws }

    init() throws { fixture = try Fixture() }

    @Test("a no-op plan of N rules with a target each makes the fewest calls", arguments: [1, 100, 250])
    func fewestCalls(count: Int) async {
        let names = (1...count).map { "rule-\($0)" }
        let pages = stride(from: 0, to: count, by: 100).map { start in Array(names[start..<min(start + 100, count)]) }
        aws.on("ListRules") { input, page in
            let next: [String: Value] = page + 1 < pages.count ? ["NextToken": .string("page-\(page + 1)")] : [:]
            return .json(.map(["Rules": .list(pages[page].map { wireRule($0) })].merging(next) { $1 }))
        }
        aws.on("GetResources") { input, page in
            .json([
                "ResourceTagMappingList": .list(
                    pages[page].map { ["ResourceARN": .string(ruleARN($0)), "Tags": wireTags(ownTags($0))] }),
                "PaginationToken": page + 1 < pages.count ? .string("page-\(page + 1)") : "",
            ])
        }
        aws.on("ListTargetsByRule", .json(["Targets": [["Id": "main", "Arn": .string(Fixture.function)]]]))
        aws.on("GetPolicy", .error("ResourceNotFoundException", status: 404))

        let desired = names.flatMap { [rule($0), target(of: $0), permission($0)] }
        let seen = await fixture.observe(desired)

        #expect(aws.counts == ["ListRules": pages.count, "GetResources": pages.count, "ListTargetsByRule": count, "GetPolicy": 1])
        #expect(seen.gaps.isEmpty)
        for resource in desired where resource.address.kind != .permission {
            guard case .present(let live) = seen.lookUp(resource.identity) else {
                Issue.record("\(resource.address) was not seen")
                continue
            }
            #expect(live.attributes == resource.attributes)
            #expect(live.ownership == .ours(resource: resource.address.name))
        }
    }

    @Test func `pages are asked for at their largest, and the mark is searched for exactly`() async {
        aws.on("ListRules", listed([]))
        aws.on("GetResources", tagged([]))
        _ = await fixture.observe([rule()])
        #expect(aws.inputs("ListRules") == [["EventBusName": "default", "Limit": 100]])
        #expect(
            aws.inputs("GetResources") == [
                [
                    "TagFilters": [["Key": "reconcile:stack", "Values": ["acme/telephony/prod"]]], "ResourceTypeFilters": ["events:rule"],
                    "ResourcesPerPage": 100,
                ]
            ])
    }

    @Test func `a live rule has its canonical shape`() async throws {
        let members: [String: Value] = [
            "Description": "ended calls", "RoleArn": "arn:aws:iam::123456789012:role/r", "State": "DISABLED",
            "EventPattern": #"{"detail":{"n":[{"numeric":[">",1.50]}]},"source":["genesys.cloud"]}"#,
        ]
        aws.on("ListRules", listed([wireRule("ended", members)]))
        aws.on("GetResources", tagged([(ruleARN("ended"), ownTags("ended", ["team": "care", "empty": ""]))]))
        aws.on("ListTargetsByRule", .json(["Targets": []]))

        let live = try #require(await fixture.observe([rule()]).objects[rule().identity])
        #expect(live.id == ruleARN("ended"))
        #expect(live.outputs == ["arn": .string(ruleARN("ended"))])
        #expect(
            live.attributes == [
                "name": "ended", "eventBusName": "default", "state": "DISABLED", "description": "ended calls",
                "roleArn": "arn:aws:iam::123456789012:role/r",
                "eventPattern": [
                    "source": ["genesys.cloud"], "detail": ["n": [["numeric": [">", .number(try #require(Number("1.5")))]]]],
                ],
                "tags": ["team": "care", "empty": ""],
            ])
    }

    @Test func `what a rule doesn't have is left out`() async throws {
        let members: [String: Value] = ["Description": "", "RoleArn": .null, "EventPattern": .null, "ScheduleExpression": "rate(1 hour)"]
        aws.on("ListRules", listed([wireRule("ended", members)]))
        aws.on("GetResources", tagged([(ruleARN("ended"), ownTags())]))
        aws.on("ListTargetsByRule", .json(["Targets": []]))
        let live = try #require(await fixture.observe([rule()]).objects[rule().identity])
        #expect(
            live.attributes == ["name": "ended", "eventBusName": "default", "state": "ENABLED", "scheduleExpression": "rate(1 hour)"])
    }

    @Test func `a declared rule that the tagging API doesn't know is asked for its tags`() async throws {
        aws.on("ListRules", listed([wireRule("ended"), wireRule("new"), wireRule("someone's")]))
        aws.on("GetResources", tagged([(ruleARN("ended"), ownTags())]))
        aws.on("ListTagsForResource", .json(["Tags": wireTags(["reconcile:stack": "acme/other/prod"])]))
        aws.on("ListTargetsByRule", .json(["Targets": []]))

        let seen = await fixture.observe([rule(), rule("new")])
        #expect(aws.inputs("ListTagsForResource") == [["ResourceARN": .string(ruleARN("new"))]])
        #expect(aws.counts["ListTargetsByRule"] == 2)
        #expect(seen.objects[rule("new").identity]?.ownership == .another(StackMark(owner: "acme/other", name: "prod")))
        #expect(seen.objects.count == 2)
    }

    @Test func `a rule that is no longer declared is ours only if its own tags say so`() async {
        aws.on("ListRules", listed([wireRule("ended"), wireRule("old"), wireRule("given-away")]))
        aws.on("GetResources", tagged(["ended", "old", "given-away"].map { (ruleARN($0), ownTags($0)) }))
        aws.on("ListTagsForResource") { input, _ in
            .json(["Tags": input["ResourceARN"] == .string(ruleARN("old")) ? wireTags(ownTags("old")) : []])
        }
        aws.on("ListTargetsByRule", .json(["Targets": [["Id": "main", "Arn": "arn:aws:sqs:us-east-1:123456789012:q"]]]))
        aws.on("GetQueueAttributes", .error("QueueDoesNotExist"))

        let seen = await fixture.observe([rule()])
        #expect(
            aws.counts == ["ListRules": 1, "GetResources": 1, "ListTagsForResource": 2, "ListTargetsByRule": 2, "GetQueueAttributes": 1])
        #expect(seen.objects[rule("old").identity]?.ownership == .ours(resource: "r-old"))
        #expect(seen.objects[target(of: "old").identity]?.ownership == .ours(resource: "r-old"))
        #expect(seen.lookUp(rule("given-away").identity) == .absent)
    }

    @Test func `where the tagging API knows nothing each rule is asked, but for those of AWS`() async {
        aws.on(
            "ListRules",
            listed([wireRule("ended"), wireRule("old"), wireRule("theirs"), wireRule("aws", ["ManagedBy": "x.amazonaws.com"])]))
        aws.on("GetResources", tagged([]))
        aws.on("ListTagsForResource") { input, _ in
            let name = input["ResourceARN"]?.string?.split(separator: "/").last.map(String.init) ?? ""
            return .json(["Tags": name == "theirs" ? [] : wireTags(ownTags(name))])
        }
        aws.on("ListTargetsByRule", .json(["Targets": []]))

        let seen = await fixture.observe([rule()])
        #expect(aws.counts == ["ListRules": 1, "GetResources": 1, "ListTagsForResource": 3, "ListTargetsByRule": 2])
        #expect(Set(seen.objects.keys) == [rule().identity, rule("old").identity])
    }

    @Test func `a declared rule that belongs to AWS is AWS's`() async {
        aws.on("ListRules", listed([wireRule("ended", ["ManagedBy": "autoscaling.amazonaws.com"])]))
        aws.on("GetResources", tagged([]))
        aws.on("ListTargetsByRule", .json(["Targets": []]))
        let seen = await fixture.observe([rule()])
        #expect(seen.objects[rule().identity]?.ownership == .service("autoscaling.amazonaws.com"))
        #expect(aws.counts["ListTagsForResource"] == nil)
    }

    @Test func `owned rules are found on buses that nothing declares, slashes in their names and all`() async {
        aws.on("ListRules") { input, _ in
            listed(input["EventBusName"] == "default" ? [] : [wireRule("old", bus: Fixture.partnerBus)])
        }
        aws.on("GetResources", tagged([(ruleARN("old", bus: Fixture.partnerBus), ownTags("old"))]))
        aws.on("ListTagsForResource", .json(["Tags": wireTags(ownTags("old"))]))
        aws.on("ListTargetsByRule", .json(["Targets": []]))

        let seen = await fixture.observe([rule()])
        #expect(aws.inputs("ListTargetsByRule").map { $0["EventBusName"] } == [.string(Fixture.partnerBus)])
        #expect(aws.inputs("ListTargetsByRule").map { $0["Rule"] } == ["old"])
        #expect(Array(seen.objects.keys) == [rule("old", bus: Fixture.partnerBus).identity])
    }

    @Test func `a rule that the tagging API still knows but that is gone is absent`() async {
        aws.on("ListRules", listed([]))
        aws.on("GetResources", tagged([(ruleARN("ended"), ownTags())]))
        let seen = await fixture.observe([rule()])
        #expect(seen == Observation())
    }

    @Test func `tags that may not be read leave only the ownership unreadable`() async throws {
        aws.on("ListRules", listed([wireRule("ended"), wireRule("other")]))
        aws.on("GetResources", tagged([]))
        aws.on(
            "ListTagsForResource",
            .error("AccessDeniedException", "User: arn:aws:iam::1:user/u is not authorized to perform: events:ListTagsForResource"))
        aws.on("ListTargetsByRule", .json(["Targets": [["Id": "main", "Arn": .string(Fixture.function)]]]))

        let seen = await fixture.observe([rule(), target()])
        guard case .unreadable(let error) = try #require(seen.objects[rule().identity]).ownership else {
            Issue.record("the ownership was read")
            return
        }
        #expect(error.reason == .forbidden)
        #expect(error.fix == "allow events:ListTagsForResource to these credentials")
        #expect(seen.objects[target().identity]?.attributes == target().attributes)
        #expect(seen.gaps.map(\.name) == ["other"])
    }

    @Test func `a mark that can't be searched for is a gap, and declared rules are asked one by one`() async {
        aws.on("ListRules", listed([wireRule("ended")]))
        aws.on("GetResources", .error("AccessDeniedException"))
        aws.on("ListTagsForResource", .json(["Tags": wireTags(ownTags())]))
        aws.on("ListTargetsByRule", .json(["Targets": []]))
        let seen = await fixture.observe([rule(), rule("new")])
        #expect(seen.objects[rule().identity]?.ownership == .ours(resource: "r-ended"))
        #expect(seen.gaps.map(\.error.reason) == [.forbidden])
        #expect(seen.lookUp(rule("new").identity) == .absent)
    }

    @Test(
        "rules that can't be listed are unknown, with their bus and targets, and nothing else is",
        arguments: [
            StubAWS.Reply.error("AccessDeniedException", status: 403), .error("InternalException", status: 500), .unreachable,
            .text("<html>Bad Gateway</html>", status: 502), .text("<html>Log in</html>"), .text(""), .text(#"{"Rules":[{"Na"#),
            .text("not found", status: 404), .text("{}"), .text(#"{"Rules":[{"Nom":"x"}]}"#),
        ])
    func unreadableBus(_ reply: StubAWS.Reply) async {
        aws.on("ListRules") { input, _ in input["EventBusName"] == "default" ? reply : listed([]) }
        aws.on("GetResources", tagged([]))
        aws.on("DescribeEventSource", .json(["State": "ACTIVE"]))
        let other = Fixture.partnerBus
        let seen = await fixture.observe([rule(), target(), bus("default"), rule(bus: other), target(bus: other), bus()])
        for lost in [rule().identity, target().identity, bus("default").identity] {
            guard case .unknown = seen.lookUp(lost) else {
                Issue.record("\(lost) is \(seen.lookUp(lost))")
                continue
            }
        }
        #expect(seen.lookUp(rule(bus: other).identity) == .absent)
        #expect(seen.lookUp(target(bus: other).identity) == .absent)
        #expect(seen.objects[bus().identity] != nil)
    }

    @Test func `a listing that never ends is an unknown`() async {
        aws.on("ListRules", .json(["Rules": [], "NextToken": "again"]))
        aws.on("GetResources", tagged([]))
        let seen = await fixture.observe([rule()])
        #expect(seen.gaps.map(\.error.reason).contains(.unexpectedAnswer))
        #expect(aws.counts["ListRules"] == 2)
    }

    @Test func `targets that can't be read are unknown, of that rule alone`() async {
        aws.on("ListRules", listed([wireRule("ended"), wireRule("other")]))
        aws.on("GetResources", tagged(["ended", "other"].map { (ruleARN($0), ownTags($0)) }))
        aws.on("ListTargetsByRule") { input, _ in
            input["Rule"] == "ended" ? .error("AccessDeniedException") : .json(["Targets": []])
        }
        let seen = await fixture.observe([rule(), target(), rule("other"), target(of: "other")])
        #expect(seen.gaps.map(\.scope) == [ruleARN("ended")])
        #expect(seen.lookUp(target(of: "other").identity) == .absent)
        #expect(seen.objects.count == 2)
    }

    @Test func `without credentials nothing is called, and each gap says what to set`() async throws {
        let fixture = try Fixture(["AWS_ACCESS_KEY_ID": "AKID"])
        let seen = await fixture.observe([rule()])
        #expect(fixture.aws.calls.isEmpty)
        let error = try #require(seen.gaps.first).error
        #expect(error.reason == .unauthenticated)
        #expect(error.summary.contains("AWS_SECRET_ACCESS_KEY is not"))
    }
}
