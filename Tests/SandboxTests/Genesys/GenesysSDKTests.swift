import Foundation
import Sandbox
import Testing

/// `RECONCILE_GENESYS_SDK` names a Python that has the vendor's SDK, `purecloudplatformclientv2`.
private let python = ProcessInfo.processInfo.environment["RECONCILE_GENESYS_SDK"].flatMap { $0.isEmpty ? nil : $0 }

@Suite("Genesys Cloud's own SDK")
struct GenesysSDKTests {
    @Test("It works against the sandbox and reads what it answers", .enabled(if: python != nil))
    func works() async throws {
        let python = try #require(python)
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "genesys_sdk.py")
        let home = URL.temporaryDirectory.appending(path: "sandbox-sdk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        try await Sandbox.run { sandbox in
            let output = Pipe()
            let process = Process()
            process.executableURL = URL(filePath: python)
            process.arguments = [script.path, sandbox.url, SandboxIdentity.clientID, SandboxIdentity.clientSecret]
            // The SDK reads and watches a configuration in the home folder.
            process.environment = ["HOME": home.path]
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let text = try output.fileHandleForReading.readToEnd().map { String(decoding: $0, as: UTF8.self) } ?? ""
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(text)")
        }
    }
}
