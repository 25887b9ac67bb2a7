import AWS
import Cloud
import Model
import Testing

@Suite struct InstanceCredentialsTests {
    private let world = CredentialWorld()

    /// A metadata service that wants version 2's token.
    static func serve(_ world: CredentialWorld, at base: String = "http://169.254.169.254", _ id: String, document: String? = nil) {
        let document = document ?? CredentialWorld.document(id)
        world.on(base + "/latest/") { request in
            let path = request.url.dropFirst(base.count + "/latest".count)
            let hasToken = request.headers.contains(HTTPHeader("x-aws-ec2-metadata-token", "imds-token"))
            let text: String? =
                switch (request.method, path) {
                case ("PUT", "/api/token"): "imds-token"
                case ("GET", "/meta-data/iam/security-credentials/") where hasToken: "app-role"
                case ("GET", "/meta-data/iam/security-credentials/app-role") where hasToken: document
                default: nil
                }
            return text.map { HTTPResponse(status: 200, body: Array($0.utf8)) } ?? HTTPResponse(status: 401)
        }
    }

    @Test(
        "the instance's role is read with a token, from wherever the service is",
        arguments: [
            ([:], "http://169.254.169.254"),
            (["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1338/"], "http://127.0.0.1:1338"),
            (["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6"], "http://[fd00:ec2::254]"),
        ])
    func good(environment: [String: String], base: String) async throws {
        Self.serve(world, at: base, "EC2")
        #expect(try await world.find(environment) == "EC2 s3cr3t t0k3n")
        #expect(world.requests.map(\.method) == ["PUT", "GET", "GET"])
        #expect(world.requests.allSatisfy { $0.timeout == .seconds(1) })
        #expect(world.requests[0].headers == [HTTPHeader("x-aws-ec2-metadata-token-ttl-seconds", "21600")])
    }

    @Test func `it isn't asked where that is switched off`() async throws {
        Self.serve(world, "EC2")
        let error = try await world.failure(["AWS_EC2_METADATA_DISABLED": "TRUE"])
        #expect(error.message?.contains("the instance: AWS_EC2_METADATA_DISABLED is true") == true)
        #expect(world.requests.isEmpty)
    }

    @Test("without a token version 1 is not tried", arguments: [403, 404, 405])
    func noToken(status: Int) async throws {
        world.on("http://169.254.169.254/", status: status, "")
        let error = try await world.failure()
        #expect(error.message?.hasSuffix("the instance: its metadata service gives no token: HTTP \(status)") == true)
        #expect(world.requests.count == 1)
    }

    @Test func `an instance without a role has no credentials`() async throws {
        world.on("http://169.254.169.254/") { $0.method == "PUT" ? HTTPResponse(status: 200, body: [97]) : HTTPResponse(status: 404) }
        #expect(try await world.failure().message?.hasSuffix("the instance: it has no role") == true)
    }

    @Test(
        "a broken or expired answer is an error",
        arguments: [
            ("", "it is no JSON object"), ("{}", "it has no Expiration"),
            (#"{"Code":"AssumeRoleUnauthorizedAccess","Message":"EC2 cannot assume the role"}"#, "AssumeRoleUnauthorizedAccess"),
            (CredentialWorld.document("EC2", expiration: CredentialWorld.anHourAgo), "ended at 2015-08-30T11"),
        ])
    func broken(document: String, summary: String) async throws {
        Self.serve(world, "EC2", document: document)
        #expect(try await world.failure().summary.contains(summary))
    }

    @Test("the profile may say where and how patiently it is asked; a variable goes before it")
    func profile() async throws {
        world.file(
            "~/.aws/config",
            """
            [default]
            ec2_metadata_service_endpoint = http://127.0.0.1:1
            metadata_service_timeout = 7
            metadata_service_num_attempts = 2
            [profile six]
            imds_use_ipv6 = true
            """)
        Self.serve(world, at: "http://127.0.0.1:2", "EC2")
        Self.serve(world, at: "http://[fd00:ec2::254]", "SIX")
        #expect(try await world.find(["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:2"]) == "EC2 s3cr3t t0k3n")
        #expect(world.requests.allSatisfy { $0.timeout == .seconds(7) })
        #expect(try await world.failure().message?.contains("no metadata service answers at http://127.0.0.1:1") == true)
        #expect(world.requests.count == 3 + 2)
        #expect(try await world.find(profile: "six") == "SIX s3cr3t t0k3n")
    }

    @Test(
        "a number that is none is named", arguments: ["AWS_METADATA_SERVICE_TIMEOUT", "AWS_METADATA_SERVICE_NUM_ATTEMPTS"],
        ["0", "1.5", "x"])
    func numbers(variable: String, text: String) async throws {
        #expect(try await world.failure([variable: text]).summary == "\(variable) is no whole number above 0")
    }

    @Test func `a variable that holds no URL is named`() async throws {
        let error = try await world.failure(["AWS_EC2_METADATA_SERVICE_ENDPOINT": "metadata"])
        #expect(error.summary == "AWS_EC2_METADATA_SERVICE_ENDPOINT holds no plain URL")
    }
}
