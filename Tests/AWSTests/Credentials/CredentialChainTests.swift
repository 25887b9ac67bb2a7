import AWS
import Cloud
import Model
import Testing

@Suite struct CredentialChainTests {
    /// The sources in the order of AWS's CLI, each with what sets it up; the role's base keys stand in a profile of their own.
    private enum Source: Int, CaseIterable {
        case environment, role, webIdentity, sso, credentialsFile, process, configFile, container, instance

        var environment: [String: String] {
            switch self {
            case .environment: ["AWS_ACCESS_KEY_ID": "ENVIRONMENT", "AWS_SECRET_ACCESS_KEY": "s"]
            case .webIdentity: ["AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/web"]
            case .container: ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/role"]
            default: [:]
            }
        }

        var config: String {
            switch self {
            case .role: "role_arn = arn:aws:iam::1:role/r\nsource_profile = base\n"
            case .sso: "sso_account_id = 1\nsso_role_name = r\nsso_start_url = https://d-1.awsapps.com/start\nsso_region = us-east-1\n"
            case .process: "credential_process = print\n"
            case .configFile: "aws_access_key_id = CONFIGFILE\naws_secret_access_key = s\n"
            default: ""
            }
        }

        var id: String { "\(self)".uppercased() }
    }

    private static func world(with sources: [Source]) -> CredentialWorld {
        let world = CredentialWorld()
        world.file("~/.aws/config", "[default]\n" + sources.map(\.config).joined() + "[profile base]\n")
        let keys = sources.contains(.credentialsFile) ? "[default]\naws_access_key_id = CREDENTIALSFILE\naws_secret_access_key = s\n" : ""
        world.file("~/.aws/credentials", keys + "[base]\naws_access_key_id = BASE\naws_secret_access_key = s\n")
        world.file("/token", "jwt")
        // SHA-1 of the start URL.
        world.file(
            "~/.aws/sso/cache/\(SSOCredentialsTests.digest(of: "https://d-1.awsapps.com/start")).json",
            #"{"accessToken":"sso-token","expiresAt":"\#(CredentialWorld.inOneHour)"}"#)
        world.on("https://sts.us-east-1.amazonaws.com/") { request in
            let isWeb = String(decoding: request.body, as: UTF8.self).contains("WebIdentity")
            let text =
                isWeb
                ? CredentialWorld.role("AssumeRoleWithWebIdentity", "WEBIDENTITY") : CredentialWorld.role("AssumeRole", "ROLE")
            return HTTPResponse(status: 200, body: Array(text.utf8))
        }
        world.on("https://portal.sso.us-east-1.amazonaws.com/", SSOCredentialsTests.answer("SSO"))
        world.onProgram { _ in
            ProgramRun(code: 0, output: #"{"Version":1,"AccessKeyId":"PROCESS","SecretAccessKey":"s"}"#, messages: "")
        }
        world.on("http://169.254.170.2/role", CredentialWorld.document("CONTAINER"))
        if sources.contains(.instance) { InstanceCredentialsTests.serve(world, "INSTANCE") }
        return world
    }

    @Test("of all that are set up, the first in the AWS CLI's order is used", arguments: 0..<9)
    func order(first: Int) async throws {
        let sources = Array(Source.allCases[first...])
        let environment = sources.reduce(into: [String: String]()) { $0.merge($1.environment) { $1 } }
        let found = try await Self.world(with: sources).find(environment)
        #expect(found.split(separator: " ").first.map(String.init) == sources[0].id)
    }

    @Test func `a profile that was asked for passes over keys and tokens in the environment, one in a variable doesn't`() async throws {
        let world = CredentialWorld()
        world.file("~/.aws/credentials", "[deploy]\naws_access_key_id = DEPLOY\naws_secret_access_key = s\n")
        world.file("/token", "jwt")
        let environment = [
            "AWS_ACCESS_KEY_ID": "ENVIRONMENT", "AWS_SECRET_ACCESS_KEY": "s", "AWS_PROFILE": "deploy",
            "AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/web",
        ]
        #expect(try await world.find(environment) == "ENVIRONMENT s -")
        #expect(try await world.find(environment, profile: "deploy") == "DEPLOY s -")
        #expect(world.requests.isEmpty)
    }

    @Test("a variable names the profile", arguments: ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"])
    func variable(name: String) async throws {
        let world = CredentialWorld()
        world.file("/etc/aws", "[deploy]\naws_access_key_id = DEPLOY\naws_secret_access_key = s\naws_session_token = t\n")
        #expect(try await world.find([name: "deploy", "AWS_SHARED_CREDENTIALS_FILE": "/etc/aws"]) == "DEPLOY s t")
    }

    @Test func `where there are none, the error says of each source why it doesn't apply, in their order`() async throws {
        let error = try await CredentialWorld().failure()
        #expect(error.reason == .unauthenticated)
        #expect(error.summary == "there are no AWS credentials")
        #expect(
            error.message == """
                Looked for in this order: the environment: AWS_ACCESS_KEY_ID is not set; the role of profile default: it has no role_arn; \
                web identity: no web_identity_token_file in profile default, and AWS_WEB_IDENTITY_TOKEN_FILE is not set; \
                SSO: no sso_account_id in profile default; /home/me/.aws/credentials: no aws_access_key_id in profile default; \
                `aws login`: no login_session in profile default; credential_process: not in profile default; \
                /home/me/.aws/config: no aws_access_key_id in profile default; \
                the container: AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI are not set; \
                the instance: no metadata service answers at http://169.254.169.254: no connection
                """)
    }

    @Test(
        "half a key, or an end that is no time, is an error, and not passed over",
        arguments: [
            (["AWS_ACCESS_KEY_ID": "A"], "", "AWS_SECRET_ACCESS_KEY is not"),
            (
                ["AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s", "AWS_CREDENTIAL_EXPIRATION": "soon"], "",
                "AWS_CREDENTIAL_EXPIRATION is no time"
            ),
            ([:], "[default]\naws_access_key_id = A\n", "profile default in /home/me/.aws/credentials has an aws_access_key_id and no"),
        ])
    func half(environment: [String: String], file: String, summary: String) async throws {
        let world = CredentialWorld()
        world.file("~/.aws/credentials", file)
        #expect(try await world.failure(environment).summary.contains(summary))
    }

    @Test func `a profile of aws login says how another program can use it`() async throws {
        let world = CredentialWorld()
        world.file("~/.aws/config", "[default]\nlogin_session = arn:aws:iam::1:user/me\n")
        #expect(try await world.failure().fix?.contains("aws configure export-credentials --profile default --format process") == true)
    }

    @Test func `a token's older name goes before its newer one, in variables and in files`() async throws {
        let world = CredentialWorld()
        let keys = ["AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s", "AWS_SESSION_TOKEN": "new"]
        #expect(try await world.find(keys) == "A s new")
        #expect(try await world.find(keys.merging(["AWS_SECURITY_TOKEN": "old"]) { $1 }) == "A s old")
        world.file(
            "~/.aws/credentials",
            "[default]\naws_access_key_id = F\naws_secret_access_key = s\naws_session_token = new\naws_security_token = old\n")
        #expect(try await world.find() == "F s old")
    }

    @Test func `credentials in the environment that have ended are refused before any call`() async throws {
        let error = try await CredentialWorld().failure([
            "AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s", "AWS_CREDENTIAL_EXPIRATION": CredentialWorld.anHourAgo,
        ])
        #expect(error.summary == "the AWS credentials ended at 2015-08-30T11:36:00Z")
    }
}
