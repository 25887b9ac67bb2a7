import Model

/// Trying a pattern (EventBridge API reference: `TestEventPattern`).
enum PatternOperations {
    static let all = [
        AWSOperation(
            .events, "TestEventPattern", .reads,
            [.string("EventPattern", 0...4_096, required: true), .string("Event", 0...262_144, required: true)],
            run: testEventPattern)
    ]

    /// The fields that the event must have.
    private static let mandatory = ["id", "account", "source", "time", "region", "resources", "detail-type"]

    private static func testEventPattern(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let pattern = call.required("EventPattern")
        try EventPatternCheck.validate(pattern)
        guard let event = try? Value(json: call.required("Event")), mandatory.allSatisfy({ event[$0] != nil }) else {
            throw .validation("Parameter Event is not valid. It must be an event with \(mandatory.joined(separator: ", ")).")
        }
        return ["Result": .bool(EventPatternCheck.matches(pattern, event))]
    }
}
