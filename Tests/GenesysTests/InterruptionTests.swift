import Cloud
import Genesys
import Model
import Sandbox
import Synchronization
import Testing

/// Whatever a connection does at whichever request: nothing is made twice, and the next run finishes what was begun.
struct InterruptionTests {
    enum Fault: CaseIterable, Sendable {
        /// The request is taken, its answer is lost.
        case lost
        /// The same, and nothing goes through any more: the run is killed.
        case killed
    }

    /// A connection that fails at one request, counted from 0.
    private final class FaultyTransport: HTTPTransport {
        private let transport: any HTTPTransport
        private let fault: Fault
        private let faultAt: Int
        private let count = Mutex(0)

        init(_ transport: any HTTPTransport, _ fault: Fault, at faultAt: Int) {
            self.transport = transport
            self.fault = fault
            self.faultAt = faultAt
        }

        func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
            let number = count.withLock { count in
                defer { count += 1 }
                return count
            }
            if number > faultAt, fault == .killed { throw HTTPFailure("killed", wasNotSent: true) }
            let response = try await transport.send(request)
            if number == faultAt { throw HTTPFailure("connection closed", wasNotSent: false) }
            return response
        }

        /// Whether the connection got as far as its fault.
        var hasFailed: Bool { count.withLock { $0 > faultAt } }
    }

    private static let cases: [(api: Stack.GenesysAPI, resource: DesiredResource)] = [
        (.public, declared([acdEnd, acw])),
        (.platform, integration("tutorial", declaring: ["enabled": true, "topics": ["conversation.end"]])),
        (.public, queue("Care", declaring: ["description": "For all", "members": ["u-1", "u-2"], "wrapupCodes": ["w-1"]])),
    ]

    @Test("A creation that is interrupted at any request ends in one object, as declared", arguments: Fault.allCases, cases.indices)
    func creation(fault: Fault, index: Int) async throws {
        let (api, resource) = Self.cases[index]
        for request in 0... {
            var hasFailed = false
            try await SandboxClient.with(api, world: TestWorld()) { client in
                let before = try await Self.count(client, resource.address.kind)
                try await client.converge(queue("Another"))
                let faulty = Mutex<FaultyTransport?>(nil)
                let interrupted = client.over { transport in
                    let worse = FaultyTransport(transport, fault, at: request)
                    faulty.withLock { $0 = worse }
                    return worse
                }
                do {
                    let live = try await interrupted.observe(resource)
                    try await interrupted.make(live == nil ? .create : .update, resource, live: live)
                } catch let error as ServiceError {
                    #expect(fault == .killed, "request \(request): \(error)")
                }
                hasFailed = faulty.withLock { $0?.hasFailed == true }
                try await client.converge(resource)
                let others = resource.address.kind == .queue ? 1 : 0
                #expect(try await Self.count(client, resource.address.kind) == before + others + 1, "request \(request)")
            }
            if !hasFailed { return }
        }
    }

    private static func count(_ client: SandboxClient, _ kind: Kind) async throws -> Int {
        let state = try await client.sandbox.state()
        let genesys = try #require(state["genesys"]?.map)
        let keys = kind == .queue ? ["queues"] : ["integrations", "platformIntegrations"]
        return keys.reduce(0) { $0 + (genesys[$1]?.map?.count ?? 0) }
    }
}
