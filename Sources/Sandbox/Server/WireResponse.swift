import Model

/// An answer as it goes over the wire.
struct WireResponse: Sendable {
    var status: Int
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    init(status: Int, contentType: String, headers: [(name: String, value: String)] = [], text: String) {
        self.init(status: status, headers: [("content-type", contentType)] + headers, body: Array(text.utf8))
    }

    static func json(_ value: Value, status: Int = 200, headers: [(name: String, value: String)] = []) -> WireResponse {
        WireResponse(status: status, contentType: "application/json", headers: headers, text: value.json)
    }
}
