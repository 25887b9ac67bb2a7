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

    private func call(_ method: String, _ url: String, _ header: HTTPHeader) async throws(HTTPFailure) -> HTTPResponse {
        try await MetadataCall(context: context, timeout: .seconds(1), attempts: 1).send(method, url, headers: [header])
    }

    private func base() throws(ServiceError) -> String {
        let variable = "AWS_EC2_METADATA_SERVICE_ENDPOINT"
        if let text = context.runtime.variable(variable) {
            guard let endpoint = Endpoint(url: text) else {
                throw .credentials("\(variable) holds no plain URL", fix: "set it to a URL such as http://169.254.169.254, or unset it")
            }
            return endpoint.description
        }
        let isIPv6 = context.runtime.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE")?.lowercased() == "ipv6"
        return isIPv6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
    }
}
