/// The hosts that are reached without a proxy.
///
/// `NO_PROXY` is a list with commas or spaces, as curl reads it (curl's manual, `--noproxy`): a host also stands for those below it, with or
/// without a dot or `*.` before it; a port narrows an entry to that port; an address may be a block in CIDR notation; `*` is every host. What
/// can't be read names no host, since other programs read the same variable.
struct ProxyExemptions: Hashable, Sendable {
    private enum Entry: Hashable {
        case all
        case block(IPAddressBlock)
        case host(String, port: Int?)
    }

    private let entries: [Entry]

    init(_ text: String) {
        entries = text.split { $0 == "," || $0.isWhitespace }.compactMap(Self.entry)
    }

    func contains(_ target: Authority) -> Bool {
        let address = IPAddress(target.host)
        if Self.isOfThisMachine(target.host, address) { return true }
        return entries.contains { entry in
            switch entry {
            case .all: true
            case .block(let block): address.map(block.contains) ?? false
            case .host(let host, let port):
                (port ?? target.port) == target.port && (target.host == host || (address == nil && target.host.hasSuffix(".\(host)")))
            }
        }
    }

    /// The machine itself, and the addresses at which a cloud tells a machine who it is (EC2's 169.254.169.254 and fd00:ec2::254, ECS'
    /// 169.254.170.2, EKS' 169.254.170.23 and fd00:ec2::23): a proxy would answer as another machine.
    private static func isOfThisMachine(_ host: String, _ address: IPAddress?) -> Bool {
        host == "localhost" || address.map { address in ownBlocks.contains { $0.contains(address) } } ?? false
    }

    private static let ownBlocks = ["127.0.0.0/8", "::1/128", "169.254.0.0/16", "fd00:ec2::/32"].compactMap { IPAddressBlock($0) }

    private static func entry(_ text: Substring) -> Entry? {
        if text == "*" { return .all }
        if text.contains("/") { return IPAddressBlock(text).map { .block($0) } }
        if let address = IPAddress(String(text)) { return .block(IPAddressBlock(address, bits: address.bytes.count * 8)) }
        let name = text.hasPrefix("*.") ? text.dropFirst(2) : text.drop { $0 == "." }
        guard let host = Authority(name, standardPort: 0) else { return nil }
        return .host(host.host, port: host.port == 0 ? nil : host.port)
    }
}
