import AWS
import Model
import Testing

@Suite struct ProfilesTests {
    private let world = CredentialWorld()

    @Test func `names in quotes, comments, spaces, colons and keys in capitals are read as the AWS CLI reads them`() async throws {
        world.file(
            "~/.aws/config",
            """
            # a comment = with a sign
            [profile "two words"]   ; after the header
            AWS_Access_Key_Id:A1
              ; an indented comment

            aws_secret_access_key = s=1 # no comment
            s3 =
                max_concurrent_requests = 20
            [preview]
            x = 1
            """)
        #expect(try await world.find(profile: "two words") == "A1 s=1 # no comment -")
    }

    @Test func `the credentials file's keys go before the config file's of the same profile`() async throws {
        world.file("~/.aws/config", "[default]\naws_access_key_id = CONFIG\naws_secret_access_key = s\n")
        world.file("~/.aws/credentials", "[default]\r\naws_access_key_id = KEYS\r\naws_secret_access_key = s\r\n")
        #expect(try await world.find() == "KEYS s -")
    }

    @Test func `both files may stand elsewhere`() async throws {
        world.file("/etc/c", "[profile p]\ncredential_process = x\n")
        world.file("~/k", "[p]\naws_access_key_id = K\naws_secret_access_key = s\n")
        #expect(try await world.find(["AWS_CONFIG_FILE": "/etc/c", "AWS_SHARED_CREDENTIALS_FILE": "~/k"], profile: "p") == "K s -")
    }

    @Test(
        "a malformed file is said with its line, and without its text",
        arguments: [
            ("key = s3cr3t\n", "1: a setting stands before the first [section]"),
            ("[default]\n\ns3cr3t\n", "3: expected a line such as: key = value"),
            ("[default]\n= s3cr3t\n", "2: expected a line such as: key = value"),
            ("[default\nx = s3cr3t\n", "1: a section's name must stand in brackets"),
            ("[]\n", "1: a section's name must stand in brackets"),
            ("[default]\n[x]\n[default]\n", "3: [default] stands at line 1 already"),
            ("[default]\na = 1\nA = s3cr3t\n", "3: a is set at line 2 already"),
        ])
    func malformed(text: String, problem: String) async throws {
        world.file("~/.aws/config", text)
        let error = try await world.failure()
        #expect(error.summary == "/home/me/.aws/config:\(problem)")
        #expect(!"\(error)".contains("s3cr3t"))
    }

    @Test("a profile that doesn't exist is an error, also beside keys in the environment", arguments: [true, false])
    func unknown(isVariable: Bool) async throws {
        world.file("~/.aws/config", "[default]\n[profile prod]\n")
        var environment = ["AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s"]
        if isVariable { environment["AWS_PROFILE"] = "prd" }
        let error = try await world.failure(environment, profile: isVariable ? nil : "prd")
        #expect(error.summary == "there is no AWS profile prd")
        #expect(error.fix == "name one of default, prod")
    }
}
