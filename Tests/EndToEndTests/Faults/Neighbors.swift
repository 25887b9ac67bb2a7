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
    private static let statement = theirs("lambda:InvokeFunction", "\(function)ProcessGenesysEndEvents")

    private static func theirs(_ action: String, _ resource: String) -> Value {
        [
            "Sid": "theirs", "Effect": "Allow", "Principal": ["Service": "events.amazonaws.com"], "Action": .string(action),
            "Resource": .string(resource), "Condition": ["ArnLike": ["AWS:SourceArn": "arn:aws:events:us-east-1:123456789012:rule/theirs"]],
        ]
    }

    /// A policy of theirs, with what nobody but them would write.
    private static func policy(_ action: String, _ resource: String) -> Value {
        .string((["Version": "2008-10-17", "Id": "theirs", "Statement": [theirs(action, resource)]] as Value).json)
    }

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
                "queues": [
                    "ended": ["attributes": ["Policy": policy("sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:ended")]],
                    "genesys-dlq": ["attributes": ["Policy": policy("sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:genesys-dlq")]],
                ],
                "topics": ["ended": ["policy": policy("sns:Publish", "arn:aws:sns:us-east-1:123456789012:ended")]],
                "logPolicies": ["theirs": policy("logs:PutLogEvents", "*")],
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
            statement(of: state["aws"]?["queues"]?["ended"]?["attributes"]?["Policy"]),
            statement(of: state["aws"]?["queues"]?["genesys-dlq"]?["attributes"]?["Policy"]),
            statement(of: state["aws"]?["topics"]?["ended"]?["policy"]), state["aws"]?["logPolicies"]?["theirs"],
            state["genesys"]?["queues"]?["00000000-0000-4000-8000-0000000000aa"],
            state["genesys"]?["queues"]?[SandboxIdentity.supportQueueID],
            state["genesys"]?["integrations"]?["00000000-0000-4000-8000-0000000000bb"],
        ]
    }

    /// A policy without our statements.
    private static func statement(of policy: Value?) -> Value? {
        guard var members = policy?.string.flatMap({ try? Value(json: $0) })?.map else { return nil }
        members["Statement"] = .list(members["Statement"]?.list?.filter { $0["Sid"] == "theirs" } ?? [])
        return .map(members)
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

    /// Statements that let a rule hand something to what it doesn't hand anything to.
    var orphanedStatements: [String] {
        let rules = (state["aws"]?["eventBuses"]?.map ?? [:]).flatMap { bus, contents in
            (contents["rules"]?.map ?? [:]).map { name, rule in
                (arn: "arn:aws:events:us-east-1:123456789012:rule/" + (bus == "default" ? name : "\(bus)/\(name)"), rule: rule)
            }
        }
        return statements.compactMap { statement -> String? in
            let source = statement["Condition"]?["ArnLike"]?["AWS:SourceArn"] ?? statement["Condition"]?["ArnLike"]?["aws:SourceArn"]
            guard let source = source?.string, let resource = statement["Resource"]?.string, statement["Sid"] != "theirs" else {
                return nil
            }
            let users = rules.filter { rule in
                rule.arn == source
                    && (rule.rule["targets"]?.map ?? [:]).values.contains { target in
                        [target["Arn"], target["DeadLetterConfig"]?["Arn"]].contains {
                            resource == $0?.string || resource == ($0?.string ?? "") + ":*"
                        }
                    }
            }
            return users.isEmpty ? statement["Sid"]?.string : nil
        }.sorted()
    }

    /// Of all policies.
    var statements: [Value] {
        let functions = members("aws", "functions").flatMap { ($0["statements"]?.map ?? [:]).values.flatMap { $0.list ?? [] } }
        let texts =
            members("aws", "queues").map { $0["attributes"]?["Policy"] } + members("aws", "topics").map { $0["policy"] }
            + members("aws", "logPolicies").map { $0 }
        return functions + texts.flatMap { $0?.string.flatMap { try? Value(json: $0) }?["Statement"]?.list ?? [] }
    }

    /// The names of the rules that carry a stack's mark.
    func rules(of stack: String) -> [String] {
        members("aws", "eventBuses").flatMap { $0["rules"]?.map ?? [:] }
            .filter { $0.value["tags"]?["reconcile:stack"]?.string == stack }.map(\.key).sorted()
    }

    private func members(_ cloud: String, _ kind: String) -> [Value] { (state[cloud]?[kind]?.map ?? [:]).map(\.value) }
}
