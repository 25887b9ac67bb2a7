import Foundation
import Model
import Sandbox
import Testing

@Suite("Server")
struct ServerTests {
    @Test("A taken port is an error, not a hang")
    func takenPort() async throws {
        try await withSandbox { sandbox in
            await #expect(throws: SandboxError.self) {
                try await Sandbox.run(.test { $0.port = sandbox.port }) { _ in }
            }
        }
    }

    @Test("A file that can't be read or written is an error that names it")
    func badFiles() async throws {
        let file = URL.temporaryDirectory.appending(path: "sandbox-bad-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(#"{"aws":1}"#.utf8).write(to: file)
        let isNamed = { (error: any Error) in "\(error)".contains(file.lastPathComponent) }
        await #expect(performing: { try await Sandbox.run(.test { $0.stateFile = file.path }) { _ in } }, throws: isNamed)
        let log = file.path + "/log"
        await #expect(performing: { try await Sandbox.run(.test { $0.logFile = log }) { _ in } }, throws: isNamed)
    }

    @Test("What the body throws comes out, and the port is free again")
    func bodyThrows() async throws {
        struct Failure: Error {}
        var port = 0
        await #expect(throws: Failure.self) {
            try await Sandbox.run(.test()) { sandbox in
                port = sandbox.port
                throw Failure()
            }
        }
        try await withSandbox(.test { $0.port = port }) { #expect($0.port == port) }
    }

    @Test("The variables point every client at the sandbox")
    func environment() async throws {
        try await withSandbox { sandbox in
            let variables = Dictionary(sandbox.environment, uniquingKeysWith: { first, _ in first })
            #expect(variables["AWS_ENDPOINT_URL"] == "http://127.0.0.1:\(sandbox.port)")
            #expect(variables["GENESYSCLOUD_API_URL"] == variables["GENESYSCLOUD_LOGIN_URL"])
            #expect(variables.count == 9)
        }
    }

    @Test("Many requests at once are all answered and all logged")
    func concurrency() async throws {
        try await withSandbox { sandbox in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<100 { group.addTask { try await sandbox.putRule("r\(index)").status } }
                for try await status in group { #expect(status == 200) }
            }
            #expect(try await sandbox.call("events.ListRules")["Rules"]?.list?.count == 100)
            #expect(sandbox.requests.map(\.sequence) == Array(1...101))
        }
    }
}
