import Model

/// `Integration`: what Genesys Cloud publishes to EventBridge.
struct IntegrationSpec: Sendable {
    var name: Located<String>?
    var id: Located<String>?
    var enabled: Located<Bool>?
    var topics: Located<[Located<String>]>?
    var topicsPolicy: Located<TopicsPolicy>?
    var eventSourceSuffix: Located<String>?
    var lifecycle: Located<LifecycleSpec>?

    enum TopicsPolicy: String, CaseIterable, Sendable {
        case contribute
        case exclusive
    }

    static let document = Document<IntegrationSpec>.shape(
        .integration, specIsRequired: true, shape, "A Genesys Cloud integration that publishes events to EventBridge.")

    static let shape = Shape<IntegrationSpec>(
        { IntegrationSpec() },
        [
            Field("name", .string(.text(upTo: 256)), \.name, "The live name; `metadata.name` by default."),
            Field("id", .liveID, \.id, "The live id, where it is known: the integration is found by it, not by its name."),
            Field("enabled", .boolean, \.enabled, "Whether events are published."),
            Field(
                "topics", .list(of: .string(.topic), count: 1...Int.max), \.topics,
                "The topics to publish, in full or short: `acd.end` is `v2.detail.events.conversation.{id}.acd.end`."),
            Field(
                "topicsPolicy", .choice(TopicsPolicy.self), \.topicsPolicy,
                "`contribute` (the default): topics of others stay; `exclusive`: the list is whole."),
            Field(
                "eventSourceSuffix", .string(.eventSourceSuffix), \.eventSourceSuffix,
                "The last part of the partner event source's name. Required by the `public` API."),
            Field("lifecycle", .object(LifecycleSpec.shape), \.lifecycle, "How far the integration is managed."),
        ])
}

extension StringFormat {
    static let topic = StringFormat(
        "a topic such as `acd.end` or `v2.users.{id}.presence`", pattern: "^[A-Za-z0-9_.{}-]+$", length: 1...256
    ) { text in text.allSatisfy { $0.isASCIIAlphanumeric || "_.{}-".contains($0) } }
}
