import AWS
import Cloud
import Model
import TestSupport
import Testing

/// Emulators are right in much and wrong in some; what they are wrong in is written down, and looked at each time.
@Suite struct EmulatorTests {
    @Test("where an emulator was wrong it still is: one that has turned right is to be gone by", arguments: Emulator.allCases)
    func faults(_ emulator: Emulator) async throws {
        let faults = EmulatorFault.all.filter { $0.emulator == emulator }
        #expect(!faults.isEmpty)
        try await emulator.run { url in
            try await NetworkTransport.withTransport { network in
                let environment = emulator.credentials.merging(["AWS_ENDPOINT_URL": url]) { $1 }
                let runtime = TestWorld().runtime(environment)
                let endpoints = try Endpoints(Fixture.stack.aws, environment: environment)
                let aws = RESTTransport(
                    CloudClient("AWS", transport: network, runtime: runtime), endpoints: endpoints, credentials: TestWorld.keys(emulator))
                if emulator == .moto { try await MotoAccount.makeFunction("Process", at: url, over: network) }
                for fault in faults {
                    let isRight = try await fault.isRight(aws)
                    #expect(!isRight, "\(emulator) is right now: \(fault.aws). Take it out of the table, and hold the scenarios against it")
                }
            }
        }
    }

    @Test func `the table of faults is written down`() throws {
        let rows = EmulatorFault.all.map { "| \($0.emulator.rawValue) | \($0.aws) | \($0.reality) | \($0.consequence) |" }
        let text =
            "# Emulators\n\nThe tests run against the sandbox, [moto](https://docs.getmoto.org) and ministack. Where one of the two is known to be wrong, "
            + "it isn't gone by; a test\nlooks at each of these, and says so when an emulator has turned right. This page is made from the tests.\n\n"
            + "| | AWS | the emulator | so that |\n|---|---|---|---|\n" + rows.joined(separator: "\n") + "\n"
        try Golden("../../docs/reference", testFile: #filePath).expect(text, "emulators.md")
    }
}

extension TestWorld {
    fileprivate static func keys(_ emulator: Emulator) -> AWSCredentials {
        AWSCredentials(accessKeyID: emulator.credentials["AWS_ACCESS_KEY_ID"] ?? "", secretAccessKey: Secret("none"), sessionToken: nil)
    }
}
