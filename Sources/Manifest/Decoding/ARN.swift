import Model

extension ARN {
    /// Whether all parts that every ARN has are there, in their characters.
    var isWellFormed: Bool {
        partition.hasPrefix("aws") && !service.isEmpty && !resource.isEmpty
            && [partition, service, region].allSatisfy { $0.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") } }
            && (account.isEmpty || StringFormat.accountID.accepts(account))
    }
}
