import Foundation
import Model
import Sandbox
import Testing

@Suite("Request log")
struct RequestLogTests {
    @Test("Each request is a record that tells operation, effect, status and resource")
    func records() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            _ = try await sandbox.describeRule("nope")
            let token = try await sandbox.token()
            _ = try await sandbox.genesys("GET", "/api/v2/routing/queues/\(SandboxIdentity.supportQueueID)", token: token)
            #expect(
                sandbox.requests.map(\.value) == [
                    [
                        "sequence": 1, "system": "aws", "operation": "events.PutRule", "mutating": true, "status": 200,
                        "resource": "r",
                    ],
                    [
                        "sequence": 2, "system": "aws", "operation": "events.DescribeRule", "mutating": false, "status": 400,
                        "resource": "nope",
                    ],
                    ["sequence": 3, "system": "genesys", "operation": "POST /oauth/token", "mutating": false, "status": 200],
                    [
                        "sequence": 4, "system": "genesys", "operation": "GET /api/v2/routing/queues/{queueId}", "mutating": false,
                        "status": 200, "resource": .string(SandboxIdentity.supportQueueID),
                    ],
                ])
        }
    }

    @Test("It can be read and cleared over HTTP, and the sequence goes on")
    func overHTTP() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            let lines = try await sandbox.send("GET", "/_sandbox/requests").text.split(separator: "\n")
            #expect(lines.count == 1)
            #expect(try await sandbox.send("DELETE", "/_sandbox/requests").status == 204)
            #expect(sandbox.requests.isEmpty)
            _ = try await sandbox.describeRule("r")
            #expect(sandbox.requests.map(\.sequence) == [2])
        }
    }

    @Test("A file gets a line a request, and no secret")
    func file() async throws {
        let file = URL.temporaryDirectory.appending(path: "sandbox-log-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try await withSandbox(.test { $0.logFile = file.path }) { sandbox in
            _ = try await sandbox.platformToken()
            _ = try await sandbox.putRule("r")
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.split(separator: "\n").count == 2)
        #expect(!text.contains(SandboxIdentity.clientSecret))
    }
}
