public import FoundationEssentials

/// When, where and for which service a signature holds.
public struct SigningScope: Hashable, Sendable {
    /// To the second, in UTC: `20150830T123600Z`, as `X-Amz-Date` has it.
    public let timestamp: String
    public let region: String
    /// The name that the service signs with, such as `events`.
    public let service: String
    /// The day that the key is derived for: `20150830`.
    public let day: String
    /// The credential scope: `20150830/us-east-1/events/aws4_request`.
    public let credential: String

    public init(date: Date, region: String, service: String) {
        self.init(
            timestamp: Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted).format(date),
            region: region, service: service)
    }

    public init(timestamp: String, region: String, service: String) {
        self.timestamp = timestamp
        self.region = region
        self.service = service
        day = String(timestamp.prefix(8))
        credential = "\(day)/\(region)/\(service)/aws4_request"
    }

    public func stringToSign(_ request: CanonicalRequest) -> String {
        "AWS4-HMAC-SHA256\n\(timestamp)\n\(credential)\n\(request.hash)"
    }
}
