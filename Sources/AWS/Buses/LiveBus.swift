internal import Model

/// A bus as far as its name tells.
enum LiveBus {
    static func arn(_ aws: Stack.AWS, _ name: String) -> String {
        "arn:\(aws.partition):events:\(aws.region):\(aws.accountID):event-bus/\(name)"
    }

    /// A bus that is known to be there. A partner's bus and its source have the same name (EventBridge API reference, `CreateEventBus`).
    static func object(_ aws: Stack.AWS, _ name: String) -> LiveObject {
        var attributes: [String: Value] = ["name": .string(name)]
        if EventSources.isPartnerBus(name) { attributes["eventSourceName"] = .string(name) }
        let arn = arn(aws, name)
        return LiveObject(
            identity: LiveIdentity(.eventBus, name: name), id: arn, attributes: attributes,
            outputs: ["arn": .string(arn), "name": .string(name)], ownership: .shared)
    }
}
