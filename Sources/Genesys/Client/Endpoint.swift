/// Every operation of Genesys Cloud's API that `reconcile` uses, and what each needs (Developer Center, API Explorer;
/// CX as Code, `docs/resources`, "Permissions and Scopes").
public enum Endpoint: Hashable, Sendable, CaseIterable {
    case logIn
    case readOrganization
    case listDivisions
    case moveQueueToDivision
    case listTopics

    case listIntegrations
    case readIntegration
    case createIntegration
    case setIntegrationState
    case deleteIntegration
    case readIntegrationConfiguration
    case writeIntegrationConfiguration

    case listPlatformIntegrations
    case readPlatformIntegration
    case createPlatformIntegration
    case writePlatformIntegration

    case listQueues
    case readQueue
    case createQueue
    case writeQueue
    case deleteQueue
    case listQueueMembers
    case changeQueueMembers
    case listQueueWrapUpCodes
    case addQueueWrapUpCodes
    case removeQueueWrapUpCode

    public var method: String { facts.method }
    /// With the names of its parameters in braces, as the reference has it.
    public var path: String { facts.path }
    /// The permission that a role of the OAuth client must grant; `nil` where none is needed, or a scope instead.
    public var permission: String? { facts.permission }
    /// The OAuth scope that the tutorial's API asks for.
    public var scope: String? { path.hasPrefix("/api/v2/platform/") ? Self.platformScope : nil }
    public var isMutating: Bool { method != "GET" && self != .logIn }
    /// What it does, as a verb and its object.
    public var title: String { facts.title }

    static let platformScope = "event:write"

    /// As the reference names the operation.
    var name: String { "\(method) \(path)" }
    /// Whether it makes a new object each time that it is called.
    var creates: Bool { [.createIntegration, .createPlatformIntegration, .createQueue].contains(self) }
}

extension Endpoint {
    private struct Facts {
        let method: String
        let path: String
        let title: String
        let permission: String?

        init(_ method: String, _ path: String, _ title: String, _ permission: String? = nil) {
            self.method = method
            self.path = path
            self.title = title
            self.permission = permission
        }
    }

    private var facts: Facts {
        switch self {
        case .logIn: Facts("POST", "/oauth/token", "log in")
        case .readOrganization: Facts("GET", "/api/v2/organizations/me", "read the organization")
        case .listDivisions: Facts("GET", "/api/v2/authorization/divisions", "list divisions")
        case .moveQueueToDivision:
            Facts("POST", "/api/v2/authorization/divisions/{divisionId}/objects/QUEUE", "move a queue to another division")
        case .listTopics: Facts("GET", "/api/v2/notifications/availabletopics", "list topics", "notifications:topic:view")
        case .listIntegrations:
            Facts("GET", "/api/v2/integrations", "list integrations", "integrations:integration:view")
        case .readIntegration:
            Facts("GET", "/api/v2/integrations/{integrationId}", "read an integration", "integrations:integration:view")
        case .createIntegration:
            Facts("POST", "/api/v2/integrations", "create an integration", "integrations:integration:add")
        case .setIntegrationState:
            Facts("PATCH", "/api/v2/integrations/{integrationId}", "enable or disable an integration", "integrations:integration:edit")
        case .deleteIntegration:
            Facts("DELETE", "/api/v2/integrations/{integrationId}", "delete an integration", "integrations:integration:delete")
        case .readIntegrationConfiguration:
            Facts(
                "GET", "/api/v2/integrations/{integrationId}/config/current", "read an integration's configuration",
                "integrations:integration:view")
        case .writeIntegrationConfiguration:
            Facts("PUT", "/api/v2/integrations/{integrationId}/config/current", "configure an integration", "integrations:integration:edit")
        case .listPlatformIntegrations: Facts("GET", "/api/v2/platform/eventbridge/integrations", "list integrations")
        case .readPlatformIntegration:
            Facts("GET", "/api/v2/platform/eventbridge/integrations/{integrationId}", "read an integration")
        case .createPlatformIntegration: Facts("POST", "/api/v2/platform/eventbridge/integrations", "create an integration")
        case .writePlatformIntegration:
            Facts("PUT", "/api/v2/platform/eventbridge/integrations/{integrationId}", "change an integration")
        case .listQueues: Facts("GET", "/api/v2/routing/queues", "list queues", "routing:queue:view")
        case .readQueue: Facts("GET", "/api/v2/routing/queues/{queueId}", "read a queue", "routing:queue:view")
        case .createQueue: Facts("POST", "/api/v2/routing/queues", "create a queue", "routing:queue:add")
        case .writeQueue: Facts("PUT", "/api/v2/routing/queues/{queueId}", "change a queue", "routing:queue:edit")
        case .deleteQueue: Facts("DELETE", "/api/v2/routing/queues/{queueId}", "delete a queue", "routing:queue:delete")
        case .listQueueMembers:
            Facts("GET", "/api/v2/routing/queues/{queueId}/members", "list a queue's members", "routing:queue:view")
        case .changeQueueMembers:
            Facts("POST", "/api/v2/routing/queues/{queueId}/members", "add or remove a queue's members", "routing:queue:edit")
        case .listQueueWrapUpCodes:
            Facts("GET", "/api/v2/routing/queues/{queueId}/wrapupcodes", "list a queue's wrap-up codes", "routing:queue:view")
        case .addQueueWrapUpCodes:
            Facts("POST", "/api/v2/routing/queues/{queueId}/wrapupcodes", "add wrap-up codes to a queue", "routing:queue:edit")
        case .removeQueueWrapUpCode:
            Facts(
                "DELETE", "/api/v2/routing/queues/{queueId}/wrapupcodes/{codeId}", "remove a wrap-up code from a queue",
                "routing:queue:edit")
        }
    }
}
