import Cloud
import Foundation
import Model
import Synchronization
import Testing

/// Plays AWS: answers each operation from a script, and keeps the calls. An operation that the script doesn't know fails the test.
final class StubAWS: HTTPTransport {
    enum Reply: Sendable {
        case answer(HTTPResponse)
        /// The request was taken, the answer was lost.
        case lost
        case unreachable

        static func json(_ value: Value) -> Reply { .answer(HTTPResponse(status: 200, body: Array(value.json.utf8))) }

        static func text(_ text: String, status: Int = 200, headers: HTTPHeader...) -> Reply {
            .answer(HTTPResponse(status: status, headers: headers, body: Array(text.utf8)))
        }

        /// An error as the JSON protocols tell it.
        static func error(_ code: String, _ message: String = "no", status: Int = 400) -> Reply {
            .text(
                Value.map(["__type": .string("com.amazonaws#\(code)"), "message": .string(message)]).json, status: status,
                headers: HTTPHeader("x-amzn-RequestId", "req-1"))
        }
    }

    struct Call: Hashable, Sendable, CustomStringConvertible {
        var operation: String
        var input: Value

        init(_ operation: String, _ input: Value) {
            self.operation = operation
            self.input = input
        }

        var description: String { "\(operation) \(input.json)" }
    }

    private struct State {
        var script: [String: @Sendable (Value, Int) -> Reply] = [:]
        var calls: [Call] = []
        var requests: [HTTPRequest] = []
    }

    private let state = Mutex(State())

    /// Answers an operation by its input and by how many times it was called before.
    func on(_ operation: String, _ reply: @escaping @Sendable (Value, Int) -> Reply) {
        state.withLock { $0.script[operation] = reply }
    }

    /// Answers an operation with these, one after the other, the last again and again.
    func on(_ operation: String, _ replies: Reply...) {
        on(operation) { _, count in replies[min(count, replies.count - 1)] }
    }

    var requests: [HTTPRequest] { state.withLock(\.requests) }
    var calls: [Call] { state.withLock(\.calls) }

    /// How many times each operation was called.
    var counts: [String: Int] { calls.reduce(into: [:]) { $0[$1.operation, default: 0] += 1 } }

    func inputs(_ operation: String) -> [Value] { calls.filter { $0.operation == operation }.map(\.input) }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let call = Call(request)
        let (count, reply) = state.withLock { state in
            let count = state.calls.count { $0.operation == call.operation }
            state.calls.append(call)
            state.requests.append(request)
            return (count, state.script[call.operation])
        }
        switch reply?(call.input, count) {
        case .answer(let response): return response
        case .lost: throw HTTPFailure("connection reset", wasNotSent: false)
        case .unreachable: throw HTTPFailure("no connection", wasNotSent: true)
        case nil:
            Issue.record("a call that the script doesn't know: \(call)")
            return HTTPResponse(status: 400)
        }
    }
}

extension StubAWS.Call {
    /// Tells the operation from the request, as AWS does.
    init(_ request: HTTPRequest) {
        let body = String(decoding: request.body, as: UTF8.self)
        if let target = request.headers.first(where: { $0.name == "X-Amz-Target" })?.value {
            self.init(target.split(separator: ".").last.map(String.init) ?? "", (try? Value(json: body)) ?? .null)
        } else if let path = request.url.split(separator: "/functions/").dropFirst().first {
            var members = (try? Value(json: body))?.map ?? [:]
            let halves = path.split(separator: "?")
            let segments = halves[0].split(separator: "/")
            members["FunctionName"] = .string(String(segments[0].replacing("%3A", with: ":")))
            if segments.count > 2 { members["StatementId"] = .string(String(segments[2])) }
            if halves.count > 1 { members["Qualifier"] = .string(String(halves[1].dropFirst("Qualifier=".count))) }
            let names = ["GET": "GetPolicy", "POST": "AddPermission", "DELETE": "RemovePermission"]
            self.init(names[request.method] ?? request.method, .map(members))
        } else {
            let fields = body.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
            let action = fields.first { $0.first == "Action" }?.last ?? "GetCallerIdentity"
            let members = fields.filter { $0.count == 2 && !["Action", "Version"].contains($0[0]) }
                .map { ($0[0], Value.string($0[1].removingPercentEncoding ?? $0[1])) }
            self.init(action, action == "GetCallerIdentity" ? .string(body) : .map(Dictionary(members, uniquingKeysWith: { $1 })))
        }
    }
}
