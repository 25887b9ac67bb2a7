import AWS
import Model
import Testing

@Suite struct IdentityTests {
    private func answer(account: String) -> StubAWS.Reply {
        .text(
            """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <GetCallerIdentityResult>
                <Arn>arn:aws:sts::\(account):assumed-role/ci &amp; deploy/s</Arn>
                <UserId>AROA:s</UserId>
                <Account>\(account)</Account>
              </GetCallerIdentityResult>
              <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>
            </GetCallerIdentityResponse>
            """)
    }

    @Test(
        "credentials of the stack's account pass",
        arguments: [
            [:], ["AWS_REGION": "us-east-1"], ["AWS_DEFAULT_REGION": "us-east-1"],
            ["AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "eu-west-1"],
        ])
    func same(_ environment: [String: String]) async throws {
        let fixture = try Fixture(TestWorld.credentials.merging(environment) { $1 })
        fixture.aws.on("GetCallerIdentity", answer(account: "123456789012"))
        try await fixture.provider.verifyIdentity(of: Fixture.stack)
        #expect(fixture.aws.inputs("GetCallerIdentity") == ["Action=GetCallerIdentity&Version=2011-06-15"])
    }

    @Test func `credentials of another account are refused, with both accounts named`() async throws {
        let fixture = try Fixture()
        fixture.aws.on("GetCallerIdentity", answer(account: "999999999999"))
        let error = try await Fixture.failure { try await fixture.provider.verifyIdentity(of: Fixture.stack) }
        #expect(error.reason == .unauthenticated)
        #expect(error.summary == "the AWS credentials reach account 999999999999, the stack names 123456789012")
        #expect(error.message == "They are those of arn:aws:sts::999999999999:assumed-role/ci & deploy/s")
    }

    @Test("another region in the environment is refused before any call", arguments: ["AWS_REGION", "AWS_DEFAULT_REGION"])
    func region(variable: String) async throws {
        let fixture = try Fixture(TestWorld.credentials.merging([variable: "eu-west-1"]) { $1 })
        let error = try await Fixture.failure { try await fixture.provider.verifyIdentity(of: Fixture.stack) }
        #expect(error.summary == "\(variable) is eu-west-1, the stack names us-east-1")
        #expect(fixture.aws.calls.isEmpty)
    }

    @Test(
        "an answer that is no XML of STS proves nothing",
        arguments: [
            "", "<html><body>Log in</body></html>", "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1234", "{}",
            "<a><GetCallerIdentityResult/></a>",
            String(repeating: "<a>", count: 10_000),
        ])
    func misread(_ text: String) async throws {
        let fixture = try Fixture()
        fixture.aws.on("GetCallerIdentity", .text(text))
        let error = try await Fixture.failure { try await fixture.provider.verifyIdentity(of: Fixture.stack) }
        #expect(error.reason == .unexpectedAnswer)
    }
}
