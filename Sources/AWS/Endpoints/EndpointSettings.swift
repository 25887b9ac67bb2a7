internal import Model

/// What the environment and the profile say of endpoints.
struct EndpointSettings {
    let environment: [String: String]
    let profiles: Profiles?

    /// Every service's configured URL.
    func urls() throws(ServiceError) -> [AWSService: Endpoint] {
        if try isOn("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls") { return [:] }
        let sections = try profiles?.serviceSettings() ?? [:]
        var urls: [AWSService: Endpoint] = [:]
        for service in AWSService.allCases {
            let variables = ["AWS_ENDPOINT_URL_\(service.environmentName)", "AWS_ENDPOINT_URL"].map { ($0, environment[$0]) }
            let settings = [
                (
                    "endpoint_url of \(service.environmentName.lowercased())",
                    sections[service.environmentName.lowercased()]?["endpoint_url"]
                ),
                ("endpoint_url", profiles?.current["endpoint_url"]),
            ]
            for case (let name, let text?) in variables + settings where !text.isEmpty {
                guard let endpoint = Endpoint(url: text) else {
                    throw fault(
                        "\(name) holds no plain URL of a service", "set \(name) to a URL such as http://127.0.0.1:5000, or remove it")
                }
                urls[service] = endpoint
                break
            }
        }
        return urls
    }

    /// Whether a switch is on; a variable goes before the profile's setting.
    func isOn(_ variable: String, _ key: String) throws(ServiceError) -> Bool {
        let found = environment[variable].flatMap { $0.isEmpty ? nil : (variable, $0) } ?? profiles?.current[key].map { (key, $0) }
        guard let (name, text) = found else { return false }
        switch text.lowercased() {
        case "true": return true
        case "false": return false
        default: throw fault("\(name) is neither true nor false", "set \(name) to true or false, or remove it")
        }
    }

    private func fault(_ summary: String, _ fix: String) -> ServiceError {
        ServiceError(.invalid, system: .aws, operation: "endpoint", summary: summary, fix: fix)
    }
}
