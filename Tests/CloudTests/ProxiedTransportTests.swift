import Cloud
import Model
import TestSupport
import Testing

/// `cloud.test` is no name that can be resolved: whoever reaches it went through the proxy.
@Suite("Requests through proxies, and whose certificates they take")
struct ProxiedTransportTests {
    private func send(_ url: String, _ environment: [String: String]) async throws -> Result<HTTPResponse, HTTPFailure> {
        // Both ends run in this process, beside all other tests.
        try await NetworkTransport.withTransport(environment: environment, timeout: .seconds(600), connecting: .seconds(600)) { transport in
            do throws(HTTPFailure) { return .success(try await transport.send(HTTPRequest("GET", url))) } catch { return .failure(error) }
        }
    }

    /// A cloud with TLS behind a proxy.
    private func withProxy<Outcome: Sendable>(
        _ kind: Relay.Kind = .proxy(credentials: nil), _ body: (Relay) async throws -> Outcome
    ) async throws -> Outcome {
        try await FaultProxy.run(before: "http://127.0.0.1:1", { _ in .refused(message: "\"taken\"") }) { cloud in
            try await Relay.run(.tls, before: cloud.port) { tls in
                try await Relay.run(kind, before: tls.port, body)
            }
        }
    }

    private func failure(_ result: Result<HTTPResponse, HTTPFailure>) throws -> HTTPFailure {
        guard case .failure(let failure) = result else { throw UnexpectedAnswer() }
        return failure
    }

    struct UnexpectedAnswer: Error {}

    @Test func `HTTPS goes through the proxy's CONNECT, verified end to end against the bundle`() async throws {
        try await withProxy { proxy in
            let answer = try await send(
                "https://events.cloud.test/", ["HTTPS_PROXY": "http://127.0.0.1:\(proxy.port)", "SSL_CERT_FILE": Certificates.authority])
            #expect(try answer.get().excerpt.contains("taken"))
            #expect(proxy.requests.count == 1)
            #expect(proxy.requests.first?.hasPrefix("CONNECT events.cloud.test:443 HTTP/1.1\r\n") == true)
            #expect(proxy.requests.first?.lowercased().contains("authorization") == false)
        }
    }

    @Test func `a name that NO_PROXY holds is looked for without the proxy`() async throws {
        try await withProxy { proxy in
            let answer = try await send(
                "https://cloud.test/", ["HTTPS_PROXY": "http://127.0.0.1:\(proxy.port)", "NO_PROXY": "cloud.test"])
            #expect(try failure(answer).wasNotSent)
            #expect(proxy.requests == [])
        }
    }

    @Test func `plain HTTP goes through its own proxy`() async throws {
        try await FaultProxy.run(before: "http://127.0.0.1:1", { _ in .refused(message: "\"taken\"") }) { cloud in
            try await Relay.run(.proxy(credentials: nil), before: cloud.port) { proxy in
                let answer = try await send("http://cloud.test:8080/", ["HTTP_PROXY": "127.0.0.1:\(proxy.port)"])
                #expect(try answer.get().excerpt.contains("taken"))
                #expect(proxy.requests.first?.hasPrefix("CONNECT cloud.test:8080 ") == true)
            }
        }
    }

    @Test(
        "a proxy that asks for credentials gets those of its URL, and nobody else sees them",
        arguments: [("user:p%40ss@", true), ("user:wrong@", false), ("", false)])
    func credentials(given: String, isTaken: Bool) async throws {
        try await withProxy(.proxy(credentials: "user:p@ss")) { proxy in
            let answer = try await send(
                "https://cloud.test/", ["https_proxy": "http://\(given)127.0.0.1:\(proxy.port)", "SSL_CERT_FILE": Certificates.authority])
            if isTaken {
                #expect(try answer.get().excerpt.contains("taken"))
            } else {
                let failure = try failure(answer)
                #expect(failure.wasNotSent)
                #expect(failure.description.contains("127.0.0.1:\(proxy.port)") && failure.description.contains("407"))
                #expect(failure.remedy?.contains("https_proxy") == true)
                #expect(!"\(failure) \(failure.remedy ?? "")".contains("wrong"))
            }
        }
    }

    @Test func `a proxy that refuses the host is named`() async throws {
        try await withProxy(.refusingProxy) { proxy in
            let failure = try failure(try await send("https://cloud.test/", ["HTTPS_PROXY": "http://127.0.0.1:\(proxy.port)"]))
            #expect(failure.wasNotSent)
            #expect(failure.description == "the proxy 127.0.0.1:\(proxy.port) that HTTPS_PROXY names makes no connection to the host")
        }
    }

    @Test func `a proxy that isn't there is named`() async throws {
        let failure = try failure(try await send("https://cloud.test/", ["HTTPS_PROXY": "http://127.0.0.1:1"]))
        #expect(failure.wasNotSent)
        #expect(failure.description.contains("the proxy 127.0.0.1:1 that HTTPS_PROXY names"))
    }

    @Test(
        "a certificate that no trusted authority signs is refused, and the error names the variable",
        arguments: [[:], ["SSL_CERT_FILE": Certificates.another]])
    func unknownAuthority(settings: [String: String]) async throws {
        try await withProxy { proxy in
            let environment = settings.merging(["HTTPS_PROXY": "http://127.0.0.1:\(proxy.port)"]) { $1 }
            let failure = try failure(try await send("https://cloud.test/", environment))
            #expect(failure.wasNotSent)
            #expect(failure.description.hasPrefix("the host's certificate is signed by no authority"))
            #expect(failure.description.contains(settings["SSL_CERT_FILE"] ?? "among the system's"))
            #expect(failure.remedy?.contains("SSL_CERT_FILE") == true)
        }
    }

    @Test func `a certificate for another name is refused`() async throws {
        try await withProxy { proxy in
            let failure = try failure(
                try await send(
                    "https://cloud.example/", ["HTTPS_PROXY": "http://127.0.0.1:\(proxy.port)", "SSL_CERT_FILE": Certificates.authority]))
            #expect(failure.wasNotSent && failure.remedy != nil)
            #expect(failure.description == "the host's certificate is for another name")
        }
    }

    @Test func `each cloud has authorities of its own over the same connections`() async throws {
        try await withProxy { proxy in
            try await NetworkTransport.withTransport(
                environment: ["HTTPS_PROXY": "http://127.0.0.1:\(proxy.port)"], timeout: .seconds(600), connecting: .seconds(600)
            ) { transport in
                let authorities = try CertificateAuthorities([("AWS_CA_BUNDLE", nil), ("ca_bundle", Certificates.authority)])
                let request = HTTPRequest("GET", "https://cloud.test/")
                #expect(try await transport.trusting(authorities).send(request).status == 400)
                await #expect(throws: HTTPFailure.self) { try await transport.send(request) }
            }
        }
    }

    @Test(
        "a bundle that can't be read is an error that names its setting and the file",
        arguments: ["/nonexistent/ca.pem", #filePath, "/"])
    func unusable(path: String) throws {
        let error = try #require(throws: UnusableSetting.self) { try CertificateAuthorities([("AWS_CA_BUNDLE", path), ("other", nil)]) }
        #expect(error.diagnostic.summary.hasPrefix("AWS_CA_BUNDLE names \(path), "))
    }

    @Test func `what waiting doesn't mend is not tried again`() async throws {
        let world = TestWorld()
        let refusing = ScriptedTransport(.failure(HTTPFailure("untrusted", wasNotSent: true, remedy: "trust it")))
        let client = CloudClient("test", transport: refusing, runtime: world.runtime())
        await #expect(throws: HTTPFailure("untrusted", wasNotSent: true, remedy: "trust it")) {
            try await client.call(
                "Op", .safe, prepare: { () throws(HTTPFailure) in HTTPRequest("GET", "") }, judge: { _ in .answer },
                unanswered: { failure, _ in failure })
        }
        #expect(world.sleeps == [])
    }
}
