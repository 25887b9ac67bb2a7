public import Model

/// The topics that are known to reach EventBridge, and the fields of their events.
///
/// Those of the `public` API are made from the models of the vendor's SDK; that of the `platform` API is the tutorial's. Read when first asked for.
public struct TopicCatalog: Sendable {
    private let topicsByID: [String: Topic]

    /// Sorted by id.
    public var topics: [Topic] { topicsByID.values.sorted { $0.id < $1.id } }

    public static func of(_ api: Stack.GenesysAPI) -> TopicCatalog { api == .public ? documented : tutorial }

    private static let documented = TopicCatalog(text, .public)

    /// The tutorial shows one event; its ids are no UUIDs.
    private static let tutorial = TopicCatalog(
        """
        conversation.end
          conversationId string
          metrics.handleTime integer
          metrics.holdTime integer
          queueId string
          queueName string
          type string conversation
          wrapUpCode string
        """, .platform)

    /// Reads what `.ci/topic-catalog` writes: a topic a line, its fields indented below.
    init(_ text: String, _ api: Stack.GenesysAPI) {
        var topics: [String: Topic] = [:]
        var id: Substring?
        var fields: [EventField] = []
        func add() {
            if let id { topics[String(id)] = Topic(id: String(id), fields: fields, api: api) }
        }
        for line in text.split(separator: "\n") {
            if line.first == " " {
                if let field = EventField(line: line), field.path != "*" { fields.append(field) }
            } else {
                add()
                (id, fields) = (line, [])
            }
        }
        add()
        topicsByID = topics
    }

    /// The topic of this name, in full or short; `nil` where it isn't in the catalogue.
    public func topic(named name: String) -> Topic? { topicsByID[name] ?? topicsByID[Topic.conversationPrefix + name] }
}
