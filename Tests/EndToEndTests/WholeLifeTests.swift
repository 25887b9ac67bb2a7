import Foundation
import Model
import Sandbox
import TestSupport
import Testing

@Suite("A manifest set's whole life: plan, apply, plan, drift, repair")
struct WholeLifeTests {
    struct Scenario: Sendable, CustomTestStringConvertible {
        var name: String
        var manifests: String
        var bus: String
        var rule: String

        var testDescription: String { name }
        var golden: Golden { Golden("Scenarios/\(name)", testFile: #filePath) }
    }

    static let tutorial = Scenario(name: "001-tutorial", manifests: "manifests/tutorial", bus: "default", rule: "GenesysCloudQueueEndRule")
    static let partnerBus = Scenario(
        name: "002-partner-bus", manifests: "manifests/partner-bus",
        bus: "aws.partner/genesys.com/cloud/6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b/prod", rule: "PartnerSupportEnded")

    @Test("plans what is missing and changes nothing", arguments: [tutorial, partnerBus])
    func plan(_ scenario: Scenario) async throws {
        try await Reconcile.withClouds { reconcile in
            let text = try await reconcile("plan", "-f", scenario.manifests)
            let json = try await reconcile("plan", "-f", scenario.manifests, "--output", "json", "--detailed-exitcode")

            #expect(text.code == 0 && json.code == 2)
            try scenario.golden.expect(text.output, "plan.txt")
            try scenario.golden.expect(json.output, "plan.json")
            #expect(!reconcile.sandbox.requests.isEmpty)
            #expect(reconcile.mutations == [])
        }
    }

    @Test("converges, and has nothing to do the second time", arguments: [tutorial, partnerBus])
    func apply(_ scenario: Scenario) async throws {
        try await Reconcile.withClouds { reconcile in
            let first = try await reconcile("apply", "-f", scenario.manifests, "--auto-approve")
            #expect(first.code == 0, "\(first.output)\(first.messages)")
            reconcile.sandbox.clearRequests()

            let plan = try await reconcile("plan", "-f", scenario.manifests, "--detailed-exitcode")
            let second = try await reconcile("apply", "-f", scenario.manifests, "--auto-approve")
            #expect(plan.code == 0 && second.code == 0)
            try scenario.golden.expect(plan.output, "empty.txt")
            #expect(reconcile.mutations == [])
        }
    }

    @Test("applies the plan that was saved", arguments: [tutorial, partnerBus])
    func savedPlan(_ scenario: Scenario) async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder { folder in
                let saved = try await reconcile("plan", "-f", scenario.manifests, "--out", "\(folder)/saved.json")
                let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/saved.json")[.posixPermissions] as? Int
                let applied = try await reconcile("apply", "\(folder)/saved.json")
                let plan = try await reconcile("plan", "-f", scenario.manifests, "--detailed-exitcode")

                #expect(saved.code == 0 && applied.code == 0 && plan.code == 0, "\(applied.output)\(applied.messages)")
                #expect(mode == 0o600)
            }
        }
    }

    @Test("sees a drift, shows just that, and repairs it", arguments: [tutorial, partnerBus])
    func drift(_ scenario: Scenario) async throws {
        try await Reconcile.withClouds { reconcile in
            _ = try await reconcile("apply", "-f", scenario.manifests, "--auto-approve")
            try await reconcile.disable(scenario.rule, on: scenario.bus)
            reconcile.sandbox.clearRequests()

            let drifted = try await reconcile("plan", "-f", scenario.manifests, "--detailed-exitcode")
            #expect(drifted.code == 2)
            try scenario.golden.expect(drifted.output, "drift.txt")
            #expect(try await reconcile("apply", "-f", scenario.manifests, "--auto-approve").code == 0)
            #expect(reconcile.mutations == ["events.PutRule"])
            #expect(try await reconcile("plan", "-f", scenario.manifests, "--detailed-exitcode").code == 0)
        }
    }

    @Test("both sets live in one account beside each other")
    func together() async throws {
        try await Reconcile.withClouds { reconcile in
            for arguments in [["apply", "--auto-approve"], ["plan", "--detailed-exitcode"]] {
                for scenario in [Self.tutorial, Self.partnerBus] {
                    let run = try await reconcile.run(arguments + ["-f", scenario.manifests])
                    #expect(run.code == 0, "\(run.output)\(run.messages)")
                }
            }
        }
    }
}
