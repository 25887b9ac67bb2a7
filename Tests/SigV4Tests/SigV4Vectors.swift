import Foundation
import SigV4
import Testing

/// One folder of the signing vectors (aws-c-auth's test suite): a request, its context, and what signing must make of it.
struct SigV4Vector: CustomTestStringConvertible {
    struct Context: Decodable {
        struct Credentials: Decodable {
            var access_key_id: String
            var secret_access_key: String
            var token: String?
        }

        var credentials: Credentials
        var normalize: Bool
        var region: String
        var service: String
        var sign_body: Bool
        var timestamp: String
        var omit_session_token: Bool?
    }

    var folder: URL
    var testDescription: String { folder.lastPathComponent }

    static let root = ProcessInfo.processInfo.environment["RECONCILE_CONFORMANCE"].map { URL(filePath: $0).appending(path: "sigv4") }

    static func all() throws -> [SigV4Vector] {
        guard let root else { return [] }
        return try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: [.isDirectoryKey])
            .filter(\.hasDirectoryPath)
            .sorted { $0.path < $1.path }
            .map(SigV4Vector.init)
    }

    func text(_ name: String) throws -> String { try String(contentsOf: folder.appending(path: name), encoding: .utf8) }

    func context() throws -> Context {
        try JSONDecoder().decode(Context.self, from: Data(contentsOf: folder.appending(path: "context.json")))
    }
}

/// A request as text, as the vectors write it: start line, headers (indented lines continue one), an empty line, the body.
struct RequestText {
    var startLine: String
    var headers: [SignableRequest.Header] = []
    var body = ""

    init(_ text: String) {
        let halves = text.replacing("\r\n", with: "\n").split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
        body = halves.count > 1 ? String(halves[1]) : ""
        var lines = halves[0].split(separator: "\n")[...]
        startLine = String(lines.removeFirst())
        for line in lines {
            if line.first == " ", let last = headers.popLast() {
                headers.append(.init(last.name, last.value + "\n" + line))
            } else {
                let colon = line.firstIndex(of: ":") ?? line.endIndex
                headers.append(.init(String(line[..<colon]), String(line[colon...].dropFirst())))
            }
        }
    }

    /// Without the version; a path may hold a space.
    var request: SignableRequest {
        let words = startLine.split(separator: " ", maxSplits: 1)
        let target = words[1].dropLast(" HTTP/1.1".count).split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return SignableRequest(
            String(words[0]), path: String(target[0]), query: target.count > 1 ? String(target[1]) : "", headers: headers,
            body: Array(body.utf8))
    }
}
