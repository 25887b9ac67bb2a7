import Model

/// What the service asks of the properties of an `amazon-eventbridge-source`.
enum EventBridgeProperties {
    static func check(_ properties: [String: Value]) throws(GenesysError) {
        if let account = properties["awsAccountId"]?.string {
            guard account.count == 12, account.allSatisfy({ $0.isASCII && $0.isNumber }) else {
                throw .invalid("awsAccountId must have twelve digits")
            }
        }
        if let suffix = properties["eventSourceSuffix"]?.string {
            let allowed = suffix.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || ".-_".contains($0) }
            guard allowed, suffix.count <= 64 else {
                throw .invalid("eventSourceSuffix must have at most 64 letters, digits, periods, hyphens and underscores")
            }
        }
        guard let filter = properties["eventFilter"] else { return }
        guard let topics = filter.strings else { throw .invalid("eventFilter must be a list of topics") }
        let unknown = topics.filter { !TopicOperations.ids.contains($0) }
        guard unknown.isEmpty else { throw .invalid("eventFilter has unknown topics: \(unknown.joined(separator: ", "))") }
    }

    /// Refuses to give a configured integration another event source.
    static func checkUnmoved(from former: [String: Value], to properties: [String: Value]) throws(GenesysError) {
        for name in ["awsAccountId", "awsAccountRegion", "eventSourceSuffix"] {
            guard former[name] == nil || former[name] == properties[name] else { throw .invalid("\(name) can't be changed") }
        }
    }
}
