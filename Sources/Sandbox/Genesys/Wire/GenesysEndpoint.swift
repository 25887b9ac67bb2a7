import Model

/// Takes a request to Genesys Cloud's API or to its login and answers it as they do.
struct GenesysEndpoint: Sendable {
    let cloud: GenesysCloud
    let log: RequestLog
    let configuration: SandboxConfiguration

    func respond(to request: WireRequest) async -> WireResponse {
        if request.path == "/oauth/token" { return await token(request) }
        let correlationID = configuration.makeID()
        var title = "\(request.method) \(request.path)"
        var isMutating = false
        var limits: [(name: String, value: String)] = []
        let response: WireResponse
        do throws(GenesysError) {
            let admission = try await cloud.admit(request.header("authorization"))
            limits = admission.headers
            let (operation, parameters) = try find(request)
            title = operation.title
            isMutating = operation.effect == .mutates
            let reply = try await cloud.perform(
                operation, parameters: parameters, query: request.query, body: try Self.body(of: request), scopes: admission.scopes)
            response = reply.response(correlationID, limits)
        } catch {
            response = error.response(correlationID)
        }
        log.append(.genesys, title, isMutating: isMutating, status: response.status, resource: Self.resource(of: request))
        return response
    }

    private func token(_ request: WireRequest) async -> WireResponse {
        let response: WireResponse
        do throws(OAuthError) {
            guard request.method == "POST" else { throw .init("invalid_request", "Only POST is allowed", status: 405) }
            response = .json(try await cloud.issueToken(TokenRequest(request)), headers: [("cache-control", "no-store")])
        } catch {
            response = error.response
        }
        log.append(.genesys, "\(request.method) /oauth/token", isMutating: false, status: response.status, resource: nil)
        return response
    }

    private func find(_ request: WireRequest) throws(GenesysError) -> (GenesysOperation, [String: String]) {
        switch GenesysOperation.match(request.method, request.segments) {
        case .operation(let operation, let parameters): return (operation, parameters)
        case .otherMethods:
            throw GenesysError(status: 405, code: "method.not.allowed", message: "HTTP 405 Method Not Allowed")
        case .none: throw GenesysError(status: 404, code: "not.found", message: "HTTP 404 Not Found")
        }
    }

    private static func body(of request: WireRequest) throws(GenesysError) -> Value? {
        guard !request.body.isEmpty else { return nil }
        guard let body = try? Value(json: request.body) else {
            throw .invalid("The request could not be understood by the server due to malformed syntax.")
        }
        return body
    }

    /// What a request is about, for the log: the id in its path, or the name in its body.
    private static func resource(of request: WireRequest) -> String? {
        if case .operation(_, let parameters) = GenesysOperation.match(request.method, request.segments), !parameters.isEmpty {
            return parameters.sorted { $0.key < $1.key }.map(\.value).joined(separator: "/")
        }
        return (try? Value(json: request.body))?["name"]?.string ?? request.query["name"]
    }
}
