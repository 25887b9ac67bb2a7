import Model
import YAML

/// Queues of the set: by name, or by their labels.
enum QueueSelection: Sendable {
    case names([Located<String>])
    case labels(LabelSelector)
}

struct LabelSelector: Sendable {
    var matchLabels: Located<[MapEntry<String>]>?

    static let shape = Shape<LabelSelector>(
        { LabelSelector() },
        [
            Field(
                "matchLabels", .map(of: .string(.text), keys: .text(upTo: 317)), \.matchLabels, required: true,
                "The labels that a queue must have, all of them.")
        ])

    func matches(_ labels: [String: String]) -> Bool {
        (matchLabels?.value ?? []).allSatisfy { labels[$0.key.value] == $0.value.value }
    }
}

extension ValueType where Output == QueueSelection {
    static let queues: ValueType = {
        let names = ValueType<[Located<String>]>.list(of: .string(.resourceName), count: 1...Int.max)
        let labels = ValueType<LabelSelector>.object(LabelSelector.shape)
        return ValueType(.either([names.schema, labels.schema])) { node, context in
            node.mapping == nil
                ? names.decode(node, &context).map { .names($0) } : labels.decode(node, &context).map { .labels($0) }
        }
    }()
}
