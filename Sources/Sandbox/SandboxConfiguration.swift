public import FoundationEssentials
import Synchronization

/// How a sandbox behaves. The default is the one that tests and demos want: a free port, no delay, everything allowed.
public struct SandboxConfiguration: Sendable {
    /// On the loopback interface; 0 takes a free one.
    public var port = 0
    /// Loaded at the start where it exists, written after each mutating call.
    public var stateFile: String?
    /// Gets a line of JSON for each request.
    public var logFile: String?
    /// Refuse what isn't signed by the sandbox's own key.
    public var verifiesSignatures = false
    /// Seconds from enabling an integration until AWS shows its partner event source.
    public var sourceDelay: TimeInterval = 0
    /// Seconds until a new object appears in lists.
    public var listDelay: TimeInterval = 0
    /// Seconds from enabling an integration until it is ACTIVE.
    public var activationDelay: TimeInterval = 0
    /// Operations, by the names that the request log has, for which the caller lacks the permission.
    public var deniedOperations: Set<String> = []
    /// EventBridge's quota of rules on a bus (Amazon EventBridge quotas: 300 in most regions).
    public var rulesPerBus = 300
    /// What AWS makes of a source that was DELETED while a bus was associated, and that the partner offers again: ACTIVE by itself, or offered as a new
    /// one, PENDING, only once that bus is gone. No primary source settles it.
    public var revivesEventSources = true
    public var genesys = GenesysBehavior()

    public var now: @Sendable () -> Date = { Date() }
    /// Makes the ids of objects and requests, in the shape of a UUID.
    public var makeID: @Sendable () -> String = { UUID().uuidString.lowercased() }

    public init() {}

    /// Ids that count from 1, so that a test's objects and answers are the same in each run.
    public static func sequentialIDs() -> @Sendable () -> String {
        let counter = SequentialCounter()
        return {
            let digits = String(counter.next(), radix: 16)
            return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        }
    }
}

/// What no primary source settles about Genesys Cloud, so that a client can be tried against every answer.
public struct GenesysBehavior: Sendable {
    /// Whether an integration becomes ACTIVE only once its event source is associated with a bus, rather than as soon as it is enabled.
    public var activationNeedsBus = false
    /// The status of a version conflict: 409, 408 or 400.
    public var versionConflictStatus = 409
    /// Whether empty notes come back as `node_dynamodb_empty_string`.
    public var marksEmptyNotes = false
    /// Whether account, region and suffix of an integration may change.
    public var allowsCoordinateChange = true
    /// Whether `GET /api/v2/platform/eventbridge/integrations` lists; 405 where it doesn't.
    public var listsPlatformIntegrations = true
    /// Seconds for which reads and lists still show what was there before a write, deleted objects included.
    public var readDelay: TimeInterval = 0
    /// The `transports` of each topic in `availabletopics`.
    public var topicTransports = ["All"]
    /// The OAuth scopes that the client may ask for.
    public var clientScopes: Set<String> = ["event:write"]
    /// The life of a token in seconds: 300 to 172,800.
    public var tokenLife = 86_400
    /// Requests a minute of one token; a 429 follows.
    public var requestsPerMinute: Int?

    public init() {}
}

private final class SequentialCounter: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
        value.withLock { value in
            value += 1
            return value
        }
    }
}
