/// A request to a service.
public struct HTTPRequest: Hashable, Sendable {
    public var method: String
    /// Absolute, with its query, percent-encoded.
    public var url: String
    public var headers: [HTTPHeader]
    public var body: [UInt8]
    /// From its start to the end of its answer, where that is shorter than the transport's own limit; `nil` for that one.
    public var timeout: Duration?

    public init(_ method: String, _ url: String, headers: [HTTPHeader] = [], body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

public struct HTTPHeader: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

public struct HTTPResponse: Hashable, Sendable {
    public var status: Int
    public var headers: [HTTPHeader]
    public var body: [UInt8]

    public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first header of this name, whatever its case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    public var isSuccess: Bool { (200..<300).contains(status) }

    /// The body as text, for people: broken UTF-8 mended, cut at 1,000 characters.
    public var excerpt: String { String(String(decoding: body.prefix(4_000), as: UTF8.self).prefix(1_000)) }
}

/// Why there is no answer.
public struct HTTPFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
    /// The request can't have reached the service: sending it again can't double anything.
    public var wasNotSent: Bool
    /// What somebody has to do before the same request can be answered; `nil` where trying again may help by itself.
    public var remedy: String?

    public init(_ description: String, wasNotSent: Bool, remedy: String? = nil) {
        self.description = description
        self.wasNotSent = wasNotSent
        self.remedy = remedy
    }

    /// The run ends: this request is not sent any more.
    public static let interrupted = HTTPFailure("interrupted", wasNotSent: true)
}

/// Sends one request and takes its answer, whatever its status.
public protocol HTTPTransport: Sendable {
    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse
}
