/// Services that a partition has once, and not in each region (botocore, `endpoint-rule-set-1.json` of `iam`).
enum GlobalEndpoint {
    /// `nil` where the regions' own rule holds.
    static func iam(_ partition: String, _ region: String, _ variant: Endpoints.Variant) -> Endpoint? {
        let domain = Endpoints.domain(of: partition, variant)
        let host: String
        switch (partition, variant.isFIPS, variant.isDualStack) {
        case ("aws-us-gov", _, _): host = "iam.us-gov.\(domain)"
        case ("aws", let isFIPS, true): host = "\(isFIPS ? "iam-fips" : "iam").global.\(domain)"
        case ("aws-cn", false, true): host = "iam.global.\(domain)"
        case (_, true, _): host = "iam-fips.\(domain)"
        case ("aws", false, false): host = "iam.\(domain)"
        case ("aws-cn", false, false): host = "iam.\(signingRegion(partition) ?? region).\(domain)"
        case (_, false, true): host = "iam.\(domain)"
        case (_, false, false): return nil
        }
        return Endpoint(scheme: "https", authority: host)
    }

    /// The region that requests to IAM are signed for; `nil` for the stack's own.
    static func signingRegion(_ partition: String) -> String? {
        switch partition {
        case "aws": "us-east-1"
        case "aws-cn": "cn-north-1"
        case "aws-us-gov": "us-gov-west-1"
        default: nil
        }
    }
}

extension Endpoints {
    func signingRegion(of service: AWSService) -> String {
        service == .iam ? GlobalEndpoint.signingRegion(partition) ?? region : region
    }
}
