/// `forEach` of a rule: one rule for each of the queues.
struct ForEachSpec: Sendable {
    var queue: Located<QueueSelection>?

    static let shape = Shape<ForEachSpec>(
        { ForEachSpec() },
        [
            Field(
                "queue", .queues, \.queue, required: true,
                "The queues, each of which makes a rule; `${queue.name}` and `${queue.id}` tell them apart.")
        ])
}
