public import Model

/// What is published together: events of one `detail-type`, whose bodies have the same fields.
public struct Topic: Hashable, Sendable {
    /// As the integration lists it and as `detail-type` bears it: `v2.detail.events.conversation.{id}.acd.end`.
    public let id: String
    /// In the order of their paths.
    public let fields: [EventField]
    let api: Stack.GenesysAPI

    /// Where in an event the body lies.
    public var bodyPath: String { Self.bodyPath(api) }

    /// Whether its events may have fields that the catalogue doesn't know.
    public var isOpen: Bool { fields.isEmpty }

    /// What people call it: `acd.end`.
    public var shortName: String { Self.shortName(id) }

    /// The field at a path of an event, such as `detail.eventBody.queueId`; `nil` where there is none in the body.
    public func field(at path: String) -> EventField? {
        let (body, length) = (bodyPath, path.utf8.count - bodyPath.utf8.count - 1)
        guard length > 0, path.hasPrefix(body),
            let dot = path.utf8.index(path.startIndex, offsetBy: body.utf8.count, limitedBy: path.endIndex),
            path.utf8[dot] == UInt8(ascii: ".")
        else { return nil }
        let own = path[path.utf8.index(after: dot)...]
        return fields.first { $0.path.utf8.count == length && $0.path == own }
            ?? fields.first { $0.type == .any && own.hasPrefix($0.path + ".") }
    }

    public func carries(_ path: String) -> Bool { isOpen || field(at: path) != nil }

    /// Whether its events tell which queue they are of.
    public var hasQueue: Bool { field(at: Self.queuePath(api)) != nil }
}

extension Topic {
    /// What the names of all topics about conversations begin with.
    public static let conversationPrefix = "v2.detail.events.conversation.{id}."

    public static func shortName(_ id: String) -> String {
        id.hasPrefix(conversationPrefix) ? String(id.dropFirst(conversationPrefix.count)) : id
    }

    static func bodyPath(_ api: Stack.GenesysAPI) -> String { api == .public ? "detail.eventBody" : "detail" }

    /// Where events bear the id of their queue.
    public static func queuePath(_ api: Stack.GenesysAPI) -> String { bodyPath(api) + ".queueId" }
}
