import Model

/// The formats of names, ids and ARNs. Lengths and characters of AWS's are botocore's, `events` 2015-10-07.
extension StringFormat {
    /// `metadata.name`: what an address and an ownership mark can hold.
    static let resourceName = StringFormat(
        "1 to 128 letters, digits, `.`, `-`, `_`, beginning with a letter or digit", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$",
        length: 1...128
    ) { text in
        text.utf8.first?.isAlphanumeric == true
            && text.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    }

    /// The repository, without spaces since marks are words of a line, in the characters that AWS allows in a tag's value.
    static let owner = alphanumerics(and: "._-/@+", length: 1...120)

    static let ruleName = alphanumerics(and: "._-", length: 1...64)
    static let targetID = alphanumerics(and: "._-", length: 1...64)
    static let busName = alphanumerics(and: "._-/", length: 1...256)
    /// Genesys Cloud, EventBridge integration.
    static let eventSourceSuffix = alphanumerics(and: ".-_", length: 1...64)

    static let accountID = StringFormat("an AWS account id of 12 digits", pattern: "^[0-9]{12}$", length: 12...12) { text in
        text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    static let awsRegion = StringFormat(
        "an AWS region such as `us-east-1`", pattern: "^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$", length: 1...64
    ) { text in
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count > 2, let number = parts.last, (1...2).contains(number.count), number.allSatisfy(\.isASCIIDigit) else {
            return false
        }
        return (2...4).contains(parts[0].count)
            && parts.dropLast().allSatisfy { part in !part.isEmpty && part.allSatisfy { ("a"..."z").contains($0) } }
    }

    static let uuid = StringFormat(
        "an id such as `6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b`",
        pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$", length: 36...36
    ) { text in
        text.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [8, 4, 4, 4, 12]
            && text.allSatisfy { $0 == "-" || $0.isASCII && $0.isHexDigit }
    }

    static let arn = StringFormat(
        "an ARN such as `arn:aws:lambda:us-east-1:123456789012:function:NAME`",
        pattern: "^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12})?:.+$", length: 1...1600
    ) { ARN($0)?.isWellFormed == true }

    static let scheduleExpression = StringFormat(
        "`rate(…)` or `cron(…)`", pattern: "^(rate|cron)\\(.+\\)$", length: 1...256
    ) { text in
        ["rate(", "cron("].contains { text.hasPrefix($0) } && text.hasSuffix(")") && text.count > 6
    }

    static let tagKey = StringFormat(
        "a tag key of 1 to 128 characters that doesn't begin with `aws:` or `reconcile:`", pattern: "^(?!aws:|reconcile:)", length: 1...128
    ) { text in !text.hasPrefix("aws:") && !text.hasPrefix("reconcile:") }
    static let tagValue = StringFormat("a text of at most 256 characters", length: 0...256)

    static let json = StringFormat("JSON text of at most 8192 characters", length: 1...8192) { (try? Value(json: $0)) != nil }
    static let inputPath = StringFormat("a JSON path such as `$.detail`", pattern: "^\\$", length: 1...256) { $0.hasPrefix("$") }
}
