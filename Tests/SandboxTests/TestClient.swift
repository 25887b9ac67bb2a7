import AsyncHTTPClient
import FoundationEssentials
import Model
import NIOCore
import NIOHTTP1
import Sandbox
import Synchronization

/// What a client sees of an answer.
struct Answer: Sendable {
    var status: Int
    var headers: [String: String]
    var text: String

    /// The body as JSON; `null` where it is none.
    var value: Value { (try? Value(json: text)) ?? .null }
    subscript(key: String) -> Value? { value[key] }
    /// The error's code, as JSON 1.1 has it.
    var type: String? { value["__type"]?.string }
    var message: String? { (value["message"] ?? value["Message"])?.string }
}

extension Sandbox {
    func send(
        _ method: String, _ path: String, headers: [String: String] = [:], body: String = ""
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: url + path)
        request.method = .init(rawValue: method)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if !body.isEmpty { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(600))
        let buffer = try await response.body.collect(upTo: 1 << 22)
        let fields = response.headers.map { ($0.name.lowercased(), $0.value) }
        return Answer(
            status: Int(response.status.code), headers: Dictionary(fields, uniquingKeysWith: { first, _ in first }),
            text: String(buffer: buffer))
    }

    /// Calls an operation of a JSON 1.1 service: `events.PutRule`.
    @discardableResult
    func call(_ operation: String, _ input: Value = [:]) async throws -> Answer {
        let parts = operation.split(separator: ".")
        let prefixes = [
            "events": "AWSEvents", "tagging": "ResourceGroupsTaggingAPI_20170126", "sqs": "AmazonSQS", "logs": "Logs_20140328",
        ]
        let target = "\(prefixes[String(parts[0])] ?? "").\(parts[1])"
        return try await send("POST", "/", headers: ["X-Amz-Target": target], body: input.json)
    }

    func putRule(_ name: String, bus: String = "default", _ more: [String: Value] = [:]) async throws -> Answer {
        let input: [String: Value] = [
            "Name": .string(name), "EventBusName": .string(bus), "EventPattern": #"{"source":["genesys.cloud"]}"#,
        ]
        return try await call("events.PutRule", .map(input.merging(more) { $1 }))
    }

    func describeRule(_ name: String) async throws -> Answer { try await call("events.DescribeRule", ["Name": .string(name)]) }

    /// A token as the public API's clients get one.
    func token() async throws -> String {
        let pair = "\(SandboxIdentity.clientID):\(SandboxIdentity.clientSecret)"
        let answer = try await send(
            "POST", "/oauth/token", headers: ["Authorization": "Basic \(Data(pair.utf8).base64EncodedString())"],
            body: "grant_type=client_credentials")
        return answer["access_token"]?.string ?? ""
    }

    /// A token as the tutorial's script gets one.
    func platformToken(scope: String = "event%3Awrite") async throws -> String {
        let answer = try await send(
            "POST", "/oauth/token",
            body: "grant_type=client_credentials&client_id=\(SandboxIdentity.clientID)"
                + "&client_secret=\(SandboxIdentity.clientSecret)&scope=\(scope)")
        return answer["access_token"]?.string ?? ""
    }

    func genesys(_ method: String, _ path: String, _ body: Value? = nil, token: String) async throws -> Answer {
        try await send(method, path, headers: ["Authorization": "Bearer \(token)"], body: body?.json ?? "")
    }
}

/// A clock that stands until a test moves it.
final class TestClock: Sendable {
    private let date = Mutex(Date(timeIntervalSince1970: 1_765_551_865))

    var now: Date { date.withLock { $0 } }
    func advance(by seconds: TimeInterval) { date.withLock { $0.addTimeInterval(seconds) } }
}

extension SandboxConfiguration {
    /// A sandbox whose ids and dates are the same in each run.
    static func test(clock: TestClock = TestClock(), _ change: (inout SandboxConfiguration) -> Void = { _ in }) -> SandboxConfiguration {
        var configuration = SandboxConfiguration()
        configuration.now = { clock.now }
        configuration.makeID = SandboxConfiguration.sequentialIDs()
        change(&configuration)
        return configuration
    }
}

/// Serves a sandbox whose ids and dates are the same in each run.
func withSandbox(
    _ configuration: SandboxConfiguration = .test(), _ body: (Sandbox) async throws -> Void
) async throws {
    try await Sandbox.run(configuration, body)
}

/// A configured integration's properties.
let eventBridgeProperties: Value = [
    "awsAccountId": "123456789012", "awsAccountRegion": "us-east-1", "eventSourceSuffix": "prod",
    "eventFilter": ["v2.detail.events.conversation.{id}.acd.end"],
]

let sourceName = "aws.partner/genesys.com/cloud/\(SandboxIdentity.organizationID)/prod"

extension Sandbox {
    /// Makes an integration as a client of the public API does: create, configure, enable.
    ///
    /// - Returns: its id.
    func makeIntegration(enabled: Bool = true, token: String) async throws -> String {
        let created = try await genesys(
            "POST", "/api/v2/integrations", ["name": "prod-events", "integrationType": ["id": "amazon-eventbridge-source"]],
            token: token)
        let id = created["id"]?.string ?? ""
        _ = try await genesys(
            "PUT", "/api/v2/integrations/\(id)/config/current",
            [
                "name": "prod-events", "version": 1, "notes": "", "advanced": [:], "credentials": [:],
                "properties": eventBridgeProperties,
            ], token: token)
        if enabled {
            _ = try await genesys("PATCH", "/api/v2/integrations/\(id)", ["intendedState": "ENABLED"], token: token)
        }
        return id
    }

    func sourceState() async throws -> String? {
        try await call("events.DescribeEventSource", ["Name": .string(sourceName)])["State"]?.string
    }
}
