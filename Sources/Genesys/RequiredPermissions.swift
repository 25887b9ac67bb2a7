public import Model

/// What the OAuth client's role must grant for a run on a set of manifests.
public struct RequiredPermissions: Hashable, Sendable {
    /// As Genesys Cloud names them, sorted: `routing:queue:view`.
    public let permissions: [String]
    /// The OAuth scopes that the client must have.
    public let scopes: [String]

    /// - Parameter isChanging: whether the run makes changes, or looks only.
    public init(_ desired: DesiredState, isChanging: Bool) {
        let endpoints = Self.endpoints(desired).filter { isChanging || !$0.isMutating }
        permissions = Set(endpoints.compactMap(\.permission)).sorted()
        scopes = Set(endpoints.compactMap(\.scope)).sorted()
    }

    /// All that the set's kinds may call, reads and changes.
    private static func endpoints(_ desired: DesiredState) -> [Endpoint] {
        let isPlatform = desired.stack.genesys.api == .platform
        let integrations = desired.declared(.integration)
        let queues = desired.declared(.queue)
        var endpoints: [Endpoint] = isPlatform ? [] : [.readOrganization]
        if !integrations.isEmpty {
            endpoints +=
                isPlatform
                ? [.listPlatformIntegrations, .readPlatformIntegration]
                : [.listIntegrations, .readIntegration, .readIntegrationConfiguration, .listTopics]
        }
        if integrations.contains(where: { $0.lifecycle.manage == .full }) {
            endpoints +=
                isPlatform
                ? [.createPlatformIntegration, .writePlatformIntegration]
                : [.createIntegration, .setIntegrationState, .writeIntegrationConfiguration, .deleteIntegration]
        }
        if !queues.isEmpty { endpoints += [.listQueues, .readQueue] }
        let managed = queues.filter { $0.lifecycle.manage == .full }
        if !managed.isEmpty { endpoints += [.createQueue, .writeQueue] }
        if managed.contains(where: { $0.lifecycle.ensure == .absent }) { endpoints.append(.deleteQueue) }
        if managed.contains(where: { $0.attributes["division"] != nil }) { endpoints += [.listDivisions, .moveQueueToDivision] }
        if managed.contains(where: { $0.attributes["members"] != nil }) { endpoints += [.listQueueMembers, .changeQueueMembers] }
        if managed.contains(where: { $0.attributes["wrapupCodes"] != nil }) {
            endpoints += [.listQueueWrapUpCodes, .addQueueWrapUpCodes, .removeQueueWrapUpCode]
        }
        return endpoints
    }
}
