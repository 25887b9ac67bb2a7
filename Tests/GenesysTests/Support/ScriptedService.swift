import Cloud
import Synchronization
import Testing

/// Plays a service from a script: for each request the replies that were written for it, in their order; the last one repeats.
final class ScriptedService: HTTPTransport {
    enum Reply: Sendable {
        case answer(HTTPResponse)
        /// The request was taken, the answer was lost.
        case lost
        /// The host can't be reached.
        case unreachable

        static func json(_ text: String, status: Int = 200, headers: [String: String] = [:]) -> Reply {
            .answer(
                HTTPResponse(
                    status: status, headers: headers.sorted { $0.key < $1.key }.map { HTTPHeader($0.key, $0.value) },
                    body: Array(text.utf8)))
        }

        static func status(_ status: Int) -> Reply { .answer(HTTPResponse(status: status)) }
    }

    private struct State {
        var script: [String: [Reply]] = [:]
        var requests: [HTTPRequest] = []
    }

    private let state = Mutex(State())

    /// - Parameter route: `METHOD URL`, without the scheme and host; with its query or, to match any, without.
    func on(_ route: String, _ replies: Reply...) {
        state.withLock { $0.script[route] = replies }
    }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        // Requests that are made side by side are all under way before the first is answered.
        for _ in 0..<10 { await Task.yield() }
        let reply = state.withLock { state -> Reply? in
            state.requests.append(request)
            let full = request.route
            let route = state.script[full] == nil ? String(full.prefix { $0 != "?" }) : full
            guard let replies = state.script[route] else { return nil }
            if replies.count > 1 { state.script[route] = Array(replies.dropFirst()) }
            return replies.first
        }
        switch reply {
        case .answer(let response): return response
        case .lost: throw HTTPFailure("connection closed", wasNotSent: false)
        case .unreachable: throw HTTPFailure("no connection", wasNotSent: true)
        case nil:
            Issue.record("a request that the script doesn't know: \(request.route)")
            return HTTPResponse(status: 404)
        }
    }

    var requests: [HTTPRequest] { state.withLock(\.requests) }

    /// What was asked, without logins.
    var routes: [String] { requests.map(\.route).filter { !$0.hasSuffix("/oauth/token") } }

    /// What was asked that changes something, with its bodies.
    var mutations: [String] {
        requests.filter { $0.method != "GET" && !$0.route.hasSuffix("/oauth/token") }.map { request in
            [request.route, request.text].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    var logins: [HTTPRequest] { requests.filter { $0.route.hasSuffix("/oauth/token") } }
}

extension HTTPRequest {
    /// The method, and the URL without its scheme and host.
    var route: String {
        let path = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).last?.drop { $0 != "/" } ?? ""
        return "\(method) \(path)"
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
