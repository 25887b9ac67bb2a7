import Foundation
import Model
import Sandbox
import TestSupport
import Testing

@Suite("What the clouds name and describe can't forge what people and machines read")
struct HostileNamesTests {
    /// Clears a terminal, begins lines of its own, a workflow command among them, and turns the direction of reading.
    private static let hostile =
        "a\u{1B}[2J\u{9B}1m\n::error::FORGED\r::warning::FORGED\u{202E}b\u{2066}c\u{200F}\u{7}|`d`\u{2028}::error::FORGED"

    private func withHostileClouds<Result: Sendable>(_ body: (Reconcile, String) async throws -> Result) async throws -> Result {
        try await Reconcile.withClouds { reconcile in
            try await Neighbors.settle(in: reconcile.sandbox)
            return try await withFolder(["former.yaml": Transition.change.former ?? "", "set.yaml": Transition.change.wanted]) { folder in
                let run = try await reconcile("apply", "-f", "\(folder)/former.yaml", "--auto-approve", "--quiet")
                #expect(run.code == 0, "\(run.output)\(run.messages)")
                try await poison(reconcile)
                return try await body(reconcile, "\(folder)/set.yaml")
            }
        }
    }

    /// Puts the text wherever a cloud holds texts, past what its operations would let through.
    private func poison(_ reconcile: Reconcile) async throws {
        let hostile = Value.string(Self.hostile)
        let state = try await reconcile.sandbox.state()
        let bus = try #require(state["aws"]?["eventBuses"]?.map?.keys.first { $0.hasPrefix("aws.partner/") })
        let queues = state["genesys"]?["queues"]?.map ?? [:]
        let queue = try #require(queues.first { $0.value["fields"]?["name"] == "Partner Support" }?.key)
        let rules = try #require(state["aws"]?["eventBuses"]?[bus]?["rules"]?.map)
        let fields = try #require(rules["Pruned"]?.map)
        let pruned = Value.map(fields.merging(["description": hostile]) { $1 })
        try await reconcile.sandbox.merge([
            "aws": [
                "eventBuses": [
                    bus: [
                        "rules": [
                            "Ended": ["description": hostile, "tags": ["team": hostile]],
                            "Moved": ["targets": ["main": ["Input": hostile]]],
                            Self.hostile: pruned,
                        ]
                    ]
                ]
            ],
            "genesys": ["queues": [queue: ["fields": ["description": hostile]]]],
        ])
    }

    @Test("in a plan for people: no control character, no sign that turns text around, no line of its own")
    func text() async throws {
        try await withHostileClouds { reconcile, file in
            let run = try await reconcile("plan", "-f", file)
            // AWS refuses to list the targets of a rule of that name, so the observation is partial and deletions are refused.
            #expect(run.code == 3, "\(run.messages)")
            #expect(run.output.contains("FORGED"))
            expectHarmless(run.output + run.messages)
        }
    }

    @Test("in a plan for machines: valid JSON that gives the text as it is")
    func json() async throws {
        try await withHostileClouds { reconcile, file in
            let run = try await reconcile("plan", "-f", file, "--output", "json")
            #expect(run.code == 3, "\(run.messages)")
            let plan = try Value(json: Array(run.output.utf8))
            let queue = plan["resource_changes"]?.list?.first { $0["address"]?.string == "Queue/support" }
            #expect(queue?["change"]?["before"]?["description"] == .string(Self.hostile))
            let lines = run.output.split(whereSeparator: \.isNewline)
            #expect(!lines.contains { $0.drop(while: \.isWhitespace).hasPrefix("::") })
            #expect(!run.output.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
        }
    }

    @Test("in what a service says of an error")
    func error() async throws {
        try await withHostileClouds { reconcile, file in
            let message = Value.string(Self.hostile)
            let refusals: FaultPlan = { call in
                ["GET /api/v2/integrations", "events.ListRules"].contains(call.operation) ? .refused(message: message.json) : nil
            }
            try await FaultProxy.run(before: reconcile.sandbox.url, refusals) { proxy in
                let run = try await reconcile.through(proxy)("plan", "-f", file)
                #expect(run.code == 1)
                #expect(run.messages.contains("FORGED"))
                expectHarmless(run.output + run.messages)
            }
        }
    }

    private func expectHarmless(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        let harmful = text.unicodeScalars.filter { scalar in
            scalar != "\n" && [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        #expect(harmful.isEmpty, "\(harmful.map { String($0.value, radix: 16) }): \(text.debugDescription)", sourceLocation: sourceLocation)
        // The runner of GitHub Actions takes a line for a command when it begins with `::`, spaces aside.
        let commands = text.split(separator: "\n").filter { $0.drop(while: \.isWhitespace).hasPrefix("::") }
        #expect(commands.isEmpty, "\(text)", sourceLocation: sourceLocation)
    }
}
