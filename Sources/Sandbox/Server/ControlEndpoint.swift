import Model

/// What tests and demos do behind the clouds' backs.
///
/// | request | effect |
/// |---|---|
/// | `GET /_sandbox/requests` | the request log, a line of JSON a request |
/// | `DELETE /_sandbox/requests` | forgets it |
/// | `GET /_sandbox/state` | the state, as its file has it |
/// | `POST /_sandbox/state` | applies a JSON merge patch (RFC 7396) to the state |
struct ControlEndpoint: Sendable {
    let log: RequestLog
    let state: StateEditor

    func respond(to request: WireRequest) async -> WireResponse {
        switch (request.method, request.path) {
        case ("GET", "/_sandbox/requests"):
            let lines = log.records.map { $0.value.json + "\n" }.joined()
            return WireResponse(status: 200, contentType: "application/x-ndjson", text: lines)
        case ("DELETE", "/_sandbox/requests"):
            log.clear()
            return WireResponse(status: 204)
        case ("GET", "/_sandbox/state"):
            return await answer { try await state.read() }
        case ("POST", "/_sandbox/state"):
            return await answer {
                try await state.merge(Value(json: request.body))
                return try await state.read()
            }
        default:
            return .json(["message": .string("\(request.method) \(request.path) is no request of the sandbox's own")], status: 404)
        }
    }

    private func answer(_ make: () async throws -> Value) async -> WireResponse {
        do { return .json(try await make()) } catch { return .json(["message": .string("\(error)")], status: 400) }
    }
}
