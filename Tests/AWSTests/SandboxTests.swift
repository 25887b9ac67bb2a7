import AWS
import Cloud
import FoundationEssentials
import Model
import Sandbox
import Testing

/// The provider against the sandbox, which is as strict as AWS is where moto is not; every signature is verified.
@Suite struct SandboxTests {
    static let function = "arn:aws:lambda:us-east-1:123456789012:function:ProcessGenesysEndEvents"
    static let partnerBus = "aws.partner/genesys.com/cloud/\(SandboxIdentity.organizationID)/prod"
    let world = TestWorld()

    private func withProvider(
        _ configure: (inout SandboxConfiguration) -> Void = { _ in }, _ body: (AWSProvider, Sandbox) async throws -> Void
    ) async throws {
        var configuration = SandboxConfiguration()
        configuration.verifiesSignatures = true
        configuration.now = world.runtime().now
        configure(&configuration)
        try await Sandbox.run(configuration) { sandbox in
            try await NetworkTransport.withTransport { transport in
                let environment = Dictionary(uniqueKeysWithValues: sandbox.environment.map { ($0.name, $0.value) })
                try await body(AWSProvider.rest(Fixture.stack.aws, http: transport, runtime: world.runtime(environment)), sandbox)
            }
        }
    }

    private func observe(_ provider: AWSProvider, _ resources: [DesiredResource]) async -> Observation {
        await provider.observe(DesiredState(stack: Fixture.stack, resources: resources), focus: nil) { _ in }
    }

    private func perform(
        _ provider: AWSProvider, _ action: Operation.Action, _ resource: DesiredResource, live: LiveObject? = nil
    ) async throws {
        let outcome = await provider.perform([Fixture.operation(action, resource, live: live)]) { world.tell($0) }
        _ = try #require(outcome[resource.address]).get()
    }

    @Test func `a set on a partner bus is made, seen again as declared, changed and taken away`() async throws {
        try await withProvider { provider, sandbox in
            let bus = bus(Self.partnerBus)
            let rule = rule("ended", bus: Self.partnerBus, ["tags": ["team": "care"]])
            let permission = permission("ended", bus: Self.partnerBus, function: Self.function, qualifier: "live")
            let target = target("main", bus: Self.partnerBus, ["arn": .string("\(Self.function):live")])
            let declared = [bus, rule, permission, target]
            try await provider.verifyIdentity(of: Fixture.stack)
            #expect(await observe(provider, declared) == Observation())

            try await sandbox.merge(["genesys": ["integrations": ["i-1": enabledIntegration()]]])
            for resource in declared { try await perform(provider, .create, resource) }
            try await provider.settle(Fixture.operation(.create, bus), outputs: [:]) { world.tell($0) }

            let seen = await observe(provider, declared)
            #expect(seen.gaps.isEmpty)
            for resource in declared { #expect(seen.objects[resource.identity]?.attributes == resource.attributes) }
            #expect(seen.objects.count == declared.count)

            var changed = target
            changed.attributes["arn"] = "arn:aws:sqs:us-east-1:123456789012:ended"
            try await perform(provider, .update, changed, live: seen.objects[target.identity])
            #expect(await observe(provider, [rule, changed]).objects[target.identity]?.attributes == changed.attributes)

            for resource in [target, permission, rule, bus] {
                try await perform(provider, .delete, resource, live: seen.objects[resource.identity])
            }
            let rest = await observe(provider, declared)
            #expect(rest.objects.isEmpty && rest.gaps.isEmpty)
        }
    }

    @Test("N new rules with a target each take 2N writes", arguments: [1, 25])
    func writes(count: Int) async throws {
        try await withProvider { provider, sandbox in
            let names = (1...count).map { "rule-\($0)" }
            for name in names {
                try await perform(provider, .create, rule(name))
                try await perform(provider, .create, target("main", of: name, ["arn": "arn:aws:sqs:us-east-1:123456789012:ended"]))
            }
            #expect(sandbox.requests.count == 2 * count)
            #expect(sandbox.requests.allSatisfy { $0.isMutating && $0.status == 200 })

            sandbox.clearRequests()
            let seen = await observe(provider, names.map { rule($0) })
            #expect(seen.objects.count == 2 * count)
            // The rules, their tags, the policy of the queue.
            #expect(sandbox.requests.count == 3 + count)
            #expect(sandbox.requests.filter(\.isMutating).isEmpty)
        }
    }

    @Test func `a statement that is there already is not added twice, whoever asks`() async throws {
        try await withProvider { provider, _ in
            let permission = permission(function: Self.function)
            try await perform(provider, .create, permission)
            try await perform(provider, .create, permission)
            #expect(await observe(provider, [permission]).objects.count == 1)
        }
    }

    @Test func `a sixth target is refused, and the others stay`() async throws {
        try await withProvider { provider, sandbox in
            try await perform(provider, .create, rule())
            let targets = (1...6).map { target("t\($0)", ["arn": "arn:aws:sqs:us-east-1:123456789012:ended"]) }
            for target in targets.dropLast() { try await perform(provider, .create, target) }
            sandbox.clearRequests()
            let error = try await Fixture.failure { try await perform(provider, .create, targets[5]) }
            #expect(error.reason == .limitExceeded)
            #expect(sandbox.requests.count == 1)
        }
    }

    @Test func `another stack's rule is seen as its, and its mark is not ours`() async throws {
        try await withProvider { provider, _ in
            var operation = Fixture.operation(.create, rule())
            operation.stack = StackMark(owner: "acme/other", name: "prod")
            _ = await provider.perform([operation]) { _ in }
            let seen = await observe(provider, [rule()])
            #expect(seen.objects[rule().identity]?.ownership == .another(operation.stack))
        }
    }

    @Test(
        "what may not be read is a gap or an unreadable mark, never an absence",
        arguments: [
            "events.ListRules", "events.ListTargetsByRule", "events.ListTagsForResource", "tagging.GetResources", "lambda.GetPolicy",
        ])
    func denied(operation: String) async throws {
        let declared = [rule(), permission(function: Self.function), target("main", ["arn": .string(Self.function)])]
        try await withProvider {
            $0.deniedOperations = operation == "events.ListTagsForResource" ? [operation, "tagging.GetResources"] : [operation]
        } _: { provider, _ in
            for resource in declared { try await perform(provider, .create, resource) }
            let seen = await observe(provider, declared)
            for resource in declared { #expect(seen.lookUp(resource.identity) != .absent) }
            #expect(seen.gaps.allSatisfy { $0.error.reason == .forbidden })
            #expect(!seen.gaps.isEmpty)
        }
    }

    /// An integration that offers the partner's source, as the sandbox's state has it.
    private func enabledIntegration() -> Value {
        [
            "name": "events", "typeID": "amazon-eventbridge-source", "intendedState": "ENABLED",
            "stateChangedAt": .string(world.runtime().now().formatted(.iso8601)),
            "configuration": [
                "version": 1, "notes": "", "advanced": [:], "credentials": [:],
                "properties": [
                    "awsAccountId": .string(SandboxIdentity.accountID), "awsAccountRegion": .string(SandboxIdentity.region),
                    "eventSourceSuffix": "prod", "eventFilter": ["v2.detail.events.conversation.{id}.acd.end"],
                ],
            ],
        ]
    }
}
