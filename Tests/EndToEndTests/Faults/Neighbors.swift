import Model
import Sandbox
import Testing

/// What others have in the same clouds: never to be touched.
struct Neighbors: Sendable {
    static let function = "arn:aws:lambda:us-east-1:123456789012:function:"

    private static let foreignRule: Value = [
        "eventPattern": #"{"source":["others"]}"#, "state": "ENABLED",
        "tags": ["reconcile:stack": "others/prod", "reconcile:resource": "theirs"],
        "targets": ["main": ["Id": "main", "Arn": .string("\(function)ProcessGenesysEndEvents")]],
    ]
    private static let statement: Value = [
        "Sid": "theirs", "Effect": "Allow", "Principal": ["Service": "events.amazonaws.com"], "Action": "lambda:InvokeFunction",
        "Resource": .string("\(function)ProcessGenesysEndEvents"),
        "Condition": ["ArnLike": ["AWS:SourceArn": "arn:aws:events:us-east-1:123456789012:rule/theirs"]],
    ]

    /// Puts them there, and the functions that a `Transition` moves between.
    static func settle(in sandbox: Sandbox) async throws {
        try await sandbox.merge([
            "aws": [
                "eventBuses": ["default": ["rules": ["theirs": foreignRule]]],
                "functions": [
                    "ProcessGenesysEndEvents": ["statements": ["": [statement]]],
                    "Before": ["qualifiers": [], "statements": [:], "tags": [:]],
                    "After": ["qualifiers": [], "statements": [:], "tags": [:]],
                ],
            ],
            "genesys": [
                "queues": ["00000000-0000-4000-8000-0000000000aa": neighborQueue(try await sandbox.state())],
                "integrations": [
                    "00000000-0000-4000-8000-0000000000bb": [
                        "name": "theirs", "typeID": "amazon-eventbridge-source", "intendedState": "DISABLED",
                        "stateChangedAt": "2026-01-01T00:00:00Z",
                        "configuration": ["version": 1, "notes": "Ask Ann", "properties": [:], "advanced": [:], "credentials": [:]],
                    ]
                ],
            ],
        ])
    }

    private static func neighborQueue(_ state: Value) -> Value {
        var queue = state["genesys"]?["queues"]?[SandboxIdentity.supportQueueID]?.map ?? [:]
        var fields = queue["fields"]?.map ?? [:]
        fields["name"] = "Theirs"
        queue["fields"] = .map(fields)
        return .map(queue)
    }

    /// All of theirs as it is now.
    static func belongings(in sandbox: Sandbox) async throws -> [Value?] {
        let state = try await sandbox.state()
        return [
            state["aws"]?["eventBuses"]?["default"]?["rules"]?["theirs"],
            state["aws"]?["functions"]?["ProcessGenesysEndEvents"]?["statements"]?[""]?.list?.first { $0["Sid"] == "theirs" },
            state["genesys"]?["queues"]?["00000000-0000-4000-8000-0000000000aa"],
            state["genesys"]?["queues"]?[SandboxIdentity.supportQueueID],
            state["genesys"]?["integrations"]?["00000000-0000-4000-8000-0000000000bb"],
        ]
    }
}

/// What may never be left behind, whatever happened on the way.
struct Leftovers {
    private let state: Value

    init(_ sandbox: Sandbox) async throws { state = try await sandbox.state() }

    private var queues: [String] { members("genesys", "queues").compactMap { $0["fields"]?["name"]?.string } }
    private var integrations: [String] { members("genesys", "integrations").compactMap { $0["name"]?.string } }

    /// The live names of queues, integrations and buses.
    var names: Set<String> { Set(queues + integrations + (state["aws"]?["eventBuses"]?.map ?? [:]).keys) }

    /// Names that more than one queue or integration bears.
    var duplicates: [String] {
        [queues, integrations].flatMap { names in Set(names).filter { name in names.count { $0 == name } > 1 } }.sorted()
    }

    /// Statements that let a rule invoke a function which no live rule's target is.
    var orphanedStatements: [String] {
        let rules = (state["aws"]?["eventBuses"]?.map ?? [:]).flatMap { bus, contents in
            (contents["rules"]?.map ?? [:]).map { name, rule in
                (arn: "arn:aws:events:us-east-1:123456789012:rule/" + (bus == "default" ? name : "\(bus)/\(name)"), rule: rule)
            }
        }
        return (state["aws"]?["functions"]?.map ?? [:]).flatMap { function, contents in
            (contents["statements"]?.map ?? [:]).values.flatMap { $0.list ?? [] }.compactMap { statement -> String? in
                let source = statement["Condition"]?["ArnLike"]?["AWS:SourceArn"]?.string
                let users = rules.filter { rule in
                    rule.arn == source
                        && (rule.rule["targets"]?.map ?? [:]).values.contains { $0["Arn"]?.string == Neighbors.function + function }
                }
                return users.isEmpty ? statement["Sid"]?.string : nil
            }
        }.sorted()
    }

    /// The names of the rules that carry a stack's mark.
    func rules(of stack: String) -> [String] {
        members("aws", "eventBuses").flatMap { $0["rules"]?.map ?? [:] }
            .filter { $0.value["tags"]?["reconcile:stack"]?.string == stack }.map(\.key).sorted()
    }

    private func members(_ cloud: String, _ kind: String) -> [Value] { (state[cloud]?[kind]?.map ?? [:]).map(\.value) }
}
