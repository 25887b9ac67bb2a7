internal import Cloud
internal import Model

/// What an answer says of a failure, whatever the format: emulators and proxies answer in others than the protocol's own.
struct ErrorAnswer: Hashable {
    var status: Int
    /// Without the namespace before `#` and the URL after `:` that some services put around it.
    var code: String?
    var message: String?
    var requestID: String?

    /// `nil` where the answer is good.
    init?(_ response: HTTPResponse) {
        guard !response.isSuccess else { return nil }
        let body = Self.members(of: response.body)
        status = response.status
        code = (response.header("x-amzn-errortype") ?? body.first(of: ["__type", "code", "Code", "errorCode"])).flatMap(Self.plain)
        message = body.first(of: ["message", "Message", "errorMessage"]) ?? Self.text(response)
        requestID = response.requestID ?? body.first(of: ["RequestId", "RequestID", "requestId"])
    }

    init(status: Int, code: String?, message: String?) {
        self.status = status
        self.code = code
        self.message = message
    }

    /// An entry of an answer that is good as a whole.
    init(entry: Value) {
        status = 400
        code = entry["ErrorCode"]?.string
        message = entry["ErrorMessage"]?.string
    }

    /// Of a JSON answer its members; of an XML answer those of the root and of the `Error` in it.
    private static func members(of body: [UInt8]) -> [String: Value] {
        if let json = try? Value(json: body) {
            return flattened(json, keys: ["Error", "error"])
        }
        if let xml = try? XMLReader.read(body), let root = xml.map?.values.first {
            return flattened(root, keys: ["Errors", "Error"])
        }
        return [:]
    }

    private static func flattened(_ value: Value, keys: [String]) -> [String: Value] {
        let members = value.map ?? [:]
        return keys.reduce(members) { result, key in
            guard let inner = result[key]?.map else { return result }
            return result.merging(inner) { $1 }
        }
    }

    private static func plain(_ code: String) -> String? {
        let name = code.split(separator: "#").last?.prefix { $0 != ":" } ?? ""
        return name.isEmpty ? nil : String(name)
    }

    /// A body that has no members, for people.
    private static func text(_ response: HTTPResponse) -> String? {
        let text = response.excerpt.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(300)
        return text.isEmpty ? nil : String(text)
    }
}

extension [String: Value] {
    fileprivate func first(of names: [String]) -> String? {
        names.lazy.compactMap { self[$0]?.string }.first { !$0.isEmpty }
    }
}
