import Model
import Sandbox
import TestSupport
import Testing

@Suite("A queue with all that belongs to it")
struct QueueLifeTests {
    private static func set(_ queue: String) -> [String: String] {
        let stack = """
            apiVersion: reconcile/v1
            kind: Stack
            metadata: {name: care}
            spec:
              owner: acme/telephony
              genesys: {region: us-east-1, organizationId: 6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b}
              aws: {region: us-east-1, accountId: "123456789012"}
            """
        return ["stack.yaml": stack, "queue.yaml": "apiVersion: reconcile/v1\nkind: Queue\nmetadata: {name: care}\n" + queue]
    }

    private static let users = [
        "bbbbbbbb-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000002", "cccccccc-0000-4000-8000-000000000003",
    ]
    private static let flows = ["dddddddd-0000-4000-8000-000000000004", "eeeeeeee-0000-4000-8000-000000000005"]

    private static let first = set(
        """
        spec:
          name: Care
          division: Home
          members: [\(users[0]), \(users[1])]
          wrapupCodes: [\(users[2])]
          queueFlow: {id: \(flows[0]), name: what people call it}
        """)
    private static let second = set(
        """
        spec:
          name: Care
          division: Home
          members: [\(users[2]), \(users[1])]
          wrapupCodes: []
          queueFlow: {id: \(flows[1]), name: what people call the other}
        """)

    @Test("division, members, wrap-up codes and flow become what is declared, and then there is nothing to do")
    func whole() async throws {
        try await Reconcile.withClouds { reconcile in
            for files in [Self.first, Self.second] {
                try await withFolder(files) { folder in
                    let apply = try await reconcile("apply", "-f", folder, "--auto-approve")
                    #expect(apply.code == 0, "\(apply.output)\(apply.messages)")
                    let plan = try await reconcile("plan", "-f", folder, "--detailed-exitcode")
                    #expect(plan.code == 0, "\(plan.output)\(plan.messages)")
                }
            }
        }
    }

    @Test("a member that the manifest doesn't name is a difference, and so is another flow")
    func drift() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(Self.first) { folder in
                let apply = try await reconcile("apply", "-f", folder, "--auto-approve")
                #expect(apply.code == 0, "\(apply.output)\(apply.messages)")
            }
            try await withFolder(Self.second) { folder in
                let plan = try await reconcile("plan", "-f", folder, "--detailed-exitcode")
                #expect(plan.code == 2, "\(plan.messages)")
                #expect(plan.output.contains(Self.users[0]) && plan.output.contains(Self.users[2]) && plan.output.contains(Self.flows[1]))
                #expect(!plan.output.contains("what people call"))
            }
        }
    }

    @Test("a queue moves to the division that is declared, and stays what it is")
    func division() async throws {
        try await Reconcile.withClouds { reconcile in
            try await reconcile.sandbox.merge(
                ["genesys": ["divisions": ["99999999-0000-4000-8000-00000000000c": ["name": "Abroad", "isHome": false]]]])
            for division in ["Home", "Abroad"] {
                let queue = "spec: {name: Care, division: \(division), callingPartyName: Care}\n"
                try await withFolder(Self.set(queue)) { folder in
                    let apply = try await reconcile("apply", "-f", folder, "--auto-approve")
                    #expect(apply.code == 0, "\(apply.output)\(apply.messages)")
                    #expect(try await reconcile("plan", "-f", folder, "--detailed-exitcode").code == 0)
                }
            }
            #expect(reconcile.mutations.last == "POST /api/v2/authorization/divisions/{divisionId}/objects/QUEUE")
        }
    }
}
