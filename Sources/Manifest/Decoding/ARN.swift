/// An Amazon Resource Name: `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE` (IAM user guide, "Amazon Resource Names").
struct ARN: Hashable, Sendable {
    var partition: String
    var service: String
    /// Empty where the resource has none.
    var region: String
    var account: String
    var resource: String

    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), !parts[2].isEmpty, !parts[5].isEmpty else { return nil }
        guard [parts[1], parts[2], parts[3]].allSatisfy({ $0.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") } }) else {
            return nil
        }
        guard parts[4].isEmpty || StringFormat.accountID.accepts(parts[4]) else { return nil }
        (partition, service, region, account, resource) = (parts[1], parts[2], parts[3], parts[4], parts[5])
    }
}
