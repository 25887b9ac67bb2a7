import AWS
import Cloud
import FoundationEssentials
import Model
import Testing

@Suite struct ProcessCredentialsTests {
    private let world = CredentialWorld()

    private func configure(_ command: String) { world.file("~/.aws/config", "[default]\ncredential_process = \(command)\n") }

    private func answer(_ output: String, code: Int? = 0, messages: String = "") {
        world.onProgram { _ in ProgramRun(code: code, output: output, messages: messages) }
    }

    @Test(
        "the command is split as a shell would, and none is run",
        arguments: [
            (#"/opt/get --role "a b" 'c "d"' e\ f"#, ["/opt/get", "--role", "a b", #"c "d""#, "e f"]),
            (#"get $HOME ; `x` "\$y\"" ''"#, ["get", "$HOME", ";", "`x`", #"\$y""#, ""]),
        ])
    func split(command: String, words: [String]) async throws {
        configure(command)
        answer(#"{"Version":1,"AccessKeyId":"P","SecretAccessKey":"s","SessionToken":"t","Expiration":"2015-08-30T13:36:00+00:00"}"#)
        #expect(try await world.find() == "P s t")
        #expect(world.programs == [words])
    }

    @Test func `credentials without a session or an end are fine`() async throws {
        configure("get")
        answer(#"{"Version":1,"AccessKeyId":"P","SecretAccessKey":"s"}"#)
        #expect(try await world.find() == "P s -")
    }

    @Test(
        "a broken answer is an error that names the profile, and doesn't quote it",
        arguments: [
            (#"{"Version":2,"AccessKeyId":"P","SecretAccessKey":"s3cr3t"}"#, "in another version than 1"),
            (#"{"AccessKeyId":"P","SecretAccessKey":"s3cr3t"}"#, "in another version than 1"),
            (#"{"Version":1,"SecretAccessKey":"s3cr3t"}"#, "it has no AccessKeyId"),
            (#"{"Version":1,"AccessKeyId":"P","SecretAccessKey":"s3cr3t""#, "it is no JSON object"),
            (#"{"Version":1,"AccessKeyId":"P","SecretAccessKey":"s3cr3t","Expiration":"soon"}"#, "its Expiration is no time"),
            (#"{"Version":1,"AccessKeyId":"P","SecretAccessKey":"s3cr3t","Expiration":"2015-08-30T11:36:00Z"}"#, "ended at 2015-08-30T11"),
            ("", "it is no JSON object"),
        ])
    func broken(output: String, summary: String) async throws {
        configure("get")
        answer(output)
        let error = try await world.failure()
        #expect(error.summary.contains(summary))
        #expect(!"\(error)".contains("s3cr3t"))
    }

    @Test func `a program that fails, takes too long or can't be split is an error`() async throws {
        configure("get")
        answer("", code: 3, messages: "not logged in")
        let failed = try await world.failure()
        #expect(failed.summary == "credential_process of profile default ended with status 3")
        #expect(failed.message == "not logged in")
        world.onProgram { _ in throw ProgramRun.TimedOut() }
        #expect(try await world.failure().summary.hasSuffix("did not end within 60 seconds"))
        configure("get 'x")
        #expect(try await world.failure().summary.hasSuffix("it has a quote that isn't closed"))
    }

    @Test func `a real program's output, status and messages are taken, and it is stopped when its time is up`() async throws {
        let run = try await LocalMachine.live.run(["sh", "-c", "echo \"$1\"; echo no >&2; exit 4", "sh", "a b"], .seconds(600))
        #expect([run.output, run.messages] == ["a b\n", "no\n"])
        #expect(run.code == 4)
        await #expect(throws: ProgramRun.TimedOut.self) { try await LocalMachine.live.run(["/bin/sleep", "600"], .milliseconds(1)) }
    }

    @Test func `a real file is read, and one that isn't there is none`() throws {
        #expect(try LocalMachine.live.read("/nonexistent/config") == nil)
        let path = FileManager.default.temporaryDirectory.appending(path: "reconcile-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(FileManager.default.createFile(atPath: path, contents: Data("[default]".utf8)))
        #expect(try LocalMachine.live.read(path) == Array("[default]".utf8))
    }
}
