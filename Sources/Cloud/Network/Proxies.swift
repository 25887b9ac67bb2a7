/// The proxies that the environment names: `http_proxy`, `https_proxy` and `no_proxy`, each in capitals too; the small letters count where
/// both are set, as for curl and Python's urllib, which botocore asks.
public struct Proxies: Sendable {
    private let byScheme: [String: Proxy]
    private let exemptions: ProxyExemptions

    /// - Throws: `UnusableSetting`, which names the variable and never shows its value.
    public init(environment: [String: String]) throws(UnusableSetting) {
        var byScheme: [String: Proxy] = [:]
        for scheme in ["http", "https"] {
            guard let (name, value) = Self.variable("\(scheme)_proxy", environment) else { continue }
            byScheme[scheme] = try Proxy(value, scheme: scheme, variable: name)
        }
        self.byScheme = byScheme
        exemptions = ProxyExemptions(Self.variable("no_proxy", environment)?.value ?? "")
    }

    /// What a request to a URL goes through; `nil` where it goes to the host itself.
    public func proxy(for url: String) -> Proxy? {
        guard !byScheme.isEmpty, let colon = url.firstRange(of: "://") else { return nil }
        let scheme = url[..<colon.lowerBound].lowercased()
        let authority = url[colon.upperBound...].prefix { !"/?#".contains($0) }
        guard let proxy = byScheme[scheme], let target = Authority(authority, standardPort: scheme == "https" ? 443 : 80)
        else { return nil }
        return exemptions.contains(target) ? nil : proxy
    }

    /// All that may be used.
    var all: [Proxy] { Array(byScheme.values) }

    private static func variable(_ name: String, _ environment: [String: String]) -> (name: String, value: String)? {
        for name in [name, name.uppercased()] {
            if let value = environment[name], !value.isEmpty { return (name, value) }
        }
        return nil
    }
}
