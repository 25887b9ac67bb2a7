import Cloud
import Genesys
import Model
import Testing

struct LoginTests {
    private func script(_ fixture: Fixture) {
        fixture.service.on("GET /api/v2/routing/queues", .json(#"{"entities":[]}"#))
    }

    @Test("The dialect public logs in at the login host with HTTP Basic")
    func basic() async throws {
        let fixture = Fixture()
        script(fixture)
        _ = await fixture.observe(queue())
        let login = try #require(fixture.service.logins.first)
        #expect(login.url == "https://login.mypurecloud.com/oauth/token")
        #expect(login.header("Authorization") == "Basic Y2xpZW50LTE6czNjcjN0LXZhbHVl")
        #expect(login.header("Content-Type") == "application/x-www-form-urlencoded")
        #expect(login.text == "grant_type=client_credentials")
        let calls = fixture.service.requests.filter { $0.method == "GET" }
        #expect(calls.allSatisfy { $0.url.hasPrefix("https://api.mypurecloud.com/") && $0.header("Authorization") == "Bearer token-1" })
        #expect(!calls.isEmpty)
    }

    @Test("The dialect platform sends the form with the scope to the API host")
    func form() async throws {
        let fixture = Fixture(.platform, environment: ["GENESYSCLOUD_OAUTHCLIENT_ID": "ab", "GENESYSCLOUD_OAUTHCLIENT_SECRET": "x&y=z"])
        script(fixture)
        _ = await fixture.observe(queue())
        let login = try #require(fixture.service.logins.first)
        #expect(login.url == "https://api.mypurecloud.com/oauth/token")
        #expect(login.header("Authorization") == nil)
        #expect(login.text == "client_id=ab&client_secret=x%26y%3Dz&grant_type=client_credentials&scope=event%3Awrite")
    }

    @Test(
        "Hosts follow from the region, by its name or its domain",
        arguments: [
            ("eu-central-1", "mypurecloud.de"), ("ap-northeast-2", "apne2.pure.cloud"), ("us-east-2", "use2.us-gov-pure.cloud"),
            ("mypurecloud.ie", "mypurecloud.ie"),
        ])
    func hosts(region: String, domain: String) async {
        let fixture = Fixture(region: region)
        script(fixture)
        _ = await fixture.observe(queue())
        #expect(Set(fixture.service.logins.map(\.url)) == ["https://login.\(domain)/oauth/token"])
        #expect(fixture.service.requests.filter { $0.method == "GET" }.allSatisfy { $0.url.hasPrefix("https://api.\(domain)/api/v2/") })
    }

    @Test("Variables override the hosts")
    func overrides() async {
        let urls = ["GENESYSCLOUD_API_URL": "http://127.0.0.1:8080/", "GENESYSCLOUD_LOGIN_URL": "http://127.0.0.1:8081"]
        let fixture = Fixture(environment: TestWorld.credentials.merging(urls) { $1 })
        script(fixture)
        _ = await fixture.observe(queue())
        #expect(Set(fixture.service.logins.map(\.url)) == ["http://127.0.0.1:8081/oauth/token"])
        #expect(fixture.service.requests.last?.url.hasPrefix("http://127.0.0.1:8080/api/v2/routing/queues?") == true)
    }

    @Test("A region that there isn't, and a host that is none, are told before anything is asked")
    func wrongHosts() async throws {
        let region = Fixture(region: "us-east-9")
        let error = try await region.observe(queue()).failure()
        #expect(error.reason == .invalid)
        #expect(error.summary == "\"us-east-9\" is no region of Genesys Cloud")
        #expect(error.fix?.contains("us-west-2") == true)

        for url in ["api.mypurecloud.com", "https://", "https://host/path", "https://user:secret@host", "ftp://host"] {
            let host = Fixture(environment: TestWorld.credentials.merging(["GENESYSCLOUD_API_URL": url]) { $1 })
            let error = try await host.observe(queue()).failure()
            #expect(error.summary == "GENESYSCLOUD_API_URL is not the address of a host")
            #expect(host.service.requests.isEmpty)
        }
        #expect(region.service.requests.isEmpty)
    }

    @Test("An environment that is set up for another region is refused; the same region by another spelling is not")
    func regionOfEnvironment() async throws {
        let other = Fixture(environment: TestWorld.credentials.merging(["GENESYSCLOUD_REGION": "eu-west-1"]) { $1 })
        let error = try await other.observe(queue()).failure()
        #expect(error.summary == "GENESYSCLOUD_REGION is eu-west-1, but the Stack's region is us-east-1")
        #expect(other.service.requests.isEmpty)

        let same = Fixture(environment: TestWorld.credentials.merging(["GENESYSCLOUD_REGION": "mypurecloud.com"]) { $1 })
        script(same)
        #expect(await same.observe(queue()) == Observation())
    }

    @Test("Missing credentials are named", arguments: [[:], ["GENESYSCLOUD_OAUTHCLIENT_ID": "id", "GENESYSCLOUD_OAUTHCLIENT_SECRET": ""]])
    func missing(environment: [String: String]) async throws {
        let fixture = Fixture(environment: environment)
        let error = try await fixture.observe(queue()).failure()
        #expect(error.reason == .unauthenticated)
        #expect(error.summary.contains("GENESYSCLOUD_OAUTHCLIENT_SECRET not set"))
        #expect(error.summary.contains("GENESYSCLOUD_OAUTHCLIENT_ID") == environment.isEmpty)
        #expect(error.fix?.contains("GENESYSCLOUD_ACCESS_TOKEN") == true)
        #expect(fixture.service.requests.isEmpty)
    }

    @Test("A secret with a line break is refused before it is sent, and not shown")
    func lineBreak() async throws {
        let fixture = Fixture(environment: TestWorld.credentials.merging(["GENESYSCLOUD_OAUTHCLIENT_SECRET": "hush-hush\n"]) { $1 })
        let error = try await fixture.observe(queue()).failure()
        #expect(error.reason == .unauthenticated)
        #expect(error.summary.hasPrefix("GENESYSCLOUD_OAUTHCLIENT_SECRET holds"))
        #expect(!"\(error)".contains("hush-hush"))
        #expect(fixture.service.requests.isEmpty)
    }

    @Test("An access token from the environment wins, and no login is made")
    func accessToken() async {
        let fixture = Fixture(environment: TestWorld.credentials.merging(["GENESYSCLOUD_ACCESS_TOKEN": "given"]) { $1 })
        script(fixture)
        _ = await fixture.observe(queue())
        #expect(fixture.service.logins.isEmpty)
        #expect(fixture.service.requests.allSatisfy { $0.header("Authorization") == "Bearer given" })
    }

    @Test("An access token that is refused is not renewed, and the error names its variable")
    func accessTokenRefused() async throws {
        let fixture = Fixture(environment: ["GENESYSCLOUD_ACCESS_TOKEN": "given"])
        fixture.service.on(
            "GET /api/v2/organizations/me", .json(#"{"message":"Invalid login credentials.","code":"bad.credentials"}"#, status: 401))
        let error = try await failure { try await fixture.provider.verifyIdentity(of: fixture.stack) }
        #expect(error.reason == .unauthenticated)
        #expect(error.fix?.hasPrefix("GENESYSCLOUD_ACCESS_TOKEN has expired") == true)
        #expect(fixture.service.requests.count == 1)
    }

    @Test("Nothing declared, nothing asked: not even a token")
    func nothing() async {
        let fixture = Fixture()
        #expect(await fixture.observe() == Observation())
        #expect(fixture.service.requests.isEmpty)
    }

    @Test("Requests side by side share one login")
    func shared() async {
        let fixture = Fixture()
        script(fixture)
        _ = await fixture.observe(queue("A"), queue("B"), queue("C"))
        #expect(fixture.service.logins.count == 1)
        #expect(fixture.service.routes.count == 6)
    }

    @Test("A token is renewed a minute before it expires, and not earlier")
    func expiry() async {
        let fixture = Fixture()
        script(fixture)
        _ = await fixture.observe(queue())
        fixture.world.pass(.seconds(3539))
        _ = await fixture.observe(queue())
        #expect(fixture.service.logins.count == 1)
        fixture.world.pass(.seconds(1))
        _ = await fixture.observe(queue())
        #expect(fixture.service.logins.count == 2)
    }

    @Test("A token that is refused is renewed once for all, and the requests are made again")
    func renewal() async throws {
        let fixture = Fixture()
        let refused = ScriptedService.Reply.json(#"{"message":"Invalid login credentials.","status":401}"#, status: 401)
        let none = ScriptedService.Reply.json(#"{"entities":[]}"#)
        fixture.service.on("POST /oauth/token", Fixture.token, .json(#"{"access_token":"token-2","expires_in":3600}"#))
        fixture.service.on("GET /api/v2/routing/queues", refused, refused, none)
        #expect(await fixture.observe(queue()) == Observation())
        #expect(fixture.service.logins.count == 2)
        #expect(fixture.service.requests.suffix(2).allSatisfy { $0.header("Authorization") == "Bearer token-2" })
        #expect(fixture.service.routes.count == 4)
    }

    @Test("A renewed token that is refused as well is an error, not a loop")
    func refusedTwice() async throws {
        let fixture = Fixture()
        fixture.service.on("GET /api/v2/organizations/me", .json(#"{"message":"Invalid login credentials."}"#, status: 401))
        let error = try await failure { try await fixture.provider.verifyIdentity(of: fixture.stack) }
        #expect(error.reason == .unauthenticated)
        #expect(error.message == "Invalid login credentials.")
        #expect(error.fix?.contains("GENESYSCLOUD_OAUTHCLIENT_SECRET") == true)
        #expect(fixture.service.routes.count == 2)
        #expect(fixture.service.logins.count == 2)
    }

    @Test("Bad credentials are told as such, and not tried again")
    func badCredentials() async throws {
        let fixture = Fixture()
        fixture.service.on(
            "POST /oauth/token",
            .json(
                #"{"error":"invalid_client","description":"client not found: invalid_client","error_description":"client not found"}"#,
                status: 400, headers: ["ININ-Correlation-Id": "corr-1"]))
        let seen = await fixture.observe(queue("A"), queue("B"))
        #expect(seen.gaps.count == 2)
        let error = try #require(seen.gaps.first).error
        #expect(error.reason == .unauthenticated)
        #expect(error.operation == "POST /oauth/token")
        #expect(error.summary == "can't log in: the OAuth client is refused")
        #expect(error.code == "invalid_client")
        #expect(error.message == "client not found")
        #expect(error.requestID == "corr-1")
        #expect(error.fix?.contains("GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET") == true)
        _ = await fixture.observe(queue())
        #expect(fixture.service.logins.count == 1)
    }

    private static let throttled = ScriptedService.Reply.json(
        #"{"error":"invalid_request","description":"rate limit exceeded for this client"}"#, status: 400)

    @Test("OAuth's throttling, a 400, is waited out")
    func throttledLogin() async {
        let fixture = Fixture()
        script(fixture)
        fixture.service.on("POST /oauth/token", Self.throttled, Self.throttled, Fixture.token)
        #expect(await fixture.observe(queue()) == Observation())
        #expect(fixture.service.logins.count == 3)
        #expect(fixture.world.sleeps == [.milliseconds(100), .milliseconds(200)])
    }

    @Test("OAuth's throttling that goes on is told from bad credentials")
    func throttledForLong() async throws {
        let fixture = Fixture()
        fixture.service.on("POST /oauth/token", Self.throttled)
        let error = try await fixture.observe(queue()).failure()
        #expect(error.reason == .throttled)
        #expect(error.summary == "can't log in: too many requests for a token (tried 8 times within 13 s)")
        #expect(error.message == "rate limit exceeded for this client")
    }

    @Test(
        "A login's answer without a token is an error that shows nothing of it",
        arguments: ["", #"{"access_token":"abcdef"#, "<html>", "{}"])
    func noToken(body: String) async throws {
        let fixture = Fixture()
        fixture.service.on("POST /oauth/token", .json(body))
        let error = try await fixture.observe(queue()).failure()
        #expect(error.reason == .unexpectedAnswer)
        #expect(error.summary == "can't log in: the answer holds no token")
        #expect(!"\(error)".contains("abcdef"))
    }

    @Test("A login host that can't be reached is named, with its variable")
    func unreachable() async throws {
        let fixture = Fixture()
        fixture.service.on("POST /oauth/token", .unreachable)
        let error = try await fixture.observe(queue()).failure()
        #expect(error.reason == .unavailable)
        #expect(error.summary == "can't log in: no answer from https://login.mypurecloud.com (tried 8 times within 13 s)")
        #expect(error.fix?.contains("GENESYSCLOUD_LOGIN_URL") == true)
    }
}
