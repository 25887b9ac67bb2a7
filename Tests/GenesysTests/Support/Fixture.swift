import Cloud
import Genesys
import Model
import Synchronization
import Testing

/// A provider against a scripted service, and what tests say to it.
struct Fixture {
    let service = ScriptedService()
    let world = TestWorld()
    let stack: Stack
    let provider: GenesysProvider
    let messages = Messages()

    final class Messages: Sendable {
        private let list = Mutex<[String]>([])
        var all: [String] { list.withLock { $0 } }
        func add(_ message: String) { list.withLock { $0.append(message) } }
    }

    static let token = ScriptedService.Reply.json(#"{"access_token":"token-1","token_type":"bearer","expires_in":3600}"#)
    static let mark = StackMark(owner: "acme/telephony", name: "prod")

    init(
        _ api: Stack.GenesysAPI = .public, region: String = "us-east-1", organization: String? = "org-1",
        environment: [String: String] = TestWorld.credentials
    ) {
        stack = Stack(
            mark: Self.mark, genesys: .init(region: region, organizationID: organization, api: api),
            aws: .init(region: "us-east-1", accountID: "123456789012"))
        provider = GenesysProvider(stack.genesys, transport: service, runtime: world.runtime(environment))
        service.on("POST /oauth/token", Self.token)
    }

    func observe(_ resources: DesiredResource...) async -> Observation {
        await provider.observe(DesiredState(stack: stack, resources: resources), focus: nil, progress: { _ in })
    }

    func perform(
        _ action: Operation.Action, _ resource: DesiredResource, live: LiveObject? = nil
    ) async throws -> [String: Value] {
        try await perform(operation(action, resource, live: live))
    }

    func perform(_ operation: Operation) async throws -> [String: Value] {
        let outcome = await provider.perform([operation], progress: { messages.add($0) })
        return try #require(outcome[operation.address]).get()
    }

    func settle(_ action: Operation.Action, _ resource: DesiredResource, outputs: [String: Value]) async throws(ServiceError) {
        try await provider.settle(operation(action, resource, live: nil), outputs: outputs, progress: { messages.add($0) })
    }

    func operation(_ action: Operation.Action, _ resource: DesiredResource, live: LiveObject?) -> Operation {
        Operation(
            action, address: resource.address, identity: resource.identity, attributes: resource.attributes, live: live, stack: stack.mark)
    }
}

extension Observation {
    /// The one object that was seen.
    func object() throws -> LiveObject {
        try #require(gaps.isEmpty, "\(gaps)")
        try #require(objects.count == 1)
        return try #require(objects.values.first)
    }

    /// The error of the one gap.
    func failure() throws -> ServiceError {
        try #require(objects.isEmpty)
        try #require(gaps.count == 1, "\(gaps)")
        return try #require(gaps.first).error
    }
}

/// The error that `body` throws.
func failure(_ body: () async throws -> some Any) async throws -> ServiceError {
    do {
        let result = try await body()
        throw Failure("nothing was thrown, but returned: \(result)")
    } catch let error as ServiceError {
        return error
    }
}

struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

// MARK: Resources

func queue(_ name: String = "Support Queue", id: String? = nil, declaring attributes: [String: Value] = [:]) -> DesiredResource {
    DesiredResource(
        address: Address(.queue, "support"), identity: id.map { .id(.queue, $0) } ?? LiveIdentity(.queue, name: name),
        attributes: ["name": .string(name)].merging(attributes) { $1 })
}

func integration(
    _ name: String = "prod-events", address: String = "events", id: String? = nil, declaring attributes: [String: Value] = [:]
) -> DesiredResource {
    DesiredResource(
        address: Address(.integration, address), identity: id.map { .id(.integration, $0) } ?? LiveIdentity(.integration, name: name),
        attributes: ["name": .string(name)].merging(attributes) { $1 })
}
