internal import Model

/// A bus as far as its name tells.
enum LiveBus {
    static func arn(_ aws: Stack.AWS, _ name: String) -> String {
        "arn:\(aws.partition):events:\(aws.region):\(aws.accountID):event-bus/\(name)"
    }

    /// A bus that is known to be there. A partner's bus and its source have the same name (EventBridge API reference, `CreateEventBus`).
    ///
    /// - Parameter source: the partner's source as far as it is known. One that the partner has deleted is the bus's no more.
    static func object(_ aws: Stack.AWS, _ name: String, _ source: EventSources.Source? = nil) -> LiveObject {
        var attributes: [String: Value] = ["name": .string(name)]
        if EventSources.isPartnerBus(name), source?.state != .deleted { attributes["eventSourceName"] = .string(name) }
        let arn = arn(aws, name)
        return LiveObject(
            identity: LiveIdentity(.eventBus, name: name), id: arn, attributes: attributes,
            outputs: ["arn": .string(arn), "name": .string(name)], ownership: .shared)
    }
}
