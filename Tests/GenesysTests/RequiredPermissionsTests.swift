import Genesys
import Model
import Testing

@Suite("What the OAuth client must be allowed")
struct RequiredPermissionsTests {
    /// Everything that calls an endpoint of its own.
    private func everything(_ api: Stack.GenesysAPI, manage: Lifecycle.Manage = .full) -> DesiredState {
        let stack = Stack(
            mark: StackMark(owner: "acme", name: "prod"), genesys: .init(region: "us-east-1", organizationID: "org", api: api),
            aws: .init(region: "us-east-1", accountID: "123456789012"))
        let integration = DesiredResource(
            address: Address(.integration, "events"), identity: LiveIdentity(.integration, name: "events"), attributes: [:],
            lifecycle: Lifecycle(manage: manage))
        let queue = DesiredResource(
            address: Address(.queue, "support"), identity: LiveIdentity(.queue, name: "Support"),
            attributes: ["division": "Home", "members": ["a"], "wrapupCodes": ["b"]], lifecycle: Lifecycle(manage: manage))
        let former = DesiredResource(
            address: Address(.queue, "former"), identity: LiveIdentity(.queue, name: "Former"), attributes: [:],
            lifecycle: Lifecycle(manage: manage, ensure: manage == .full ? .absent : .present))
        return DesiredState(stack: stack, resources: [integration, queue, former])
    }

    @Test("to apply: what every endpoint needs of the API in use, and nothing of the other", arguments: Stack.GenesysAPI.allCases)
    func applying(api: Stack.GenesysAPI) {
        let required = RequiredPermissions(everything(api), isChanging: true)
        let endpoints = Endpoint.allCases.filter { endpoint in
            if endpoint == .listTopics { return api == .public }
            let isIntegration = endpoint.path.contains("/integrations")
            return !isIntegration || endpoint.path.hasPrefix("/api/v2/platform/") == (api == .platform)
        }
        #expect(required.permissions == Set(endpoints.compactMap(\.permission)).sorted())
        #expect(required.scopes == Set(endpoints.compactMap(\.scope)).sorted())
    }

    @Test("to plan, or to refer only: nothing that a changing endpoint alone needs", arguments: [Lifecycle.Manage.full, .reference])
    func planning(manage: Lifecycle.Manage) {
        let required = RequiredPermissions(everything(.public, manage: manage), isChanging: manage == .reference)
        let reading = Set(Endpoint.allCases.filter { !$0.isMutating }.compactMap(\.permission))
        #expect(!required.permissions.isEmpty && Set(required.permissions).isSubset(of: reading))
    }

    @Test("what the manifests don't have isn't asked for")
    func small() {
        let all = everything(.public)
        let queues = DesiredState(stack: all.stack, resources: all.declared(.queue))
        #expect(RequiredPermissions(queues, isChanging: true).permissions.allSatisfy { $0.hasPrefix("routing:") })
        #expect(RequiredPermissions(DesiredState(stack: all.stack, resources: []), isChanging: true).permissions == [])
    }
}
