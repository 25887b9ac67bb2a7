import FoundationEssentials
import Model

/// What the organization holds, as the state's file has it. Everything is kept by its id.
struct GenesysState: Codable, Sendable {
    var divisions: [String: Division]
    var integrations: [String: Integration]
    /// Those of the dialect `platform`: they share nothing with the others.
    var platformIntegrations: [String: PlatformIntegration]
    var queues: [String: RoutingQueue]
}

struct Division: Codable, Sendable {
    var name: String
    var isHome: Bool
}

/// An integration of the public API.
struct Integration: Codable, Sendable {
    enum IntendedState: String, Codable, Sendable, CaseIterable {
        case enabled = "ENABLED"
        case disabled = "DISABLED"
        case deleted = "DELETED"
        case restored = "RESTORED"
    }

    var name: String
    var typeID: String
    var intendedState: IntendedState
    /// When the intended state was last changed.
    var stateChangedAt: Date
    var configuration: IntegrationConfiguration
    var createdAt: Date?
}

struct IntegrationConfiguration: Codable, Sendable {
    var version: Int
    var notes: String
    var properties: Document
    var advanced: Document
    var credentials: Document
}

/// An integration of the tutorial's API.
struct PlatformIntegration: Codable, Sendable {
    var name: String?
    var enabled: Bool
    var eventTypes: [String]
}

struct RoutingQueue: Codable, Sendable {
    /// The writable fields by their names in the API, the server's defaults filled in.
    var fields: Document
    var divisionID: String
    var dateCreated: Date
    var dateModified: Date
    /// Ids of users.
    var members: [String]
    var wrapupCodes: [String]

    var name: String { fields["name"]?.string ?? "" }
}

extension GenesysState {
    /// What exists from the start: the home division and the tutorial's queue.
    static func initial(now: Date) -> GenesysState {
        GenesysState(
            divisions: [SandboxIdentity.homeDivisionID: Division(name: "Home", isHome: true)], integrations: [:],
            platformIntegrations: [:],
            queues: [
                SandboxIdentity.supportQueueID: RoutingQueue(
                    fields: Document(QueueDefaults.filled(["name": "Support Queue"])), divisionID: SandboxIdentity.homeDivisionID,
                    dateCreated: now.addingTimeInterval(-86_400), dateModified: now.addingTimeInterval(-86_400), members: [],
                    wrapupCodes: [])
            ])
    }
}
