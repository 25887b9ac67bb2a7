internal import Cloud
internal import Model

/// The endpoint that ECS, EKS Pod Identity and others put beside a container (AWS SDKs and Tools Reference Guide, "Container credential
/// provider").
struct ContainerCredentials: CredentialSource {
    private static let ecsHost = "169.254.170.2"
    /// Over plain HTTP the token and the credentials go nowhere else.
    private static let allowedHosts = [ecsHost, "169.254.170.23", "fd00:ec2::23", "localhost"]

    let context: CredentialContext

    let title = "the container"

    func find() async throws(ServiceError) -> CredentialFinding {
        let runtime = context.runtime
        let url: String
        if let path = runtime.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") {
            url = "http://\(Self.ecsHost)\(path.hasPrefix("/") ? "" : "/")\(path)"
        } else if let full = runtime.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI") {
            url = try allowed(full)
        } else {
            return .absent("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI are not set")
        }
        let headers = try token().map { [HTTPHeader("Authorization", $0.reveal())] } ?? []
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try await MetadataCall(context: context, timeout: .seconds(2), attempts: 3).send("GET", url, headers: headers)
        } catch {
            throw fault("can't be reached", error.description)
        }
        guard response.status == 200 else { throw fault("refuses with HTTP \(response.status)", ErrorAnswer(response)?.message) }
        return .found(try CredentialDocument(json: response.body, from: Self.origin).credentials(token: "Token"))
    }

    private func allowed(_ url: String) throws(ServiceError) -> String {
        let host = MetadataHost(of: url)
        guard let host, host.isSecure || Self.allowedHosts.contains(host.name) || host.isLoopback else {
            throw .credentials(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI names a host that credentials must not be taken from without TLS",
                message: "Over http only the loopback interface and \(Self.allowedHosts.joined(separator: ", ")) are allowed",
                fix: "correct AWS_CONTAINER_CREDENTIALS_FULL_URI, or use https")
        }
        return url
    }

    /// Read each time: EKS renews the file.
    private func token() throws(ServiceError) -> Secret? {
        let fileVariable = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"
        let file = context.runtime.variable(fileVariable)
        let text = try file.map { path throws(ServiceError) in try context.text(of: path, named: fileVariable) }
        guard let token = text ?? context.runtime.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN") else { return nil }
        guard !token.contains(where: \.isNewline) else {
            throw .credentials(
                "the container's authorization token holds a line break, which no header may",
                fix: "correct \(file == nil ? "AWS_CONTAINER_AUTHORIZATION_TOKEN" : fileVariable)")
        }
        return Secret(token)
    }

    private static let origin = "the container's credential endpoint"

    private func fault(_ problem: String, _ message: String?) -> ServiceError {
        .credentials(
            "\(Self.origin) \(problem)", message: message,
            fix: "see whether the task or pod has a role, and AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or _FULL_URI is the platform's own")
    }
}
