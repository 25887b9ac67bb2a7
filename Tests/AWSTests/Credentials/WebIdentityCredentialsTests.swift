import AWS
import Cloud
import Model
import Testing

@Suite struct WebIdentityCredentialsTests {
    private let world = CredentialWorld()
    private static let sts = "https://sts.us-east-1.amazonaws.com/"
    private let environment = [
        "AWS_WEB_IDENTITY_TOKEN_FILE": "~/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/ci", "AWS_ROLE_SESSION_NAME": "run-7",
    ]

    @Test func `the token is sent unsigned, and read anew for each renewal`() async throws {
        world.file("~/token", "jwt-1")
        world.on(Self.sts, CredentialWorld.role("AssumeRoleWithWebIdentity", "WEB"))
        let provider = try world.provider(environment)
        #expect(try await provider.credentials().accessKeyID == "WEB")
        world.file("~/token", "jwt-2")
        try await world.time.runtime().sleep(.seconds(56 * 60))
        _ = try await provider.credentials()
        #expect(
            world.bodies
                == ["jwt-1", "jwt-2"].map {
                    "Action=AssumeRoleWithWebIdentity&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fci&RoleSessionName=run-7"
                        + "&Version=2011-06-15&WebIdentityToken=\($0)"
                })
        #expect(world.requests.allSatisfy { !$0.headers.contains { $0.name == "Authorization" } })
    }

    @Test func `a profile may say the same, and then assumes no role beside it`() async throws {
        world.file("~/token", "jwt")
        world.file(
            "~/.aws/config", "[profile ci]\nrole_arn = arn:aws:iam::1:role/ci\nweb_identity_token_file = /home/me/token\n")
        world.on(Self.sts, CredentialWorld.role("AssumeRoleWithWebIdentity", "WEB"))
        #expect(try await world.find(profile: "ci") == "WEB s3cr3t t0k3n")
    }

    @Test func `a token file that isn't there is an error`() async throws {
        let error = try await world.failure(environment)
        #expect(error.summary == "~/token, which AWS_WEB_IDENTITY_TOKEN_FILE names, can't be read")
    }

    @Test func `a token without a role is an error`() async throws {
        world.file("~/token", "jwt")
        #expect(try await world.failure(["AWS_WEB_IDENTITY_TOKEN_FILE": "~/token"]).fix == "set AWS_ROLE_ARN")
    }

    @Test func `a token that STS refuses is not shown, the role is`() async throws {
        world.file("~/token", "jwt-secret")
        world.on(
            Self.sts, status: 400,
            "<ErrorResponse><Error><Code>ExpiredTokenException</Code><Message>Token jwt-secret expired</Message></Error></ErrorResponse>")
        let error = try await world.failure(environment)
        #expect(error.reason == .unauthenticated)
        #expect(error.summary.contains("arn:aws:iam::1:role/ci"))
        #expect(error.message == "Token <redacted> expired")
    }

    @Test("an answer that is broken or expired gives no credentials, and isn't quoted", arguments: ["page", "cut", "empty", "expired"])
    func broken(_ how: String) async throws {
        world.file("~/token", "jwt")
        let good = CredentialWorld.role("AssumeRoleWithWebIdentity", "WEB", expiration: CredentialWorld.anHourAgo)
        world.on(Self.sts, ["page": "<html>Log in</html>", "cut": String(good.dropLast(20)), "expired": good][how] ?? "")
        let error = try await world.failure(environment)
        #expect(error.reason == (how == "expired" ? .unauthenticated : .unexpectedAnswer))
        #expect(!"\(error)".contains("s3cr3t"))
    }
}
