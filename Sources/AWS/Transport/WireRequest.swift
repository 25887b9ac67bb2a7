internal import Model
internal import SigV4

/// An operation and its input as they go over the wire, before an endpoint and a signature are put to them.
struct WireRequest: Hashable, Sendable {
    var method: String
    /// Percent-encoded, from its first slash.
    var path: String
    /// Percent-encoded, without a question mark.
    var query = ""
    var headers: [SignableRequest.Header] = []
    var body: [UInt8] = []

    init(_ operation: AWSOperation, _ input: Value) {
        switch operation.wire {
        case .json(let version, let target):
            method = "POST"
            path = "/"
            headers = [.init("Content-Type", "application/x-amz-json-\(version)"), .init("X-Amz-Target", target)]
            body = Array(input.json.utf8)
        case .query(let version):
            let members = (input.map ?? [:]).merging(["Action": .string(operation.name), "Version": .string(version)]) { $1 }
            method = "POST"
            path = "/"
            headers = [.init("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")]
            body = Array(Self.form(Self.flattened(members)).utf8)
        case .rest(let method, let path, let queryMembers):
            var members = input.map ?? [:]
            self.method = method
            self.path = Self.filled(path, from: &members)
            query = Self.form(members.filter { queryMembers.contains($0.key) })
            members = members.filter { !queryMembers.contains($0.key) }
            if !members.isEmpty {
                headers = [.init("Content-Type", "application/json")]
                body = Array(Value.map(members).json.utf8)
            }
        }
    }

    /// The query protocol writes a list's items one by one: `ActionNames.member.1`.
    private static func flattened(_ members: [String: Value]) -> [String: Value] {
        members.reduce(into: [:]) { result, member in
            guard let items = member.value.list else {
                result[member.key] = member.value
                return
            }
            for (index, item) in items.enumerated() { result["\(member.key).member.\(index + 1)"] = item }
        }
    }

    private static func form(_ members: [String: Value]) -> String {
        members.sorted { $0.key < $1.key }
            .map { name, value in URIEncoding.encode(name) + "=" + URIEncoding.encode(value.string ?? value.json) }
            .joined(separator: "&")
    }

    /// The path with each `{Member}` replaced by that member, which is taken out of `members`.
    private static func filled(_ path: String, from members: inout [String: Value]) -> String {
        var segments: [String] = []
        for segment in path.split(separator: "/") {
            if segment.hasPrefix("{"), segment.hasSuffix("}") {
                segments.append(URIEncoding.encode(members.removeValue(forKey: String(segment.dropFirst().dropLast()))?.string ?? ""))
            } else {
                segments.append(String(segment))
            }
        }
        return "/" + segments.joined(separator: "/")
    }
}
