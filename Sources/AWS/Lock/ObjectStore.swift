internal import Model

/// One object in S3, written and removed under a condition (Amazon S3 User Guide, "Conditional requests").
protocol ObjectStore: Sendable {
    /// - Returns: the new object's entity tag; `nil` where there is an object already.
    func create(_ body: [UInt8]) async throws(ServiceError) -> String?

    /// `nil` where there is no object.
    func read() async throws(ServiceError) -> StoredObject?

    /// Removes this version of the object.
    ///
    /// - Returns: whether it was; `false` where the object is another by now.
    func delete(_ entityTag: String) async throws(ServiceError) -> Bool
}

/// An object as it is stored, and the tag of this version of it.
struct StoredObject: Sendable {
    var body: [UInt8]
    var entityTag: String
}

extension AWSOperation {
    static let putObject = object("PutObject", "PUT", isMutating: true)
    static let getObject = object("GetObject", "GET")
    static let deleteObject = object("DeleteObject", "DELETE", isMutating: true)

    private static func object(_ name: String, _ method: String, isMutating: Bool = false) -> AWSOperation {
        AWSOperation(
            service: .s3, name: name, wire: .rest(method: method, path: "/{Bucket}/{Key}", query: []), permissions: ["s3:\(name)"],
            isMutating: isMutating)
    }
}

extension ServiceError {
    /// The same error, which says what to do where the bucket isn't there, or the object can't be read.
    func at(_ location: S3Location) -> ServiceError {
        var error = self
        if code == "NoSuchBucket" {
            error.fix = "correct the bucket's name, or create \(location.bucket)"
        } else if reason == .forbidden, operation == AWSOperation.getObject.name {
            // S3 API reference, `GetObject`, "Permissions".
            error.fix =
                "allow s3:GetObject on the lock; where that is allowed there is no lock, which S3 tells those alone who may s3:ListBucket on "
                + location.bucket
        }
        return error
    }
}
