import Cloud
import Genesys
import Model
import Sandbox
import Testing

/// A stack's provider against a sandbox that shares the test's clock, and the operations that a planner would make.
struct SandboxClient {
    let sandbox: Sandbox
    let stack: Stack
    private let provider: GenesysProvider
    private let transport: any HTTPTransport
    private let world: TestWorld

    static func with(
        _ api: Stack.GenesysAPI, world: TestWorld, _ configure: (inout SandboxConfiguration) -> Void = { _ in },
        _ body: (SandboxClient) async throws -> Void
    ) async throws {
        var configuration = SandboxConfiguration()
        configuration.now = { world.now }
        configure(&configuration)
        try await Sandbox.run(configuration) { sandbox in
            try await NetworkTransport.withTransport { transport in
                try await body(SandboxClient(api, mark: Fixture.mark, sandbox: sandbox, transport: transport, world: world))
            }
        }
    }

    private init(_ api: Stack.GenesysAPI, mark: StackMark, sandbox: Sandbox, transport: any HTTPTransport, world: TestWorld) {
        self.sandbox = sandbox
        self.transport = transport
        self.world = world
        stack = Stack(
            mark: mark, genesys: .init(region: "us-east-1", organizationID: SandboxIdentity.organizationID, api: api),
            aws: .init(region: "us-east-1", accountID: SandboxIdentity.accountID))
        let environment = Dictionary(uniqueKeysWithValues: sandbox.environment.map { ($0.name, $0.value) })
        provider = GenesysProvider(stack.genesys, transport: transport, runtime: world.runtime(environment))
    }

    /// Another stack's client of the same service.
    func another(_ mark: StackMark) -> SandboxClient {
        SandboxClient(stack.genesys.api, mark: mark, sandbox: sandbox, transport: transport, world: world)
    }

    /// The same client over a worse connection.
    func over(_ worsen: (any HTTPTransport) -> any HTTPTransport) -> SandboxClient {
        SandboxClient(stack.genesys.api, mark: stack.mark, sandbox: sandbox, transport: worsen(transport), world: world)
    }

    func verifyIdentity() async throws(ServiceError) { try await provider.verifyIdentity(of: stack) }

    /// All that is seen for a resource's sake.
    func see(_ resource: DesiredResource) async throws -> Observation {
        await provider.observe(DesiredState(stack: stack, resources: [resource]), focus: nil, progress: { _ in })
    }

    func observe(_ resource: DesiredResource) async throws -> LiveObject? {
        let seen = try await see(resource)
        if let gap = seen.gaps.first { throw gap.error }
        return seen.objects[resource.identity]
    }

    /// Makes one change and waits for it.
    @discardableResult
    func make(_ action: Operation.Action, _ resource: DesiredResource, live: LiveObject? = nil) async throws -> [String: Value] {
        let operation = Operation(
            action, address: resource.address, identity: resource.identity, attributes: resource.attributes, live: live,
            stack: stack.mark)
        let answer = await provider.perform([operation], progress: { _ in })
        let outputs = try #require(answer[resource.address]).get()
        if action != .delete { try await provider.settle(operation, outputs: outputs, progress: { _ in }) }
        return outputs
    }

    /// Makes the resource as it is declared, whether it exists or not, and answers with what is live then.
    @discardableResult
    func converge(_ resource: DesiredResource) async throws -> LiveObject {
        let live = try await observe(resource)
        try await make(live == nil ? .create : .update, resource, live: live)
        let now = try #require(await observe(resource))
        for (key, value) in resource.attributes { #expect(now.attributes[key] == value, "\(key)") }
        sandbox.clearRequests()
        try await make(.update, resource, live: now)
        #expect(sandbox.requests.filter(\.isMutating).isEmpty)
        return now
    }
}
