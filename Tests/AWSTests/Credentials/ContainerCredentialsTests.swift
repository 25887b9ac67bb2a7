import AWS
import Cloud
import Model
import Testing

@Suite struct ContainerCredentialsTests {
    private let world = CredentialWorld()

    @Test func `a relative path is the task's, at the platform's own address`() async throws {
        world.on("http://169.254.170.2/v2/role", CredentialWorld.document("ECS"))
        #expect(try await world.find(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/role"]) == "ECS s3cr3t t0k3n")
        #expect(world.requests.map(\.timeout) == [.seconds(2)])
    }

    @Test(
        "a whole URL is used where it stays on the machine or goes over TLS",
        arguments: [
            "http://localhost:8080/c?x=1", "http://127.0.0.1/c", "http://127.9.9.9:1/c", "http://[::1]:9/c", "http://169.254.170.23/v1/c",
            "http://[fd00:ec2::23]/v1/c", "https://credentials.example/c",
        ])
    func allowed(url: String) async throws {
        world.on(url, CredentialWorld.document("EKS"))
        #expect(try await world.find(["AWS_CONTAINER_CREDENTIALS_FULL_URI": url]) == "EKS s3cr3t t0k3n")
    }

    @Test(
        "another host is refused, and not called",
        arguments: [
            "http://credentials.example/c", "http://169.254.169.254/c", "http://127.0.0.1.example/c", "http://localhost@evil.example/c",
            "http://1270.0.0.1/c", "ftp://localhost/c", "localhost",
        ])
    func refused(url: String) async throws {
        let error = try await world.failure([
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": url, "AWS_CONTAINER_AUTHORIZATION_TOKEN": "t",
        ])
        #expect(error.summary.hasPrefix("AWS_CONTAINER_CREDENTIALS_FULL_URI names a host"))
        #expect(world.requests.isEmpty)
    }

    @Test func `the token's file goes before the token, and is read anew`() async throws {
        world.file("/token", "from-file")
        world.on("http://169.254.170.23/c", CredentialWorld.document("EKS"))
        let environment = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/c", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "plain"]
        _ = try await world.find(environment)
        _ = try await world.find(environment.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token"]) { $1 })
        #expect(world.requests.map(\.headers) == [[HTTPHeader("Authorization", "plain")], [HTTPHeader("Authorization", "from-file")]])
    }

    @Test("a token that no header may hold is refused", arguments: ["a\nb", "a\r\nX: y", "a\rb"])
    func token(text: String) async throws {
        let error = try await world.failure([
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/r", "AWS_CONTAINER_AUTHORIZATION_TOKEN": text,
        ])
        #expect(error.summary.contains("line break"))
        #expect(world.requests.isEmpty)
    }

    @Test(
        "an answer that is broken, expired or a refusal is an error that isn't quoted",
        arguments: [
            (200, "", "it is no JSON object"), (200, "{}", "it has no Expiration"), (200, "<html>", "it is no JSON object"),
            (200, CredentialWorld.document("ECS", expiration: CredentialWorld.anHourAgo), "ended at 2015-08-30T11"),
            (404, "no role", "refuses with HTTP 404"),
        ])
    func broken(status: Int, text: String, summary: String) async throws {
        world.on("http://169.254.170.2/r", status: status, text)
        let error = try await world.failure(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/r"])
        #expect(error.summary.contains(summary))
        #expect(!"\(error)".contains("s3cr3t"))
    }

    @Test func `an endpoint that isn't there is tried three times and is an error`() async throws {
        let error = try await world.failure(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/r"])
        #expect(error.summary == "the container's credential endpoint can't be reached")
        #expect(world.requests.count == 3)
    }
}
