import Model

/// `Queue`: a Genesys Cloud routing queue. Only what is declared is compared.
struct QueueSpec: Sendable {
    var name: Located<String>?
    var id: Located<String>?
    /// Everything else, by Genesys' names.
    var settings: [String: Value] = [:]
    var forceDelete: Located<Bool>?
    var lifecycle: Located<LifecycleSpec>?

    static let document = Document<QueueSpec>.shape(
        .queue, specIsRequired: false,
        Shape(
            { QueueSpec() },
            [
                Field("name", .string(.text(upTo: 256)), \.name, "The live name; `metadata.name` by default."),
                Field("id", .uuid, \.id, "The live id, where it is known: the queue is found by it, not by its name."),
                Field(
                    "forceDelete", .boolean, \.forceDelete,
                    "With `ensure: absent`, delete the queue even while members or other things still belong to it."),
                Field("lifecycle", .object(LifecycleSpec.shape), \.lifecycle, "How far the queue is managed."),
            ] + QueueSettings.fields), "A Genesys Cloud routing queue.")
}
