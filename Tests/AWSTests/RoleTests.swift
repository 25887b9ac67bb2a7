import Model
import Testing

/// Declared roles are looked at where they can be read.
@Suite struct RoleTests {
    static let role = "arn:aws:iam::123456789012:role/service/invoke"
    let fixture: Fixture
    var aws: StubAWS { fixture.aws }

    init() throws {
        fixture = try Fixture()
        aws.on("GetResources", tagged([]))
        aws.on("ListRules", listed([]))
        aws.on("GetRole", Self.trusting("events.amazonaws.com"))
        aws.on("SimulatePrincipalPolicy", Self.deciding("allowed"))
    }

    private static func trusting(_ service: String) -> StubAWS.Reply {
        let policy = #"{"Statement":[{"Effect":"Allow","Principal":{"Service":["\#(service)"]},"Action":"sts:AssumeRole"}]}"#
        let encoded = policy.replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\"", with: "%22")
        return .text(
            "<GetRoleResponse><GetRoleResult><Role><AssumeRolePolicyDocument>\(encoded)</AssumeRolePolicyDocument></Role></GetRoleResult>"
                + "</GetRoleResponse>")
    }

    private static func deciding(_ decision: String) -> StubAWS.Reply {
        .text(
            "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults><member>"
                + "<EvalActionName>states:StartExecution</EvalActionName><EvalResourceName>\(machine)</EvalResourceName>"
                + "<EvalDecision>\(decision)</EvalDecision></member></EvaluationResults></SimulatePrincipalPolicyResult>"
                + "</SimulatePrincipalPolicyResponse>")
    }

    private static let machine = "arn:aws:states:us-east-1:123456789012:stateMachine:m"

    private func findings(role: String = role, arn: String = machine, ruleRole: Bool = false) async -> [Diagnostic] {
        let target = target("main", of: "ended", ruleRole ? ["arn": .string(arn)] : ["arn": .string(arn), "roleArn": .string(role)])
        let seen = await fixture.observe([rule("ended", ruleRole ? ["roleArn": .string(role)] : [:]), target])
        #expect(seen.gaps == [])
        return seen.findings
    }

    @Test("a role that trusts EventBridge and allows what it does says nothing", arguments: [true, false])
    func good(ruleRole: Bool) async {
        #expect(await findings(ruleRole: ruleRole) == [])
        #expect(aws.inputs("GetRole") == [["RoleName": "invoke"]])
        #expect(
            aws.inputs("SimulatePrincipalPolicy") == [
                [
                    "PolicySourceArn": .string(Self.role), "ActionNames.member.1": "states:StartExecution",
                    "ResourceArns.member.1": .string(Self.machine),
                ]
            ])
    }

    @Test("a role that isn't there, or doesn't trust EventBridge, is an error; one that doesn't allow the action a warning")
    func bad() async throws {
        aws.on("SimulatePrincipalPolicy", Self.deciding("implicitDeny"))
        let denying = try #require(await findings().first)
        #expect(denying.severity == .warning && denying.summary.contains("doesn't allow states:StartExecution"))
        aws.on("GetRole", Self.trusting("lambda.amazonaws.com"))
        let untrusting = try #require(await findings().first)
        #expect(untrusting.severity == .error && untrusting.fix?.contains("events.amazonaws.com") == true)
        aws.on("GetRole", .text("<ErrorResponse><Error><Code>NoSuchEntity</Code></Error></ErrorResponse>", status: 404))
        let missing = try #require(await findings().first)
        #expect(missing.severity == .error && missing.address == Address(.target, "r-ended", part: "main"))
    }

    @Test(
        "what can't be read claims nothing, and isn't waited for",
        arguments: [StubAWS.Reply.error("AccessDenied", status: 403), .error("InternalFailure", status: 500), .text("<html>")])
    func unreadable(_ reply: StubAWS.Reply) async {
        aws.on("SimulatePrincipalPolicy", reply)
        #expect(await findings() == [])
        #expect(aws.counts["SimulatePrincipalPolicy"] == 1)
        aws.on("GetRole", reply)
        #expect(await findings() == [])
        #expect(aws.counts["GetRole"] == 2)
    }

    @Test("a role of another account isn't asked for; a rule's role is for targets that need one")
    func elsewhere() async {
        #expect(await findings(role: "arn:aws:iam::210987654321:role/invoke") == [])
        #expect(await findings(arn: "arn:aws:sqs:us-east-1:210987654321:q", ruleRole: true) == [])
        #expect(aws.counts["GetRole"] == nil)
    }

    @Test("the roles of many targets are asked for once each, with all that they are used for")
    func once() async {
        let targets = (1...3).map {
            target("t\($0)", of: "ended", ["arn": .string("\(Self.machine)\($0)"), "roleArn": .string(Self.role)])
        }
        _ = await fixture.observe([rule("ended")] + targets)
        #expect(aws.counts["GetRole"] == 1 && aws.counts["SimulatePrincipalPolicy"] == 1)
        #expect(aws.inputs("SimulatePrincipalPolicy").first?["ResourceArns.member.3"] == .string("\(Self.machine)3"))
    }
}
