import Foundation
import Model
import Sandbox
import TestSupport
import Testing

@Suite("A saved plan")
struct SavedPlanTests {
    private static let set = SelectionTests.manifests

    private func withPlan(_ body: (Reconcile, _ folder: String) async throws -> Void) async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": Self.set]) { folder in
                let plan = try await reconcile("plan", "-f", "\(folder)/set.yaml", "--out", "\(folder)/plan.json")
                #expect(plan.code == 0, "\(plan.messages)")
                reconcile.sandbox.clearRequests()
                try await body(reconcile, folder)
            }
        }
    }

    private func expectRefusal(_ reconcile: Reconcile, _ arguments: String..., says: String) async throws {
        let run = try await reconcile.run(["apply"] + arguments)
        let messages = run.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(run.code == 1 && messages.contains(says), "\(run.output)\(run.messages)")
        #expect(reconcile.sandbox.requests.isEmpty)
    }

    @Test("is stale where its object is another now: that and what depends on it is left alone, the rest is done, exit 4")
    func stale() async throws {
        try await withPlan { reconcile, folder in
            try await reconcile.aws("events", "put-rule", "--name", "sales-ended", "--event-pattern", "{\"source\":[\"other\"]}")
            reconcile.sandbox.clearRequests()
            let run = try await reconcile("apply", "\(folder)/plan.json")

            #expect(run.code == 4, "\(run.output)\(run.messages)")
            #expect(run.output.contains("Target/sales-ended/main needs Rule/sales-ended"))
            #expect(reconcile.calls["events.PutRule"] == 1 && reconcile.calls["POST /api/v2/routing/queues"] == 2)
        }
    }

    @Test("goes with the manifests that it was made from, wherever they lie, and with no others")
    func manifests() async throws {
        try await withPlan { reconcile, folder in
            let more = "\(folder)/more.yaml"
            try (Self.set + SelectionTests.audit).write(toFile: more, atomically: true, encoding: .utf8)
            try await expectRefusal(reconcile, "\(folder)/plan.json", "-f", more, says: "the plan was made from other manifests than these")

            let other = "\(folder)/other.yaml"
            try Self.set.replacing("{name: care}", with: "{name: shop}").write(toFile: other, atomically: true, encoding: .utf8)
            try await expectRefusal(
                reconcile, "\(folder)/plan.json", "-f", other,
                says: "the plan is of the stack acme/telephony/care, and the manifests are of acme/telephony/shop")

            let moved = "\(folder)/moved.yaml"
            try ("# the same, elsewhere\n" + Self.set).write(toFile: moved, atomically: true, encoding: .utf8)
            let run = try await reconcile("apply", "\(folder)/plan.json", "-f", moved)
            #expect(run.code == 0, "\(run.output)\(run.messages)")
        }
    }

    @Test("of a newer format, or damaged, is refused, saying which, before any call")
    func unusable() async throws {
        try await withPlan { reconcile, folder in
            let text = try String(contentsOfFile: "\(folder)/plan.json", encoding: .utf8)
            let cases = [
                (text.replacing("\"format_version\": \"1.0\"", with: "\"format_version\": \"2.0\""), "the plan has format 2.0"),
                (text.replacing("Sales", with: "Sold"), "the plan is damaged"),
                (String(text.dropLast(100)), "the file is no saved plan"),
            ]
            for (changed, says) in cases {
                try changed.write(toFile: "\(folder)/changed.json", atomically: true, encoding: .utf8)
                try await expectRefusal(reconcile, "\(folder)/changed.json", says: says)
            }
            try await expectRefusal(reconcile, "\(folder)/missing.json", says: "can't read")
        }
    }

    @Test("of another account is refused, exit 3")
    func otherAccount() async throws {
        try await withPlan { reconcile, folder in
            let other = Self.set.replacing("123456789012", with: "210987654321")
            try other.write(toFile: "\(folder)/other.yaml", atomically: true, encoding: .utf8)
            let plan = try await reconcile("plan", "-f", "\(folder)/other.yaml", "--out", "\(folder)/other.json")
            let apply = try await reconcile("apply", "\(folder)/other.json")
            #expect(plan.code == 3 && apply.code == 3, "\(apply.output)\(apply.messages)")
            #expect(reconcile.mutations == [])
        }
    }

    @Test("takes the place of a file that others could read, whole, for its owner alone; a failure leaves the former")
    func file() async throws {
        try await withPlan { reconcile, folder in
            let path = "\(folder)/plan.json"
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            let before = try Data(contentsOf: URL(filePath: path))
            let failed = try await reconcile("plan", "-f", "\(folder)/nowhere.yaml", "--out", path)
            #expect(failed.code == 1)
            #expect(try Data(contentsOf: URL(filePath: path)) == before)

            let again = try await reconcile("plan", "-f", "\(folder)/set.yaml", "--out", path, "--only", "Queue/*")
            #expect(again.code == 0, "\(again.messages)")
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains("tmp") } == [])
        }
    }
}
