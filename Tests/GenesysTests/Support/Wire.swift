import Model

/// An integration as `GET /api/v2/integrations` writes it.
func wireIntegration(
    _ id: String, name: String = "prod-events", type: String = "amazon-eventbridge-source", state: String = "ENABLED",
    reported: Value = ["code": "ACTIVE"], configuration: Value? = nil
) -> Value {
    [
        "id": .string(id), "name": .string(name), "integrationType": ["id": .string(type), "name": "Amazon EventBridge"],
        "notes": "", "intendedState": .string(state), "reportedState": reported,
        "config": .map(configuration.map { ["current": $0] } ?? [:]), "selfUri": .string("/api/v2/integrations/\(id)"),
    ]
}

/// A configuration as `GET …/config/current` writes it.
func wireConfiguration(
    version: Int = 3, notes: String = "node_dynamodb_empty_string", topics: [String] = [acdEnd], name: String = "prod-events"
) -> Value {
    [
        "id": "current", "name": .string(name), "version": .number(Number(version)), "notes": .string(notes), "advanced": [:],
        "credentials": ["basic": ["id": "cred-1"]],
        "properties": [
            "awsAccountId": "123456789012", "awsAccountRegion": "us-east-1", "eventSourceSuffix": "prod",
            "eventFilter": .list(topics.map { .string($0) }), "vendorOption": true,
        ], "selfUri": "/x",
    ]
}

/// What an integration has before it is configured.
let emptyConfiguration: Value = [
    "name": "prod-events", "version": 1, "notes": "node_dynamodb_empty_string", "advanced": [:], "credentials": [:], "properties": [:],
]

func page(_ entities: Value..., number: Int = 1, of count: Int = 1) -> ScriptedService.Reply {
    .value(["entities": .list(entities), "pageNumber": .number(Number(number)), "pageCount": .number(Number(count))])
}

extension ScriptedService.Reply {
    static func value(_ value: Value, status: Int = 200) -> Self { .json(value.json, status: status) }
}

let acdEnd = "v2.detail.events.conversation.{id}.acd.end"
let acw = "v2.detail.events.conversation.{id}.acw"
let wrapup = "v2.detail.events.conversation.{id}.wrapup"

/// A declaration of the integration as the manifests' compiler writes it.
func declared(_ topics: [String] = [acdEnd], enabled: Bool = true, id: String? = nil) -> DesiredResource {
    let topics = Value.list(topics.sorted().map { .string($0) })
    return integration(
        id: id,
        declaring: [
            "enabled": .bool(enabled), "topics": topics, "contributedTopics": topics, "awsAccountId": "123456789012",
            "awsAccountRegion": "us-east-1", "eventSourceSuffix": "prod",
        ])
}

let ourLine = "reconcile:stack=acme/telephony/prod reconcile:resource=events"
let othersLine = "reconcile:stack=acme/billing/prod reconcile:resource=their-events"
