internal import Cloud
internal import Model

/// A host of Genesys Cloud, and what it was taken from, for errors.
struct Host: Hashable, Sendable {
    /// Without a slash at its end.
    let url: String
    let origin: String

    static func api(of region: String, _ runtime: Runtime) throws(ServiceError) -> Host {
        try Host("api", variable: "GENESYSCLOUD_API_URL", region: region, runtime)
    }

    static func login(of region: String, _ runtime: Runtime) throws(ServiceError) -> Host {
        try Host("login", variable: "GENESYSCLOUD_LOGIN_URL", region: region, runtime)
    }

    private init(_ label: String, variable: String, region: String, _ runtime: Runtime) throws(ServiceError) {
        if let override = runtime.variable(variable) {
            url = try Self.checked(override, variable: variable)
            origin = "\(variable) says so"
        } else {
            let domain = try Region.domain(of: region)
            try Self.checkEnvironment(against: domain, region: region, runtime)
            url = "https://\(label).\(domain)"
            origin = "it follows from the Stack's region \(region); \(variable) overrides it"
        }
    }

    /// Credentials belong to a region: an environment that is set up for another is the wrong one.
    private static func checkEnvironment(against domain: String, region: String, _ runtime: Runtime) throws(ServiceError) {
        guard let other = runtime.variable("GENESYSCLOUD_REGION"), try Region.domain(of: other) != domain else { return }
        throw ServiceError(
            .conflict, system: .genesys, operation: "login",
            summary: "GENESYSCLOUD_REGION is \(other), but the Stack's region is \(region)",
            fix: "Set the credentials of the Stack's region, or correct spec.genesys.region")
    }

    private static func checked(_ text: String, variable: String) throws(ServiceError) -> String {
        let url = text.hasSuffix("/") ? String(text.dropLast()) : text
        let host = ["https://", "http://"].first { url.hasPrefix($0) }.map { url.dropFirst($0.count) }
        guard let host, !host.isEmpty, !host.contains(where: { $0.isWhitespace || "/?#@".contains($0) }) else {
            throw ServiceError(
                .invalid, system: .genesys, operation: "login", summary: "\(variable) is not the address of a host",
                fix: "Set \(variable) to a scheme and a host, such as https://api.mypurecloud.com, or unset it")
        }
        return url
    }
}
