import Model

/// The one door: tells by a request's path which cloud it is for. What is neither Genesys Cloud's nor the sandbox's own is AWS's,
/// whose services all answer at `AWS_ENDPOINT_URL`.
struct Gateway: Sendable {
    let genesys: GenesysEndpoint
    let aws: AWSEndpoint
    let control: ControlEndpoint

    func respond(to request: WireRequest) async -> WireResponse {
        if request.path.hasPrefix("/_sandbox/") { return await control.respond(to: request) }
        if request.path.hasPrefix("/api/v2/") || request.path == "/oauth/token" { return await genesys.respond(to: request) }
        return await aws.respond(to: request)
    }
}
