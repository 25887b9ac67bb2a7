internal import Crypto

/// What a signature covers of an HTTP request.
public struct SignableRequest: Hashable, Sendable {
    public struct Header: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var method: String
    /// As it is sent, from its first slash, without the query.
    public var path: String
    /// As it is sent, percent-encoded, without the question mark.
    public var query: String
    /// As they are sent, `Host` among them.
    public var headers: [Header]
    /// The SHA-256 of the body, in lower-case hexadecimal digits.
    public var payloadHash: String

    public init(_ method: String, path: String, query: String = "", headers: [Header], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.payloadHash = SHA256.hash(data: body).hex
    }
}

extension Sequence<UInt8> {
    /// Two lower-case hexadecimal digits a byte.
    var hex: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * SHA256.byteCount)
        for byte in self {
            digits.append(Self.digit(byte >> 4))
            digits.append(Self.digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
}
