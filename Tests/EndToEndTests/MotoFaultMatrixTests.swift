import Applying
import Model
import Planning
import Sandbox
import TestSupport
import Testing

/// The faults of `FaultMatrixTests` before moto: what others take AWS to do on the way must come to the same.
@Suite("Whatever a call to moto meets, the outcome is true and the next apply converges")
struct MotoFaultMatrixTests {
    private static let made = set(
        """
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: ended}
        spec:
          eventBusName: default
          name: Ended
          eventPattern: {source: [genesys.cloud]}
          tags: {team: care}
          targets: {main: {arn: "\(Neighbors.function)ProcessGenesysEndEvents"}, other: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}
        """)
    private static let unmade = set("")

    private static func set(_ rules: String) -> String {
        """
        apiVersion: reconcile/v1
        kind: Stack
        metadata: {name: prod}
        spec:
          owner: acme
          genesys: {region: us-east-1, api: platform}
          aws: {region: us-east-1, accountId: "123456789012"}
          safety: {maxDeletes: 20}
        \(rules)
        """
    }

    @Test("a fault of one call is overcome, one that lasts ends in a true outcome, whether a rule is made or goes")
    func matrix() async throws {
        let made = try await Transition(testDescription: "", former: Self.unmade, wanted: Self.made, rules: []).states()
        let unmade = try #require(made.former)
        try await Moto.run { moto in
            try await Reconcile.withClouds { clouds in
                let reconcile = clouds.with(["AWS_ENDPOINT_URL": moto.url])
                try await reconcile.createFunction("ProcessGenesysEndEvents")
                try await reconcile.aws("sqs", "create-queue", "--queue-name", "ended", "--endpoint-url", moto.url)
            }
            try await VirtualClouds.run(awsAt: moto.url) { clouds in
                var table: [String] = []
                for (wanted, back) in [(made.wanted, unmade), (unmade, made.wanted)] {
                    try await expectConverged(clouds, back)
                    let operations = try await operations(clouds, wanted, from: moto)
                    try await expectConverged(clouds, back)
                    for operation in operations {
                        for cell in NamedFault.transient + NamedFault.lasting where cell.isMade(of: operation) {
                            let row = "\(operation) | \(cell.name)"
                            let run = try await FaultProxy.run(before: moto.url, cell.plan(operation)) { proxy in
                                try await clouds.apply(
                                    wanted, through: proxy.url, timeout: cell.fault == .hung ? .seconds(1) : .seconds(10))
                            }
                            if !cell.lasts { #expect(run.isConverged, "\(row): \(run.story)") }
                            try await clouds.expectTruth(of: run, wanted, row)
                            table.append("\(row) | \(run.verdict)")
                            try await expectConverged(clouds, wanted)
                            try await expectConverged(clouds, back)
                        }
                    }
                }
                print("fault matrix before moto: \(table.count) cells\n" + table.joined(separator: "\n"))
                #expect(table.count > 40)
            }
        }
    }

    private func expectConverged(_ clouds: VirtualClouds, _ desired: DesiredState) async throws {
        let run = try await clouds.apply(desired)
        #expect(run.isConverged, "\(run.story)")
    }

    private func operations(_ clouds: VirtualClouds, _ wanted: DesiredState, from moto: Moto) async throws -> [String] {
        try await FaultProxy.run(before: moto.url) { proxy in
            let run = try await clouds.apply(wanted, through: proxy.url)
            #expect(run.isConverged, "\(run.story)")
            return Set(proxy.calls.map(\.operation)).sorted()
        }
    }
}
