import AWS
import Cloud
import FoundationEssentials
import Model
import TestSupport
import Testing

/// An account in moto, the function that targets name, one user who may do everything and one who may only read.
struct MotoAccount: Sendable {
    private struct Key: Sendable {
        var id: String
        var secret: String
    }

    private let url: String
    private let transport: NetworkTransport
    private let administrator: Key
    private let observer: Key

    /// How many calls it takes to set the account up: moto lets that many pass without a signature.
    private static let setUpCalls = 9

    /// - Parameter verifying: whether moto verifies signatures and permissions.
    static func open(verifying: Bool, _ body: @escaping @Sendable (MotoAccount) async throws -> Void) async throws {
        try await Moto.run(environment: verifying ? ["INITIAL_NO_AUTH_ACTION_COUNT": "\(setUpCalls)"] : [:]) { moto in
            try await NetworkTransport.withTransport { transport in
                let setUp = SetUp(url: moto.url, transport: transport)
                try await setUp.iam("CreateRole", ["RoleName": "lambda", "AssumeRolePolicyDocument": "{}"])
                try await setUp.function("Process")
                try await setUp.bucket("locks")
                let administrator = try await setUp.user("administrator", allowed: "*")
                let observer = try await setUp.user("observer", allowed: "events:List*")
                try await body(MotoAccount(url: moto.url, transport: transport, administrator: administrator, observer: observer))
            }
        }
    }

    /// A function in a moto that verifies nothing.
    static func makeFunction(_ name: String, at url: String, over network: NetworkTransport) async throws {
        let setUp = SetUp(url: url, transport: network)
        try await setUp.iam("CreateRole", ["RoleName": "lambda", "AssumeRolePolicyDocument": "{}"])
        try await setUp.function(name)
    }

    func provider(secret: String? = nil) throws -> AWSProvider {
        try provider(Key(id: administrator.id, secret: secret ?? administrator.secret))
    }

    /// A lock in the bucket that the account has.
    ///
    /// - Parameter sending: what carries its requests, with the network before it.
    func lock(
        _ location: String = "s3://locks/prod/run lock.json", secret: String? = nil,
        sending: (any HTTPTransport) -> any HTTPTransport = { $0 }
    ) throws -> RunLock {
        let key = Key(id: administrator.id, secret: secret ?? administrator.secret)
        return try RunLock.rest(try #require(S3Location(location)), region: "us-east-1", http: sending(transport), runtime: runtime(key))
    }

    func reader() throws -> AWSProvider { try provider(observer) }

    private func provider(_ key: Key) throws -> AWSProvider {
        try AWSProvider.rest(Fixture.stack.aws, http: transport, runtime: runtime(key))
    }

    private func runtime(_ key: Key) -> Runtime {
        let environment = ["AWS_ENDPOINT_URL": url, "AWS_ACCESS_KEY_ID": key.id, "AWS_SECRET_ACCESS_KEY": key.secret]
        var runtime = TestWorld().runtime(environment)
        // moto refuses signatures of another time.
        runtime.now = { Date() }
        return runtime
    }

    /// The attributes of what is seen; a gap fails the test.
    func observe(_ provider: AWSProvider, _ resources: [DesiredResource]) async throws -> [LiveIdentity: [String: Value]] {
        let seen = await provider.observe(DesiredState(stack: Fixture.stack, resources: resources), focus: nil) { _ in }
        try #require(seen.gaps.isEmpty, "\(seen.gaps)")
        return seen.objects.mapValues(\.attributes)
    }

    func perform(
        _ provider: AWSProvider, _ action: Operation.Action, _ resource: DesiredResource, live: LiveObject? = nil
    ) async throws -> [String: Value] {
        let outcome = await provider.perform([Fixture.operation(action, resource, live: live)]) { _ in }
        return try #require(outcome[resource.address]).get()
    }

    /// Calls that `reconcile` never makes, unsigned.
    private struct SetUp: Sendable {
        let url: String
        let transport: NetworkTransport

        func user(_ name: String, allowed action: String) async throws -> Key {
            try await iam("CreateUser", ["UserName": name])
            let policy: Value = ["Version": "2012-10-17", "Statement": [["Effect": "Allow", "Action": .string(action), "Resource": "*"]]]
            try await iam("PutUserPolicy", ["UserName": name, "PolicyName": "p", "PolicyDocument": policy.json])
            let key = try await iam("CreateAccessKey", ["UserName": name])
            return Key(id: try Self.element("AccessKeyId", of: key), secret: try Self.element("SecretAccessKey", of: key))
        }

        @discardableResult
        func iam(_ action: String, _ parameters: [String: String]) async throws -> String {
            let form = parameters.merging(["Action": action, "Version": "2010-05-08"]) { $1 }
                .map { "\($0.key)=\($0.value.addingPercentEncoding())" }.joined(separator: "&")
            return try await send("iam", "", HTTPHeader("Content-Type", "application/x-www-form-urlencoded"), form)
        }

        func function(_ name: String) async throws {
            let function: Value = [
                "FunctionName": .string(name), "Runtime": "python3.11", "Role": "arn:aws:iam::123456789012:role/lambda", "Handler": "h.h",
                // An empty archive.
                "Code": ["ZipFile": "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="],
            ]
            try await send("lambda", "/2015-03-31/functions", HTTPHeader("Content-Type", "application/json"), function.json)
        }

        func bucket(_ name: String) async throws {
            try await send("s3", "/\(name)", HTTPHeader("Content-Type", "application/xml"), "", "PUT")
        }

        @discardableResult
        private func send(_ service: String, _ path: String, _ type: HTTPHeader, _ body: String, _ method: String = "POST") async throws
            -> String
        {
            let scope = "Credential=none/20260101/us-east-1/\(service)/aws4_request"
            let authorization = HTTPHeader("Authorization", "AWS4-HMAC-SHA256 \(scope), SignedHeaders=host, Signature=none")
            let response = try await transport.send(
                HTTPRequest(method, url + path, headers: [type, authorization], body: Array(body.utf8)))
            try #require(response.isSuccess, "\(service): \(response.excerpt)")
            return String(decoding: response.body, as: UTF8.self)
        }

        private static func element(_ name: String, of xml: String) throws -> String {
            let start = try #require(xml.firstRange(of: "<\(name)>"))
            return String(xml[start.upperBound...].prefix { $0 != "<" })
        }
    }
}

extension String {
    fileprivate func addingPercentEncoding() -> String {
        utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber)
                ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
