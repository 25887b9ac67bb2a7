import AWS
import Cloud
import Model
import Testing

@Suite struct RoleCredentialsTests {
    private let world = CredentialWorld()
    private static let sts = "https://sts.us-east-1.amazonaws.com/"

    private func config(_ text: String) {
        world.file("~/.aws/config", text)
        world.file("~/.aws/credentials", "[base]\naws_access_key_id = BASE\naws_secret_access_key = basesecret\n")
    }

    @Test func `the role is assumed with the source profile's keys, and all that the profile says`() async throws {
        config(
            """
            [profile deploy]
            role_arn = arn:aws:iam::1:role/deploy
            source_profile = base
            external_id = ext 1
            role_session_name = ci
            duration_seconds = 900
            """)
        world.on(Self.sts, CredentialWorld.role("AssumeRole", "ROLE"))
        #expect(try await world.find(["AWS_PROFILE": "deploy"]) == "ROLE s3cr3t t0k3n")
        #expect(
            world.bodies == [
                "Action=AssumeRole&DurationSeconds=900&ExternalId=ext%201&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fdeploy"
                    + "&RoleSessionName=ci&Version=2011-06-15"
            ])
        let signature = world.requests[0].headers.first { $0.name == "Authorization" }?.value
        #expect(signature?.contains("Credential=BASE/20150830/us-east-1/sts/") == true)
    }

    @Test func `roles are assumed one through the other, each with the last one's session`() async throws {
        config(
            """
            [profile a]
            role_arn = arn:aws:iam::1:role/a
            source_profile = b
            [profile b]
            role_arn = arn:aws:iam::1:role/b
            source_profile = base
            """)
        world.on(Self.sts) { request in
            let role = String(decoding: request.body, as: UTF8.self).contains("role%2Fa") ? "A" : "B"
            return HTTPResponse(status: 200, body: Array(CredentialWorld.role("AssumeRole", role).utf8))
        }
        #expect(try await world.find(profile: "a") == "A s3cr3t t0k3n")
        let signers = world.requests.map { $0.headers.first { $0.name == "Authorization" }?.value.split(separator: "/")[0] ?? "" }
        #expect(signers.map { $0.hasSuffix("=BASE") } == [true, false])
        #expect(signers.map { $0.hasSuffix("=B") } == [false, true])
        #expect(world.bodies.allSatisfy { $0.contains("RoleSessionName=reconcile-1440938160") })
    }

    @Test func `a profile may be its own source, for its own keys`() async throws {
        config("[profile me]\nrole_arn = arn:aws:iam::1:role/a\nsource_profile = me\naws_access_key_id = ME\naws_secret_access_key = s\n")
        world.on(Self.sts, CredentialWorld.role("AssumeRole", "ROLE"))
        #expect(try await world.find(profile: "me") == "ROLE s3cr3t t0k3n")
    }

    @Test("this machine's credentials may be the source", arguments: ["Environment", "EcsContainer", "Ec2InstanceMetadata"])
    func machine(source: String) async throws {
        config("[default]\nrole_arn = arn:aws:iam::1:role/a\ncredential_source = \(source)\n")
        world.on(Self.sts, CredentialWorld.role("AssumeRole", "ROLE"))
        world.on("http://169.254.170.2/role", CredentialWorld.document("EcsContainer"))
        InstanceCredentialsTests.serve(world, "Ec2InstanceMetadata")
        let environment = [
            "AWS_ACCESS_KEY_ID": "Environment", "AWS_SECRET_ACCESS_KEY": "s", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/role",
        ]
        #expect(try await world.find(environment, profile: "default") == "ROLE s3cr3t t0k3n")
        let signature = world.requests.last?.headers.first { $0.name == "Authorization" }?.value
        #expect(signature?.contains("Credential=\(source)/") == true)
    }

    @Test(
        "what can't be assumed is said with the profile's name, and nothing is called",
        arguments: [
            ("mfa_serial = arn:aws:iam::1:mfa/me\nsource_profile = base", "profile p asks for an MFA code (mfa_serial)"),
            ("source_profile = nobody", "profile p names the source_profile nobody, which doesn't exist"),
            ("source_profile = q", "profile p is its own source_profile in the end: p → q → p"),
            ("source_profile = p", "profile p is its own source_profile in the end: p → p"),
            ("source_profile = base\ncredential_source = Environment", "profile p has both"),
            ("region = us-east-1", "profile p has a role_arn and nothing to assume it with"),
            ("credential_source = Lambda", "profile p has the unknown credential_source Lambda"),
            ("source_profile = empty", "there are no credentials to assume the role of profile p with"),
            ("source_profile = base\nduration_seconds = long", "profile p has a duration_seconds that is no whole number"),
        ])
    func refused(settings: String, summary: String) async throws {
        config(
            """
            [profile p]
            role_arn = arn:aws:iam::1:role/p
            \(settings)
            [profile q]
            role_arn = arn:aws:iam::1:role/q
            source_profile = p
            [profile empty]
            region = us-east-1
            """)
        let error = try await world.failure(profile: "p")
        // A cycle is found where it closes.
        let expected = settings == "source_profile = q" ? summary.replacing("profile p is", with: "profile q is") : summary
        #expect(error.summary.hasPrefix(expected))
        #expect(error.reason == .unauthenticated)
        #expect(world.requests.isEmpty)
    }

    @Test func `a role that STS denies is named, with what is missing`() async throws {
        config("[profile p]\nrole_arn = arn:aws:iam::1:role/p\nsource_profile = base\n")
        world.on(
            Self.sts, status: 403,
            """
            <ErrorResponse><Error><Code>AccessDenied</Code><Message>User: arn:aws:iam::1:user/b is not authorized to perform: \
            sts:AssumeRole on resource: arn:aws:iam::1:role/p</Message></Error><RequestId>r-1</RequestId></ErrorResponse>
            """)
        let error = try await world.failure(profile: "p")
        #expect(error.reason == .forbidden)
        #expect(error.summary == "STS denied sts:AssumeRole on arn:aws:iam::1:role/p")
    }

    @Test("an answer that is broken or expired gives no credentials, and isn't quoted", arguments: ["broken", "expired", "empty"])
    func broken(_ how: String) async throws {
        config("[profile p]\nrole_arn = arn:aws:iam::1:role/p\nsource_profile = base\n")
        let good = CredentialWorld.role("AssumeRole", "ROLE", expiration: CredentialWorld.anHourAgo)
        world.on(Self.sts, how == "broken" ? String(good.dropLast(20)) : how == "expired" ? good : "")
        let error = try await world.failure(profile: "p")
        #expect(error.reason == (how == "expired" ? .unauthenticated : .unexpectedAnswer))
        #expect(!"\(error)".contains("s3cr3t"))
    }
}
