import Foundation
import TestSupport
import Testing

/// Both clouds behind TLS that a private authority signs, reached through a proxy that asks for credentials: a company's network.
@Suite("Behind a company's proxy")
struct ProxyTests {
    private static let password = "hunter2"

    private func withCompany<Outcome: Sendable>(_ body: (Reconcile, Relay) async throws -> Outcome) async throws -> Outcome {
        try await Reconcile.withClouds { reconcile in
            let port = try #require(reconcile.environment["AWS_ENDPOINT_URL"].flatMap { URL(string: $0)?.port })
            return try await Relay.run(.tls, before: port) { tls in
                try await Relay.run(.proxy(credentials: "user:\(Self.password)"), before: tls.port) { proxy in
                    let company = reconcile.with([
                        "HTTPS_PROXY": "http://user:\(Self.password)@127.0.0.1:\(proxy.port)",
                        "AWS_ENDPOINT_URL": "https://aws.cloud.test",
                        "GENESYSCLOUD_API_URL": "https://api.cloud.test",
                        "GENESYSCLOUD_LOGIN_URL": "https://login.cloud.test",
                    ])
                    return try await body(company, proxy)
                }
            }
        }
    }

    @Test func `both clouds are reached through it, each verified against its own setting's bundle`() async throws {
        try await withCompany { reconcile, proxy in
            try await withFolder(["config": "[default]\nca_bundle = \(Certificates.authority)\n"]) { folder in
                for bundle in [("AWS_CA_BUNDLE", Certificates.authority), ("AWS_CONFIG_FILE", "\(folder)/config")] {
                    let trusting = reconcile.with(["SSL_CERT_FILE": Certificates.authority, bundle.0: bundle.1])
                    let plan = try await trusting("plan", "-f", "manifests/partner-bus", "--log-level", "trace")
                    #expect(plan.code == 0, "\(plan.messages)")
                    #expect(!"\(plan.output)\(plan.messages)".contains(Self.password))
                }
                let hosts = Set(proxy.requests.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) })
                #expect(hosts.isSuperset(of: ["aws.cloud.test:443", "api.cloud.test:443", "login.cloud.test:443"]))
            }
        }
    }

    @Test func `an unknown authority is an error at once, which names each cloud's variable`() async throws {
        try await withCompany { reconcile, _ in
            let plan = try await reconcile.with(["AWS_CA_BUNDLE": Certificates.another])("plan", "-f", "manifests/partner-bus")
            #expect(plan.code == 1)
            #expect(plan.messages.contains("name that one's certificate with AWS_CA_BUNDLE"))
            #expect(plan.messages.contains("name that one's certificate with SSL_CERT_FILE"))
        }
    }

    @Test(
        "a setting that can't be used is an error before any call",
        arguments: [
            (["AWS_CA_BUNDLE": "/nonexistent/ca.pem"], "AWS_CA_BUNDLE names /nonexistent/ca.pem"),
            (["HTTPS_PROXY": "https://user:\(password)@proxy"], "HTTPS_PROXY names a proxy"),
        ])
    func unusable(settings: [String: String], summary: String) async throws {
        try await withCompany { reconcile, proxy in
            let plan = try await reconcile.with(settings)("plan", "-f", "manifests/partner-bus")
            #expect(plan.code == 1)
            #expect(plan.messages.contains(summary) && !plan.messages.contains(Self.password))
            #expect(proxy.requests == [])
        }
    }
}
