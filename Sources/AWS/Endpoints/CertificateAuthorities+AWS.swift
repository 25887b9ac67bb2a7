public import Cloud

extension AWSProvider {
    /// Whose certificates are taken for AWS's: those of the bundle that `AWS_CA_BUNDLE`, the profile's `ca_bundle` or `REQUESTS_CA_BUNDLE`
    /// names, in botocore's order, or `SSL_CERT_FILE`, which AWS's SDK for Go heeds.
    ///
    /// - Parameter profile: the profile of the AWS CLI to use in the place of what the environment says.
    /// - Throws: `ServiceError` where a profile can't be read, `UnusableSetting` where a bundle can't.
    public static func certificateAuthorities(
        runtime: Runtime, machine: LocalMachine = .live, profile: String? = nil
    ) throws -> CertificateAuthorities {
        let profile = try Profiles(profile, runtime: runtime, machine: machine).current
        return try CertificateAuthorities([
            ("AWS_CA_BUNDLE", runtime.variable("AWS_CA_BUNDLE")),
            ("ca_bundle of the AWS profile \(profile.name)", profile["ca_bundle"]),
            ("REQUESTS_CA_BUNDLE", runtime.variable("REQUESTS_CA_BUNDLE")),
            ("SSL_CERT_FILE", runtime.variable("SSL_CERT_FILE")),
        ])
    }
}
