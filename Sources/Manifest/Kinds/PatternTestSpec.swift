import Model
import OrderedCollections
import YAML

/// `PatternTest`: an event, and who is to get it.
struct PatternTestSpec: Sendable {
    var event: Located<Event>?
    var expect: Located<Expectation>?
    var lifecycle: Located<LifecycleSpec>?

    static let document = Document<PatternTestSpec>.shape(
        .patternTest, specIsRequired: true,
        Shape(
            { PatternTestSpec() },
            [
                Field("event", .object(Event.shape), \.event, required: true, "The event: one made from the catalogue, or a recorded one."),
                Field("expect", .object(Expectation.shape), \.expect, required: true, "Who gets the event, and nobody else."),
                Field("lifecycle", .object(LifecycleSpec.declaration), \.lifecycle, "Whether the test is declared."),
            ]), "An event that `reconcile test` holds against the declared rules; nothing in the clouds is made of it.")

    struct Event: Sendable {
        var topic: Located<String>?
        var set: Located<[BodyField]>?
        var recorded: Located<Value>?
        var integration: Located<String>?
        var eventBusName: Located<String>?

        static let shape = Shape<Event>(
            { Event() }, exclusive: [["topic", "recorded"], ["set", "recorded"]],
            [
                Field("topic", .string(.topic), \.topic, "The topic of a made event, in full or short."),
                Field(
                    "set", .bodyFields, \.set,
                    "Fields of the event's body, such as `queueId`, that differ from the sample that the catalogue makes; `null` removes one."
                ),
                Field("recorded", .json, \.recorded, "A whole event, as EventBridge delivers it."),
                Field(
                    "integration", .string(.resourceName), \.integration,
                    "The integration that publishes the event. The only one by default."),
                Field(
                    "eventBusName", .string(.busName), \.eventBusName,
                    "The bus on which rules see the event. The integration's by default; of a recorded event, that of its `source`."),
            ])
    }

    struct Expectation: Sendable {
        var rules: Located<[Located<String>]>?
        var consumers: Located<[Located<String>]>?

        static let shape = Shape<Expectation>(
            { Expectation() },
            [
                Field(
                    "rules", .list(of: .string(.text(upTo: 400))), \.rules,
                    "The rules that take the event, by `metadata.name`, with the queue in brackets where `forEach` makes them; `[]`: none."),
                Field("consumers", .list(of: .string(.arn)), \.consumers, "The targets that get the event, by their ARNs; `[]`: none."),
            ])
    }
}

/// A field within the body of an event, by its keys joined by dots.
struct BodyField: Sendable {
    var path: String
    var value: Value
    var place: SourceLocation
}

extension ValueType where Output == [BodyField] {
    /// A mapping in which fields within others are given by their paths or by mappings in mappings.
    static let bodyFields = ValueType(ValueType<Value>.json.schema) { node, context in
        ValueType<Value>.json.decode(node, &context).map { context.bodyFields($0, node) }
    }
}

extension DecodingContext {
    fileprivate func bodyFields(_ value: Value, _ node: YAMLNode, within path: [String] = []) -> [BodyField] {
        (node.mapping ?? [:]).flatMap { key, member -> [BodyField] in
            guard let name = key.scalar?.text, let value = value[name] else { return [] }
            let path = path + [name]
            if let inner = value.map, !inner.isEmpty { return bodyFields(value, member, within: path) }
            return [BodyField(path: path.joined(separator: "."), value: value, place: place(key.mark))]
        }
    }
}
