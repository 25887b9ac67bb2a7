import Model

/// Takes a request to any AWS service and answers it in the service's own protocol.
struct AWSEndpoint: Sendable {
    let cloud: AWSCloud
    let configuration: SandboxConfiguration
    let log: RequestLog

    func respond(to wire: WireRequest) async -> WireResponse {
        let request = AWSRequest(wire)
        let requestID = configuration.makeID()
        let response: WireResponse
        do throws(AWSError) {
            let operation = try checked(request, wire)
            let result = try await cloud.perform(
                operation, request.input, requestID: requestID, host: wire.header("host") ?? "127.0.0.1")
            response = request.wire.answer(result, of: operation, requestID: requestID)
        } catch {
            response = request.wire.refusal(error, of: request.title, requestID: requestID)
        }
        log.append(
            .aws, request.title, isMutating: request.operation?.effect == .mutates, status: response.status,
            resource: request.resource)
        return response
    }

    /// The operation that is asked for, by somebody who may ask.
    private func checked(_ request: AWSRequest, _ wire: WireRequest) throws(AWSError) -> AWSOperation {
        if configuration.verifiesSignatures {
            try SigV4Verifier(now: configuration.now()).verify(wire, dialect: request.wire)
        }
        guard let operation = request.operation else { throw request.unknownOperation }
        if let problem = request.problem { throw problem }
        return operation
    }
}

extension AWSRequest {
    fileprivate var unknownOperation: AWSError {
        switch wire {
        case .json: AWSError(code: "UnknownOperationException", message: "The sandbox has no operation \(title).")
        case .query: AWSError(code: "InvalidAction", message: "Could not find operation \(title).")
        case .rest: AWSError(code: "UnknownOperationException", message: "The sandbox has no operation \(title).", status: 404)
        }
    }
}
