public import Model

/// Follows an event of a queue: queue → topic in the integration → source active → bus associated → rule enabled → pattern takes the sample → target
/// permitted → dead-letter queue there. From what is declared alone, or against what is live.
public struct Trace: Hashable, Sendable {
    public let queue: RoutedQueue
    public let topic: Topic
    public let branches: [TraceBranch]

    public var isBroken: Bool { branches.flatMap(\.links).contains { $0.verdict == .refuted } }

    /// - Parameter observation: `nil`: the manifests alone.
    public init(_ state: DesiredState, _ table: RoutingTable, queue: RoutedQueue, topic: Topic, observation: Observation?) {
        self.queue = queue
        self.topic = topic
        let tracing = Tracing(state: state, table: table, queue: queue, topic: topic, observation: observation)
        branches = tracing.branches
    }
}
