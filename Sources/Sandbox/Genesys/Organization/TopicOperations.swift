import Model

/// The topics that an integration may publish (Genesys Cloud API: Notifications, `availabletopics`).
enum TopicOperations {
    static let all = [
        GenesysOperation(
            "GET /api/v2/notifications/availabletopics", .reads, .permission("notifications:topic:view")
        ) { _, call throws(GenesysError) in
            let transports = Value.list(call.configuration.genesys.topicTransports.map { .string($0) })
            return .ok([
                "entities": .list(
                    ids.map { id in
                        [
                            "id": .string(id), "description": "", "transports": transports, "visibility": "Public",
                            "requiresPermissions": [], "requiresDivisionPermissions": false, "enforced": true,
                        ]
                    })
            ])
        }
    ]

    private static let conversationDetails = [
        "acd.end", "acd.start", "acw", "attributes", "contact", "customer.end", "customer.start", "flow.end", "flow.outcome",
        "flow.start", "outbound", "user.end", "user.start", "voicemail.end", "voicemail.start", "wrapup",
    ]

    static let ids =
        conversationDetails.map { "v2.detail.events.conversation.{id}.\($0)" } + [
            "v2.analytics.conversation.{id}.metrics", "v2.analytics.flow.{id}.aggregates", "v2.audits.entitytype.{id}.entityid.{id}",
            "v2.conversations.{id}.transcription", "v2.operations.events.{id}", "v2.users.{id}.activity", "v2.users.{id}.presence",
            "v2.users.{id}.routingStatus",
        ]
}
