import AWS
import Cloud
import Model
import TestSupport
import Testing

/// The sources that ask a service, over a real connection to a server on this machine. What they make of answers in detail their own suites show.
@Suite struct CredentialEndpointTests {
    enum Source: String, CaseIterable, Sendable {
        case role, webIdentity, sso, container, instance

        /// What sets the source up, with its service at a URL.
        func environment(_ url: String) -> [String: String] {
            switch self {
            case .role: ["AWS_ENDPOINT_URL_STS": url, "AWS_PROFILE": "role"]
            case .webIdentity:
                ["AWS_ENDPOINT_URL_STS": url, "AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/web"]
            case .sso: ["AWS_ENDPOINT_URL_SSO": url, "AWS_ENDPOINT_URL_SSO_OIDC": url, "AWS_PROFILE": "sso"]
            case .container: ["AWS_CONTAINER_CREDENTIALS_FULL_URI": url + "/container?x=1", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "pass"]
            case .instance: ["AWS_EC2_METADATA_SERVICE_ENDPOINT": url]
            }
        }

        /// The service's answer; 401 to a request that doesn't prove what it must.
        func answer(_ request: LocalServer.Request, _ document: String) -> LocalServer.Answer {
            let refusal = LocalServer.Answer(status: 401, "{}")
            switch self {
            case .role:
                return request.header("Authorization")?.contains("Credential=BASE/") == true ? .init(document) : refusal
            case .webIdentity:
                return request.body.contains("WebIdentityToken=jwt") && request.header("Authorization") == nil ? .init(document) : refusal
            case .sso:
                if request.target == "/token" {
                    let isRenewal = request.body.contains(#""refreshToken":"r-1""#)
                    return isRenewal ? .init(#"{"accessToken":"sso-2","expiresIn":3600}"#) : refusal
                }
                return request.header("x-amz-sso_bearer_token") == "sso-2" ? .init(document) : refusal
            case .container:
                return request.target == "/container?x=1" && request.header("Authorization") == "pass" ? .init(document) : refusal
            case .instance:
                if request.method == "PUT" { return .init("pass") }
                guard request.header("x-aws-ec2-metadata-token") == "pass" else { return refusal }
                return .init(request.target.hasSuffix("/") ? "app-role" : document)
            }
        }

        func document(expiration: String, milliseconds: Int) -> String {
            switch self {
            case .role: CredentialWorld.role("AssumeRole", "KEY", expiration: expiration)
            case .webIdentity: CredentialWorld.role("AssumeRoleWithWebIdentity", "KEY", expiration: expiration)
            case .sso: SSOCredentialsTests.answer("KEY", expiration: milliseconds)
            case .container, .instance: CredentialWorld.document("KEY", expiration: expiration)
            }
        }
    }

    /// The connections, with as much time as a machine under load needs.
    private struct Patient: HTTPTransport {
        let network: NetworkTransport

        func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
            var request = request
            request.timeout = nil
            return try await network.send(request)
        }
    }

    private func credentials(_ source: Source, _ document: String) async throws -> AWSCredentials {
        let world = CredentialWorld()
        world.file("/token", "jwt")
        world.file("~/.aws/credentials", "[base]\naws_access_key_id = BASE\naws_secret_access_key = s\n")
        world.file(
            "~/.aws/config",
            """
            [profile role]
            role_arn = arn:aws:iam::1:role/r
            source_profile = base
            [profile sso]
            sso_session = work
            sso_account_id = 1
            sso_role_name = r
            [sso-session work]
            sso_start_url = https://d-1.awsapps.com/start
            sso_region = us-east-1
            """)
        world.file(
            "~/.aws/sso/cache/\(SSOCredentialsTests.digest(of: "work")).json",
            #"{"accessToken":"sso-1","expiresAt":"\#(CredentialWorld.anHourAgo)","clientId":"c","clientSecret":"s","refreshToken":"r-1","#
                + #""registrationExpiresAt":"2015-11-01T00:00:00Z"}"#)
        return try await LocalServer.run {
            source.answer($0, document)
        } _: { url in
            try await NetworkTransport.withTransport(timeout: .seconds(600), connecting: .seconds(600)) { network in
                try await world.provider(source.environment(url), http: Patient(network: network)).credentials()
            }
        }
    }

    @Test("good answers give credentials", arguments: Source.allCases)
    func good(_ source: Source) async throws {
        let found = try await credentials(source, source.document(expiration: CredentialWorld.inOneHour, milliseconds: 1_440_941_760_000))
        #expect((found.accessKeyID, found.secretAccessKey.reveal(), found.sessionToken?.reveal()) == ("KEY", "s3cr3t", "t0k3n"))
        #expect(found.expiration != nil)
    }

    @Test("expired ones are refused as such", arguments: Source.allCases)
    func expired(_ source: Source) async throws {
        let document = source.document(expiration: CredentialWorld.anHourAgo, milliseconds: 1_440_934_560_000)
        let error = try await Fixture.failure { try await credentials(source, document) }
        #expect(error.reason == .unauthenticated && error.summary == "the AWS credentials ended at 2015-08-30T11:36:00Z")
    }

    @Test("broken ones are told, and not quoted", arguments: Source.allCases, ["<html>s3cr3t</html>", "", #"{"SecretAccessKey":"s3cr3t""#])
    func broken(_ source: Source, document: String) async throws {
        let error = try await Fixture.failure { try await credentials(source, document) }
        #expect([.unauthenticated, .unexpectedAnswer].contains(error.reason))
        #expect(!"\(error)".contains("s3cr3t"))
    }
}
