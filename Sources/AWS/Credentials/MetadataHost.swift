/// The host that a URL of credentials names.
struct MetadataHost {
    let name: String
    let isSecure: Bool

    /// `nil` where the text is no plain HTTP URL.
    init?(of url: String) {
        // What the query says doesn't matter here.
        guard let endpoint = Endpoint(url: String(url.prefix { $0 != "?" })) else { return nil }
        isSecure = endpoint.scheme == "https"
        if endpoint.authority.hasPrefix("[") {
            name = String(endpoint.authority.dropFirst().prefix { $0 != "]" })
        } else {
            name = String(endpoint.authority.prefix { $0 != ":" })
        }
    }

    /// 127.0.0.0/8 (RFC 1122) and ::1, as addresses.
    var isLoopback: Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return name == "::1" || (parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil })
    }
}
