/// Which event is meant, in the words of a contact centre.
public struct EventLabel: Hashable, Sendable {
    /// The topic's name, as `detail-type` bears it.
    public var topic: String
    /// The queue that it is of, in people's words: `Support Queue`; `nil` where the event names none.
    public var queue: String?
    /// What is special about it: `mediaType CHAT`.
    public var variant: String?
    /// The name of its recording; `nil` where it is made from the catalogue.
    public var recording: String?

    public init(topic: String, queue: String? = nil, variant: String? = nil, recording: String? = nil) {
        self.topic = topic
        self.queue = queue
        self.variant = variant
        self.recording = recording
    }

    /// `acd.end of Support Queue, mediaType CHAT`.
    public var subject: String { Topic.shortName(topic) + (queue.map { " of \($0)" } ?? "") + (variant.map { ", \($0)" } ?? "") }

    /// The same with the name of the recording.
    public var title: String { recording.map { "\(subject) (\($0))" } ?? subject }
}

/// An event to hold against rules: made from the catalogue, or recorded.
public struct EventSample: Hashable, Sendable {
    public let label: EventLabel
    /// As EventBridge delivers it, as JSON.
    public let json: String

    public init(_ label: EventLabel, json: String) {
        self.label = label
        self.json = json
    }
}
