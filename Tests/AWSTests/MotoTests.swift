import AWS
import Cloud
import Model
import TestSupport
import Testing

/// The same code against AWS as others have written it, over a real connection.
@Suite struct MotoTests {
    /// moto decodes a path before it verifies its signature, so that it can't verify the function's ARN in one: without permissions there.
    @Test("what is declared is made, seen again as declared, changed and taken away", arguments: [false, true])
    func wholeLife(verifying: Bool) async throws {
        try await MotoAccount.open(verifying: verifying) { account in
            let provider = try account.provider()
            try await provider.verifyIdentity(of: Fixture.stack)
            let rule = rule("ended", ["description": "ended calls", "tags": ["team": "care"]])
            let target = target(
                "main",
                [
                    "arn": .string(verifying ? "arn:aws:sqs:us-east-1:123456789012:ended" : Fixture.function),
                    "inputTransformer": ["inputPathsMap": ["queueId": "$.detail.queueId"], "inputTemplate": "{\"q\": <queueId>}"],
                    "retryPolicy": ["maximumRetryAttempts": 3, "maximumEventAgeInSeconds": 600],
                ])
            let declared = [rule] + (verifying ? [] : [permission()]) + [target]

            #expect(try await account.observe(provider, declared) == [:])
            for resource in declared { _ = try await account.perform(provider, .create, resource) }
            #expect(try await account.observe(provider, declared) == Self.attributes(declared))

            let seen = await provider.observe(DesiredState(stack: Fixture.stack, resources: declared), focus: nil) { _ in }
            for resource in declared {
                let name = resource.address.kind == .permission ? "" : "r-ended"
                #expect(seen.objects[resource.identity]?.ownership == .ours(resource: name))
            }

            var changed = rule
            changed.attributes["description"] = nil
            changed.attributes["eventPattern"] = ["source": ["genesys.cloud"], "detail": ["queueId": ["q \"1\" é"]]]
            changed.attributes["tags"] = ["team": "sales", "cost": "1"]
            _ = try await account.perform(provider, .update, changed, live: seen.objects[rule.identity])
            #expect(try await account.observe(provider, [changed])[rule.identity] == changed.attributes)

            for resource in declared.reversed() {
                _ = try await account.perform(provider, .delete, resource, live: seen.objects[resource.identity])
            }
            #expect(try await account.observe(provider, declared) == [:])
        }
    }

    @Test func `a rule with targets is not deleted, and the service's own word is told`() async throws {
        try await MotoAccount.open(verifying: false) { account in
            let provider = try account.provider()
            _ = try await account.perform(provider, .create, rule())
            _ = try await account.perform(provider, .create, target())
            let error = try await Fixture.failure { try await account.perform(provider, .delete, rule()) }
            #expect(error.reason == .invalid)
            #expect(error.message == "Rule can't be deleted since it has targets.")
        }
    }

    @Test func `wrong keys are refused credentials, a policy that is too narrow is a missing permission`() async throws {
        try await MotoAccount.open(verifying: true) { account in
            let wrong = try account.provider(secret: "wrong")
            let refused = try await Fixture.failure { try await wrong.verifyIdentity(of: Fixture.stack) }
            #expect(refused.reason == .unauthenticated)
            #expect(refused.fix?.contains("AWS_SECRET_ACCESS_KEY") == true)

            let reader = try account.reader()
            let denied = try await Fixture.failure { try await account.perform(reader, .create, rule()) }
            #expect(denied.reason == .forbidden)
            #expect(denied.fix == "allow events:PutRule to these credentials")
        }
    }

    private static func attributes(_ resources: [DesiredResource]) -> [LiveIdentity: [String: Value]] {
        Dictionary(resources.map { ($0.identity, $0.attributes) }, uniquingKeysWith: { first, _ in first })
    }
}
