import Cloud
import Synchronization

/// Answers from a script, the last reply again and again, and keeps what it was sent.
final class ScriptedTransport: HTTPTransport {
    typealias Reply = Result<HTTPResponse, HTTPFailure>

    private struct State {
        var replies: [Reply]
        var requests: [HTTPRequest] = []
    }

    private let state: Mutex<State>

    init(_ replies: Reply...) { state = Mutex(State(replies: replies)) }

    var requests: [HTTPRequest] { state.withLock(\.requests) }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let reply = state.withLock { state in
            state.requests.append(request)
            return state.replies.count > 1 ? state.replies.removeFirst() : state.replies[0]
        }
        return try reply.get()
    }
}

extension ScriptedTransport.Reply {
    static func status(_ status: Int, _ headers: HTTPHeader...) -> Self { .success(HTTPResponse(status: status, headers: headers)) }

    /// The connection broke when the request was under way.
    static let reset = Self.failure(HTTPFailure("connection reset", wasNotSent: false))
    static let unreachable = Self.failure(HTTPFailure("no connection", wasNotSent: true))
}
