/// The host and the port that a URL names.
struct Authority: Hashable, Sendable {
    /// In lower case, without brackets and without the root's dot.
    var host: String
    var port: Int

    init(host: some StringProtocol, port: Int) {
        self.host = host.lowercased()
        if self.host.hasSuffix(".") { self.host.removeLast() }
        self.port = port
    }

    /// - Parameter text: `host`, `host:port`, `[address]` or `[address]:port`.
    init?(_ text: some StringProtocol, standardPort: Int) {
        let host: Substring
        let rest: Substring
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            host = Substring(text[text.index(after: text.startIndex)..<end])
            rest = Substring(text[text.index(after: end)...])
        } else {
            let end = text.firstIndex(of: ":") ?? text.endIndex
            host = Substring(text[..<end])
            rest = Substring(text[end...])
        }
        guard !host.isEmpty else { return nil }
        if rest.isEmpty {
            self.init(host: host, port: standardPort)
        } else {
            guard rest.first == ":", let port = UInt16(rest.dropFirst()), port > 0 else { return nil }
            self.init(host: host, port: Int(port))
        }
    }
}
