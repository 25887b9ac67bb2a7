internal import Cloud
internal import Model

/// The role of the EC2 instance, by its metadata service in version 2 (EC2 User Guide, "Use the Instance Metadata Service").
struct InstanceCredentials: CredentialSource {
    private static let path = "/latest/meta-data/iam/security-credentials/"

    let context: CredentialContext

    let title = "the instance"

    func find() async throws(ServiceError) -> CredentialFinding {
        if context.runtime.variable("AWS_EC2_METADATA_DISABLED")?.lowercased() == "true" {
            return .absent("AWS_EC2_METADATA_DISABLED is true")
        }
        let base = try base()
        let (timeout, attempts) = try limits()
        func call(_ method: String, _ url: String, _ header: HTTPHeader) async throws(HTTPFailure) -> HTTPResponse {
            try await MetadataCall(context: context, timeout: timeout, attempts: attempts).send(method, url, headers: [header])
        }
        let response: HTTPResponse
        do throws(HTTPFailure) {
            let token = try await call("PUT", base + "/latest/api/token", HTTPHeader("x-aws-ec2-metadata-token-ttl-seconds", "21600"))
            guard token.status == 200 else { return .absent("its metadata service gives no token: HTTP \(token.status)") }
            let pass = HTTPHeader("x-aws-ec2-metadata-token", String(decoding: token.body, as: UTF8.self))
            let roles = try await call("GET", base + Self.path, pass)
            guard roles.status == 200, let role = String(decoding: roles.body, as: UTF8.self).split(whereSeparator: \.isNewline).first
            else {
                return .absent("it has no role")
            }
            response = try await call("GET", base + Self.path + role, pass)
        } catch {
            return .absent("no metadata service answers at \(base): \(error)")
        }
        let origin = "the instance's metadata service"
        let document = try CredentialDocument(json: response.body, from: origin)
        if let code = document.members["Code"]?.string, code != "Success" {
            throw .credentials(
                "\(origin) gives no credentials: \(code)", message: document.members["Message"]?.string,
                fix: "check the instance's role and its trust policy")
        }
        return .found(try document.credentials(token: "Token"))
    }

    /// As botocore has them: 1 s a request, asked once.
    private func limits() throws(ServiceError) -> (timeout: Duration, attempts: Int) {
        (
            .seconds(try number("AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout") ?? 1),
            try number("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts") ?? 1
        )
    }

    private func base() throws(ServiceError) -> String {
        if let (name, text) = setting("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint") {
            guard let endpoint = Endpoint(url: text) else {
                throw .credentials("\(name) holds no plain URL", fix: "set it to a URL such as http://169.254.169.254, or unset it")
            }
            return endpoint.description
        }
        let mode = setting("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode")?.value.lowercased()
        let isIPv6 = mode == "ipv6" || mode == nil && setting("AWS_IMDS_USE_IPV6", "imds_use_ipv6")?.value.lowercased() == "true"
        return isIPv6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
    }

    /// A variable goes before the profile's setting.
    private func setting(_ variable: String, _ key: String) -> (name: String, value: String)? {
        context.runtime.variable(variable).map { (variable, $0) } ?? context.profiles.current[key].map { (key, $0) }
    }

    private func number(_ variable: String, _ key: String) throws(ServiceError) -> Int? {
        guard let (name, text) = setting(variable, key) else { return nil }
        guard let number = Int(text), number > 0 else {
            throw .credentials("\(name) is no whole number above 0", fix: "set \(name) to a whole number, or remove it")
        }
        return number
    }
}
