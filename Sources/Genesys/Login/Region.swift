internal import Model

/// The regions of Genesys Cloud (the vendor's SDK 269, `PureCloudRegionHosts`; Developer Center, "Platform API regions").
enum Region {
    private static let domains = [
        "ap-northeast-1": "mypurecloud.jp",
        "ap-northeast-2": "apne2.pure.cloud",
        "ap-northeast-3": "apne3.pure.cloud",
        "ap-south-1": "aps1.pure.cloud",
        "ap-southeast-1": "apse1.pure.cloud",
        "ap-southeast-2": "mypurecloud.com.au",
        "ca-central-1": "cac1.pure.cloud",
        "eu-central-1": "mypurecloud.de",
        "eu-central-2": "euc2.pure.cloud",
        "eu-west-1": "mypurecloud.ie",
        "eu-west-2": "euw2.pure.cloud",
        "eusc-de-east-1": "edee1.eusc-pure.cloud",
        "me-central-1": "mec1.pure.cloud",
        "mx-central-1": "mxc1.pure.cloud",
        "sa-east-1": "sae1.pure.cloud",
        "us-east-1": "mypurecloud.com",
        "us-east-2": "use2.us-gov-pure.cloud",
        "us-west-2": "usw2.pure.cloud",
    ]

    /// The domain of a region, which is given by the name of its AWS region or by the domain itself.
    static func domain(of region: String) throws(ServiceError) -> String {
        if let domain = domains[region] { return domain }
        let isDomain = region.contains(".") && region.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
        guard isDomain else {
            throw ServiceError(
                .invalid, system: .genesys, operation: "login", summary: "\"\(region)\" is no region of Genesys Cloud",
                fix:
                    "Set spec.genesys.region of the Stack (or GENESYSCLOUD_REGION) to one of \(domains.keys.sorted().joined(separator: ", ")), or to a domain"
            )
        }
        return region.lowercased()
    }
}
