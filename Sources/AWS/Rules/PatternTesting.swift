public import Model

extension AWSProvider {
    /// What EventBridge itself says of a pattern and an event (EventBridge API reference, `TestEventPattern`). Changes nothing.
    ///
    /// - Parameters:
    ///   - pattern: as JSON, at most 4,096 characters.
    ///   - event: as JSON, with all fields of the envelope.
    public func testEventPattern(_ pattern: String, _ event: String) async throws(ServiceError) -> Bool {
        let answer = try await transport.call(.testEventPattern, ["EventPattern": .string(pattern), "Event": .string(event)])
        guard let result = answer["Result"]?.bool else {
            throw ServiceError(
                .unexpectedAnswer, system: .aws, operation: "TestEventPattern", summary: "EventBridge's answer has no \"Result\"")
        }
        return result
    }
}
