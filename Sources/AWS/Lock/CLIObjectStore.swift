internal import FoundationEssentials
internal import Model

/// An object in S3 through the user's own `aws` program, which finds the bucket's region by itself.
///
/// Its input is arguments and files, not JSON: `get-object` insists on its arguments, and the CLI's versions 1 and 2 differ in how they take a body from
/// JSON. An argument that has its name before it (`--key=…`) may begin with a hyphen.
struct CLIObjectStore: ObjectStore {
    private let location: S3Location
    private let transport: CLITransport

    /// - Throws: `ServiceError` where the CLI would take the key for the name of a file that holds it (AWS CLI User Guide, "Loading a parameter from a
    ///   file").
    init(_ location: S3Location, transport: CLITransport) throws(ServiceError) {
        if let scheme = ["file://", "fileb://", "http://", "https://"].first(where: location.key.hasPrefix) {
            throw ServiceError(
                .invalid, system: .aws, operation: "lock", summary: "the AWS CLI reads the key of \(location) as a place to load it from",
                fix: "name a lock whose key doesn't begin with \(scheme)")
        }
        self.location = location
        self.transport = transport
    }

    func create(_ body: [UInt8]) async throws(ServiceError) -> String? {
        try await TemporaryFile.with(body) { path throws(ServiceError) in
            let arguments = ["--body=\(path)", "--content-type=application/json", "--if-none-match=*"]
            guard let answer = try await call(.putObject, arguments, orNilAt: "PreconditionFailed") else { return nil }
            return try entityTag(answer, of: .putObject)
        }
    }

    func read() async throws(ServiceError) -> StoredObject? {
        try await TemporaryFile.with([]) { path throws(ServiceError) in
            guard let answer = try await call(.getObject, [path], orNilAt: "NoSuchKey") else { return nil }
            guard let body = try? Data(contentsOf: URL(filePath: path)) else {
                throw unusable(.getObject, "what the AWS CLI wrote to \(path) can't be read")
            }
            return StoredObject(body: Array(body), entityTag: try entityTag(answer, of: .getObject))
        }
    }

    func delete(_ entityTag: String) async throws(ServiceError) -> Bool {
        try await call(.deleteObject, ["--if-match=\(entityTag)"], orNilAt: "PreconditionFailed") != nil
    }

    /// - Parameter code: the error that is an answer.
    private func call(
        _ operation: AWSOperation, _ arguments: [String], orNilAt code: String
    ) async throws(ServiceError) -> Value? {
        do throws(ServiceError) {
            return try await transport.call(operation, arguments: ["--bucket=\(location.bucket)", "--key=\(location.key)"] + arguments)
        } catch {
            if error.code == code { return nil }
            throw error.at(location)
        }
    }

    private func entityTag(_ answer: Value, of operation: AWSOperation) throws(ServiceError) -> String {
        guard let tag = answer["ETag"]?.string else { throw unusable(operation, "the AWS CLI's answer to \(operation.name) has no ETag") }
        return tag
    }

    private func unusable(_ operation: AWSOperation, _ summary: String) -> ServiceError {
        ServiceError(.unexpectedAnswer, system: .aws, operation: operation.name, summary: summary, fix: "see what `aws` prints by itself")
    }
}
