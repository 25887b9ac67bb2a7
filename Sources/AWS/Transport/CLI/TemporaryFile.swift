internal import FoundationEssentials
internal import Model

/// A file that this user alone can read, and that is gone afterwards.
enum TemporaryFile {
    /// - Parameter body: is given the file's path.
    /// - Throws: `ServiceError` where the file can't be made, and what `body` throws.
    static func with<Result: Sendable>(
        _ contents: [UInt8], _ body: (String) async throws(ServiceError) -> Result
    ) async throws(ServiceError) -> Result {
        let file = FileManager.default.temporaryDirectory.appending(path: "reconcile-\(UUID().uuidString)")
        guard
            FileManager.default.createFile(atPath: file.path, contents: Data(contents), attributes: [.posixPermissions: 0o600])
        else {
            throw ServiceError(
                .invalid, system: .aws, operation: "aws", summary: "no file for the AWS CLI can be made at \(file.path)",
                fix: "name a directory that can be written to with TMPDIR")
        }
        defer { try? FileManager.default.removeItem(at: file) }
        return try await body(file.path)
    }
}
