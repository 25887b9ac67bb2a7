import Foundation
import Model
import TestSupport
import Testing

@Suite("Against ministack, which knows partner buses")
struct MinistackTests {
    @Test("the partner bus's AWS half is planned, made, seen again as declared, and mended after a drift")
    func partnerBus() async throws {
        try await Emulator.ministack.run { url in
            try await Reconcile.withClouds { clouds in
                let reconcile = clouds.with(Emulator.ministack.credentials).with(["AWS_ENDPOINT_URL": url])
                let scenario = WholeLifeTests.partnerBus
                try await reconcile.createFunction("ProcessGenesysEndEvents")
                // That the bus is missing can't be seen there (`EmulatorFault`).
                try await reconcile.aws("events", "create-event-bus", "--name", scenario.bus, "--event-source-name", scenario.bus)
                try await reconcile.aws("sqs", "create-queue", "--queue-name", "genesys-dlq", "--endpoint-url", url)

                for life in ["made from nothing", "mended after a drift"] {
                    let planned = try await reconcile("plan", "-f", scenario.manifests, "--detailed-exitcode")
                    #expect(planned.code == 2, "\(life): \(planned.output)\(planned.messages)")
                    let applied = try await reconcile("apply", "-f", scenario.manifests, "--auto-approve")
                    #expect(applied.code == 0, "\(life): \(applied.output)\(applied.messages)")
                    let empty = try await reconcile("plan", "-f", scenario.manifests, "--detailed-exitcode")
                    #expect(empty.code == 0, "\(life): \(empty.output)\(empty.messages)")
                    try await reconcile.disable(scenario.rule, on: scenario.bus)
                }
                #expect(try await statements(reconcile, url) == 2)
            }
        }
    }

    /// In the policies of the function and of the dead-letter queue.
    private func statements(_ reconcile: Reconcile, _ url: String) async throws -> Int {
        let queue = try await reconcile.aws(
            "sqs", "get-queue-attributes", "--endpoint-url", url, "--queue-url", "\(url)/123456789012/genesys-dlq", "--attribute-names",
            "All")
        let policy = try Value(json: queue.output)["Attributes"]?["Policy"]?.string.flatMap { try? Value(json: $0) }
        let function = try await Program.run(
            Program.tool("aws"), ["lambda", "get-policy", "--function-name", "ProcessGenesysEndEvents"], environment: reconcile.environment)
        let own = function.code == 0 ? try Value(json: function.output)["Policy"]?.string.flatMap { try? Value(json: $0) } : nil
        return (policy?["Statement"]?.list?.count ?? 0) + (own?["Statement"]?.list?.count ?? 0)
    }
}
