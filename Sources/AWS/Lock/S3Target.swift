internal import SigV4

/// Where an object is reached: at a host of its bucket's own; at a path of the service's host where that is configured, as emulators want it, or where
/// a dot in the bucket's name would break the host's certificate (Amazon S3 User Guide, "Virtual hosting of buckets").
struct S3Target: Hashable, Sendable {
    let authority: String
    /// Percent-encoded.
    let path: String
    let url: String

    init(_ location: S3Location, endpoints: Endpoints, region: String) {
        let endpoint = endpoints.of(.s3, region: region)
        let key = "/" + URIEncoding.encode(location.key.utf8, keepingSlash: true)
        if endpoints.isConfigured(.s3) || location.bucket.contains(".") {
            authority = endpoint.authority
            path = endpoint.path + "/\(location.bucket)" + key
        } else {
            authority = "\(location.bucket).\(endpoint.authority)"
            path = key
        }
        url = "\(endpoint.scheme)://\(authority)\(path)"
    }
}
