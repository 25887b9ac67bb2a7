import Foundation
import TestSupport
import Testing

@Suite("Secrets reach no output")
struct SecrecyTests {
    @Test("not at the most talkative level, not in a saved plan")
    func canaries() async throws {
        try await Reconcile.withClouds { reconcile in
            let secrets = ["AWS_SECRET_ACCESS_KEY", "GENESYSCLOUD_OAUTHCLIENT_SECRET"].compactMap { reconcile.environment[$0] }
            try #require(secrets.count == 2)
            try await withFolder { folder in
                let plan = try await reconcile("plan", "-f", "manifests/partner-bus", "--out", "\(folder)/p.json", "--log-level", "trace")
                let apply = try await reconcile("apply", "\(folder)/p.json", "--log-level", "trace")
                let saved = try String(contentsOfFile: "\(folder)/p.json", encoding: .utf8)

                #expect(plan.code == 0 && apply.code == 0)
                #expect(apply.messages.contains("PutRule"))
                for text in [plan.output, plan.messages, apply.output, apply.messages, saved] {
                    #expect(secrets.allSatisfy { !text.contains($0) })
                    #expect(!text.contains("Bearer ") && !text.contains("AWS4-HMAC-SHA256"))
                }
            }
        }
    }
}
