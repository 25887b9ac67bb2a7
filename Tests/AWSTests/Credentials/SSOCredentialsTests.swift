import AWS
import Cloud
import Model
import Testing

@Suite struct SSOCredentialsTests {
    static let portal = "https://portal.sso.eu-west-1.amazonaws.com/"
    private let world = CredentialWorld()

    /// SHA-1, of which the cache's files are named (`printf %s TEXT | sha1sum`).
    static func digest(of text: String) -> String {
        ["https://d-1.awsapps.com/start": "0c54b6c27e90660baa89eaad85ac1d5dae26cb7d", "work": "e274eeff768c6396088ec6eb091f4bf4d47ab1e0"][
            text] ?? ""
    }

    static func answer(_ id: String, expiration: Int = 1_440_941_760_000) -> String {
        #"{"roleCredentials":{"accessKeyId":"\#(id)","secretAccessKey":"s3cr3t","sessionToken":"t0k3n","expiration":\#(expiration)}}"#
    }

    private func logIn(_ key: String = "work", expiration: String = CredentialWorld.inOneHour) {
        world.file("~/.aws/sso/cache/\(Self.digest(of: key)).json", #"{"accessToken":"sso-token","expiresAt":"\#(expiration)"}"#)
    }

    private func configure() {
        world.file(
            "~/.aws/config",
            """
            [sso-session work]
            sso_start_url = https://d-1.awsapps.com/start
            sso_region = eu-west-1
            [profile new]
            sso_session = work
            sso_account_id = 123456789012
            sso_role_name = Deploy Role
            [profile old]
            sso_start_url = https://d-1.awsapps.com/start
            sso_region = eu-west-1
            sso_account_id = 123456789012
            sso_role_name = Deploy Role
            [profile lost]
            sso_session = nowhere
            sso_account_id = 1
            sso_role_name = r
            [profile half]
            sso_account_id = 1
            """)
    }

    @Test(
        "the cached token of a session, or in the older form of a URL, gives the role's credentials",
        arguments: [("new", "work"), ("old", "https://d-1.awsapps.com/start")])
    func good(profile: String, key: String) async throws {
        configure()
        logIn(key)
        world.on(Self.portal, Self.answer("SSO"))
        #expect(try await world.find(profile: profile) == "SSO s3cr3t t0k3n")
        let request = try #require(world.requests.first)
        #expect(request.url == Self.portal + "federation/credentials?account_id=123456789012&role_name=Deploy%20Role")
        #expect(request.headers == [HTTPHeader("x-amz-sso_bearer_token", "sso-token")])
    }

    @Test func `the cache's older form of a time is read`() async throws {
        configure()
        logIn(expiration: "2015-08-30T13:36:00UTC")
        world.on(Self.portal, Self.answer("SSO"))
        #expect(try await world.find(profile: "new") == "SSO s3cr3t t0k3n")
    }

    @Test("a login that is missing, broken, ended or refused says how to log in", arguments: ["missing", "broken", "ended", "refused"])
    func login(_ how: String) async throws {
        configure()
        if how == "ended" { logIn(expiration: CredentialWorld.anHourAgo) }
        if how == "broken" { world.file("~/.aws/sso/cache/\(Self.digest(of: "work")).json", "{}") }
        if how == "refused" {
            logIn()
            world.on(Self.portal, status: 401, #"{"message":"Session token not found or invalid"}"#)
        }
        let error = try await world.failure(profile: "new")
        #expect(error.fix == "run `aws sso login --profile new`")
        #expect(error.reason == .unauthenticated)
        #expect(world.requests.isEmpty == (how != "refused"))
    }

    private static let oidc = "https://oidc.eu-west-1.amazonaws.com/"
    private static var file: String { "~/.aws/sso/cache/\(digest(of: "work")).json" }

    /// A login of a session, with what a new token is had for.
    private func logIn(ending expiration: String, registered: String = "2015-11-01T00:00:00Z") {
        world.file(
            Self.file,
            #"{"startUrl":"https://d-1.awsapps.com/start","region":"eu-west-1","accessToken":"sso-token","expiresAt":"\#(expiration)","#
                + #""clientId":"c","clientSecret":"c-secret","registrationExpiresAt":"\#(registered)","refreshToken":"r-1"}"#)
    }

    private func tokens() -> [String] {
        world.requests.compactMap { $0.headers.first { $0.name == "x-amz-sso_bearer_token" }?.value }
    }

    @Test(
        "a session's token is renewed a quarter of an hour before it ends, and kept for the AWS CLI",
        arguments: ["2015-08-30T12:50:00Z", "2015-08-30T11:36:00Z"])
    func renewed(expiration: String) async throws {
        configure()
        logIn(ending: expiration)
        world.on(Self.portal, Self.answer("SSO"))
        world.on(Self.oidc, #"{"accessToken":"sso-token-2","tokenType":"Bearer","expiresIn":3600,"refreshToken":"r-2"}"#)
        #expect(try await world.find(profile: "new") == "SSO s3cr3t t0k3n")
        let request = try #require(world.requests.first)
        #expect((request.method, request.url) == ("POST", Self.oidc + "token"))
        #expect(!request.headers.contains { $0.name == "Authorization" })
        #expect(
            try Value(json: request.body) == [
                "clientId": "c", "clientSecret": "c-secret", "grantType": "refresh_token", "refreshToken": "r-1",
            ])
        #expect(tokens() == ["sso-token-2"])
        let kept = try Value(json: Array(try #require(world.text(of: Self.file)).utf8))
        #expect((kept["accessToken"], kept["refreshToken"], kept["expiresAt"]) == ("sso-token-2", "r-2", "2015-08-30T13:36:00Z"))
        #expect((kept["startUrl"], kept["clientId"]) == ("https://d-1.awsapps.com/start", "c"))
    }

    @Test(
        "a token that can't be renewed is used while it holds",
        arguments: [(400, #"{"error":"invalid_grant"}"#), (200, "{}"), (200, "<html>")])
    func unrenewed(status: Int, text: String) async throws {
        configure()
        logIn(ending: "2015-08-30T12:50:00Z")
        world.on(Self.portal, Self.answer("SSO"))
        world.on(Self.oidc, status: status, text)
        #expect(try await world.find(profile: "new") == "SSO s3cr3t t0k3n")
        #expect(tokens() == ["sso-token"])

        logIn(ending: CredentialWorld.anHourAgo)
        let error = try await world.failure(profile: "new")
        #expect(error.fix == "run `aws sso login --profile new`")
        #expect(!"\(error)".contains("r-1") && !"\(error)".contains("c-secret"))
    }

    @Test func `after its registration's end nothing is asked for`() async throws {
        configure()
        logIn(ending: CredentialWorld.anHourAgo, registered: CredentialWorld.anHourAgo)
        #expect(try await world.failure(profile: "new").fix == "run `aws sso login --profile new`")
        #expect(world.requests.isEmpty)
    }

    @Test func `a role that isn't assigned is named, without the token`() async throws {
        configure()
        logIn()
        world.on(Self.portal, status: 403, #"{"message":"No access with sso-token","__type":"ForbiddenException"}"#)
        let error = try await world.failure(profile: "new")
        #expect(error.summary == "SSO gives no credentials of role Deploy Role in account 123456789012")
        #expect(error.message == "No access with <redacted>")
    }

    @Test("an answer that is broken or expired gives no credentials, and isn't quoted", arguments: ["", "{}", "expired", "text"])
    func broken(_ text: String) async throws {
        configure()
        logIn()
        world.on(Self.portal, text == "expired" ? Self.answer("SSO", expiration: 1_440_934_560_000) : text)
        let error = try await world.failure(profile: "new")
        #expect(error.reason == .unauthenticated)
        #expect(!"\(error)".contains("s3cr3t"))
    }

    @Test(
        "a profile that isn't whole says what is missing",
        arguments: [("lost", "names the sso-session nowhere"), ("half", "uses SSO and has no sso_role_name")])
    func half(profile: String, summary: String) async throws {
        configure()
        #expect(try await world.failure(profile: profile).summary.contains(summary))
    }
}
